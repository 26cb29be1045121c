// A county that runs Chaperone for schools with tenants of their own. The county's subscription belongs to the county's tenant, and Entra lets
// an app trust a managed identity of its own tenant only: so each school's app registration has a certificate, which lies in the vault that is
// made here. Bots are registered here with the school's tenant as theirs. One deployment may hold some dozens of schools; beyond that, one
// resource group and one of these files for each area.
using 'main.bicep'

param location = readEnvironmentVariable('AZURE_LOCATION', 'uksouth')
param image = readEnvironmentVariable('CHAPERONE_IMAGE', '')
param alertsTo = 'schools-ict@county.example.org'
param monthlyBudget = 3000
param budgetStart = '2026-11-01'
param zoneRedundant = true
param leastReplicas = 2

param schools = [
  {
    key: 'eastmere'
    tenantId: '5c0a1d0e-0000-4000-8000-0000000b0101'
    appId: '5c0a1d0e-0000-4000-8000-0000000b01a0'
    siteId: 'eastmere.example.org,5c0a1d0e-0000-4000-8000-0000000b01b0,5c0a1d0e-0000-4000-8000-0000000b01b1'
    certificate: 'eastmere'
    groups: {
      staff: '5c0a1d0e-0000-4000-8000-0000000b01c1'
      head: '5c0a1d0e-0000-4000-8000-0000000b01c7'
      slt: '5c0a1d0e-0000-4000-8000-0000000b01c2'
      dsl: '5c0a1d0e-0000-4000-8000-0000000b01c3'
      dpo: '5c0a1d0e-0000-4000-8000-0000000b01c4'
      ict: '5c0a1d0e-0000-4000-8000-0000000b01c5'
      pupil: '5c0a1d0e-0000-4000-8000-0000000b01c6'
    }
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
  {
    key: 'hollowbrook'
    tenantId: '5c0a1d0e-0000-4000-8000-0000000b0201'
    appId: '5c0a1d0e-0000-4000-8000-0000000b02a0'
    siteId: 'hollowbrook.example.org,5c0a1d0e-0000-4000-8000-0000000b02b0,5c0a1d0e-0000-4000-8000-0000000b02b1'
    certificate: 'hollowbrook'
    groups: {
      staff: '5c0a1d0e-0000-4000-8000-0000000b02c1'
      head: '5c0a1d0e-0000-4000-8000-0000000b02c7'
      slt: '5c0a1d0e-0000-4000-8000-0000000b02c2'
      dsl: '5c0a1d0e-0000-4000-8000-0000000b02c3'
      dpo: '5c0a1d0e-0000-4000-8000-0000000b02c4'
      ict: '5c0a1d0e-0000-4000-8000-0000000b02c5'
      pupil: '5c0a1d0e-0000-4000-8000-0000000b02c6'
    }
    files: [{ name: 'school.yaml', text: loadTextContent('../school.yaml') }]
  }
]
