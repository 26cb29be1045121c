// What the log says. One rule for all schools, because each rule costs by the month; the mail names the server.
param name string
param location string
param workspaceId string
param actionGroupId string

@description('The servers that have to be heard of, by name.')
param servers string[]

// The words in quotes are the server's own, from bot/; a test holds them together.
var queries = {
  // Silence is the fault here, so it starts from the servers there ought to be.
  sweepNotRun: '''
    print server = dynamic(SERVERS)
    | mv-expand server to typeof(string)
    | join kind=leftanti (
        ContainerAppConsoleLogs
        | where Log contains 'the register was swept'
        | distinct ContainerAppName
      ) on $left.server == $right.ContainerAppName
  '''
  notSealed: '''
    ContainerAppConsoleLogs
    | where Log contains 'not sealed:' or Log contains 'could not be proved shut' or Log contains 'could not be shut first'
    | project TimeGenerated, server = ContainerAppName, Log
  '''
  errors: '''
    ContainerAppConsoleLogs
    | where Log startswith '{' and toint(parse_json(Log).level) >= 50
    | project TimeGenerated, server = ContainerAppName, Log
  '''
}

var rules = [
  {
    name: 'sweep-not-run'
    query: replace(queries.sweepNotRun, 'SERVERS', string(servers))
    severity: 1
    window: 'PT15M'
    description: 'For a quarter of an hour no sweep has reached this school’s register: meetings that were cut off are not carried on, and nobody looks whether what stands is still sealed.'
  }
  {
    name: 'not-sealed'
    query: queries.notSealed
    severity: 1
    window: 'PT5M'
    description: 'Safeguards did not read back as asked, or a link could not be proved shut. Nobody was invited, or the safeguarding lead has been told; the line has the meeting’s reference and the setting.'
  }
  {
    name: 'errors'
    query: queries.errors
    severity: 2
    window: 'PT15M'
    description: 'The server logged an error: something that somebody has to look at, as that nobody could be reached about a meeting.'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: '${name}-${rule.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: rule.window
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            dimensions: [{ name: 'server', operator: 'Include', values: ['*'] }]
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [actionGroupId] }
      autoMitigate: true
      // The table is there only once the first server has written to it.
      skipQueryValidation: true
    }
  }
]
