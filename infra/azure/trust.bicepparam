// A trust of 40 schools in one Microsoft 365 tenant, the trust's. Each school has a server, a bot, an app registration, a site, groups and a
// policy of its own: one entry each, and the other 37 go as these three. (A trust that works as one school, with one site, one set of
// leaders and one policy, is a school: school.bicepparam.)
using 'main.bicep'

param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param image = readEnvironmentVariable('CHAPERONE_IMAGE', '')
param alertsTo = 'ict@trust.example.org'
param monthlyBudget = 2400
param budgetStart = '2026-11-01'
param zoneRedundant = true
param leastReplicas = 2

var tenantId = '5c0a1d0e-0000-4000-8000-0000000a0001'

// Leaders, safeguarding leads and so on are groups of each school; the trust has one data protection officer and one ICT team.
var dpo = '5c0a1d0e-0000-4000-8000-0000000a00c4'
var ict = '5c0a1d0e-0000-4000-8000-0000000a00c5'

param schools = [
  {
    key: 'quillfeather'
    tenantId: tenantId
    appId: '5c0a1d0e-0000-4000-8000-0000000a01a0'
    siteId: 'trust.example.org,5c0a1d0e-0000-4000-8000-0000000a01b0,5c0a1d0e-0000-4000-8000-0000000a01b1'
    groups: {
      staff: '5c0a1d0e-0000-4000-8000-0000000a01c1'
      head: '5c0a1d0e-0000-4000-8000-0000000a01c7'
      slt: '5c0a1d0e-0000-4000-8000-0000000a01c2'
      dsl: '5c0a1d0e-0000-4000-8000-0000000a01c3'
      dpo: dpo
      ict: ict
      pupil: '5c0a1d0e-0000-4000-8000-0000000a01c6'
    }
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
  {
    key: 'larkrise'
    tenantId: tenantId
    appId: '5c0a1d0e-0000-4000-8000-0000000a02a0'
    siteId: 'trust.example.org,5c0a1d0e-0000-4000-8000-0000000a02b0,5c0a1d0e-0000-4000-8000-0000000a02b1'
    groups: {
      staff: '5c0a1d0e-0000-4000-8000-0000000a02c1'
      head: '5c0a1d0e-0000-4000-8000-0000000a02c7'
      slt: '5c0a1d0e-0000-4000-8000-0000000a02c2'
      dsl: '5c0a1d0e-0000-4000-8000-0000000a02c3'
      dpo: dpo
      ict: ict
      pupil: '5c0a1d0e-0000-4000-8000-0000000a02c6'
    }
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
  {
    key: 'mossbank'
    tenantId: tenantId
    appId: '5c0a1d0e-0000-4000-8000-0000000a03a0'
    siteId: 'trust.example.org,5c0a1d0e-0000-4000-8000-0000000a03b0,5c0a1d0e-0000-4000-8000-0000000a03b1'
    groups: {
      staff: '5c0a1d0e-0000-4000-8000-0000000a03c1'
      head: '5c0a1d0e-0000-4000-8000-0000000a03c7'
      slt: '5c0a1d0e-0000-4000-8000-0000000a03c2'
      dsl: '5c0a1d0e-0000-4000-8000-0000000a03c3'
      dpo: dpo
      ict: ict
      pupil: '5c0a1d0e-0000-4000-8000-0000000a03c6'
    }
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
]
