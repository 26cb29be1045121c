// One school, in its own tenant and subscription. Everything comes from the environment, by the names that the server knows (bot/config.ts):
// the settings file of `npm run provision` is what azd, the Agents Toolkit and the shell read it from.
using 'main.bicep'

param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param image = readEnvironmentVariable('CHAPERONE_IMAGE', '')
param alertsTo = readEnvironmentVariable('ALERTS_TO')
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '80'))
param budgetStart = readEnvironmentVariable('BUDGET_START')

param schools = [
  {
    key: readEnvironmentVariable('SCHOOL_KEY', 'school')
    tenantId: readEnvironmentVariable('TENANT_ID')
    appId: readEnvironmentVariable('APP_ID')
    siteId: readEnvironmentVariable('SITE_ID')
    groups: {
      staff: readEnvironmentVariable('GROUP_STAFF')
      head: readEnvironmentVariable('GROUP_HEAD')
      slt: readEnvironmentVariable('GROUP_SLT')
      dsl: readEnvironmentVariable('GROUP_DSL')
      dpo: readEnvironmentVariable('GROUP_DPO')
      ict: readEnvironmentVariable('GROUP_ICT')
      pupil: readEnvironmentVariable('GROUP_PUPIL')
    }
    teamsAppId: readEnvironmentVariable('TEAMS_APP_ID', '')
    mailboxOutside: readEnvironmentVariable('MAILBOX_OUTSIDE', '')
    // The school's policy. A pack of its own, named in there, is a second file here.
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
]
