// What is watched of one server from outside: whether it says that it is well, and how it answers. What its log says: estate/log-alerts.bicep.
param name string
param location string
param url string
param serverId string
param applicationInsightsId string
param actionGroupId string

var inTheUnitedKingdomAndNearby = ['emea-ru-msa-edge', 'emea-se-sto-edge', 'emea-nl-ams-azr']

resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-health'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${applicationInsightsId}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-health'
    Name: '${name} is well'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    Timeout: 30
    RetryEnabled: true
    Locations: map(inTheUnitedKingdomAndNearby, place => { Id: place })
    Request: { RequestUrl: '${url}/healthz', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource notHealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-healthy'
  location: 'global'
  properties: {
    description: 'The server or its storage has not answered well at two places: ${url}/healthz says which.'
    severity: 1
    enabled: true
    scopes: [health.id, applicationInsightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: applicationInsightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-server-errors'
  location: 'global'
  properties: {
    description: 'Requests ended with a 5xx: people, or Teams, were told that Chaperone is out of order.'
    severity: 2
    enabled: true
    scopes: [serverId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: '5xx'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'Requests'
          dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 4
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-restarts'
  location: 'global'
  properties: {
    description: 'The server was started again and again: its first lines in the log name the setting or the policy line that is wrong.'
    severity: 2
    enabled: true
    scopes: [serverId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'restarts'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'RestartCount'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 2
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}
