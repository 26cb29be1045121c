// Where the log is kept, what looks in from outside, and who is mailed. The log holds no names, addresses or initials.
param name string
param location string
param alertsTo string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    RetentionInDays: 90
  }
}

resource somebody 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  properties: {
    groupShortName: 'Chaperone'
    enabled: true
    emailReceivers: [{ name: 'ICT', emailAddress: alertsTo, useCommonAlertSchema: true }]
  }
}

output workspaceId string = workspace.id
output applicationInsightsId string = applicationInsights.id
output actionGroupId string = somebody.id
