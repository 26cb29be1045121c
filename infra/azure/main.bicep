// Chaperone in Azure: what schools share, made once, and then each school. `README.md` beside this file is the way to follow.
targetScope = 'resourceGroup'

import { School } from 'school/school-type.bicep'

@description('Where everything is made. UK South keeps what is stored in the United Kingdom.')
param location string = 'uksouth'

@description('Begins every name in the resource group, and every server’s address.')
@minLength(3)
@maxLength(11)
param name string = 'chaperone'

@description('The server’s image in the registry made here, as name:tag. Empty until it has been built: then all but the servers is made.')
param image string = ''

@description('One entry a school. A server knows one Microsoft 365 tenant, one SharePoint site and one policy.')
@minLength(1)
param schools School[]

@description('Who is mailed when something is wrong, and about the budget.')
param alertsTo string

@description('What may be spent a month, in the currency that the subscription is billed in. It warns, it stops nothing.')
@minValue(1)
param monthlyBudget int

@description('The first day of a month, as 2026-11-01: of the month in which it is first deployed, and left alone from then on.')
param budgetStart string

@description('Servers of a school that always run. The sweep runs in them, so never none.')
@minValue(1)
param leastReplicas int = 1

@description('Servers of a school at its busiest.')
@minValue(1)
param mostReplicas int = 3

@description('Spread over availability zones, so that one may fail. Needs two servers a school to be of use, and cannot be changed later.')
param zoneRedundant bool = false

var certificates = filter(schools, school => !empty(school.?certificate))

module network 'estate/network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module monitoring 'estate/monitoring.bicep' = {
  name: 'monitoring'
  params: { name: name, location: location, alertsTo: alertsTo }
}

module registry 'estate/registry.bicep' = {
  name: 'registry'
  params: { name: name, location: location }
}

module environment 'estate/environment.bicep' = {
  name: 'environment'
  params: {
    name: name
    location: location
    subnetId: network.outputs.subnetId
    workspaceId: monitoring.outputs.workspaceId
    zoneRedundant: zoneRedundant
  }
}

module vault 'estate/vault.bicep' = if (!empty(certificates)) {
  name: 'vault'
  params: { name: name, location: location }
}

module budget 'estate/budget.bicep' = {
  name: 'budget'
  params: { name: name, amount: monthlyBudget, start: budgetStart, alertsTo: alertsTo }
}

module each 'school/school.bicep' = [
  for school in schools: {
    name: 'school-${school.key}'
    params: {
      name: '${name}-${school.key}'
      location: location
      school: school
      image: image
      replicas: { least: leastReplicas, most: mostReplicas }
      environment: { id: environment.outputs.id, domain: environment.outputs.domain }
      registryName: registry.outputs.name
      subnetId: network.outputs.subnetId
      monitoring: {
        applicationInsightsId: monitoring.outputs.applicationInsightsId
        actionGroupId: monitoring.outputs.actionGroupId
      }
      vaultName: empty(school.?certificate) ? '' : (vault.?outputs.name ?? '')
    }
  }
]

module logAlerts 'estate/log-alerts.bicep' = if (!empty(image)) {
  name: 'log-alerts'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
    servers: map(schools, school => '${name}-${school.key}')
  }
  dependsOn: [each]
}

// Upper case, because azd and the Agents Toolkit keep them as settings: PUBLIC_URL is one that the server reads.
@description('The first school’s address: of the tab, and of the bot with /api/messages behind it.')
output PUBLIC_URL string = each[0].outputs.url

@description('The first school’s identity, which its app registration has to trust.')
output IDENTITY_PRINCIPAL_ID string = each[0].outputs.identityPrincipalId

@description('Where the image is to be built.')
output REGISTRY string = registry.outputs.name

output SCHOOLS array = [
  for (school, index) in schools: {
    key: school.key
    url: each[index].outputs.url
    identityPrincipalId: each[index].outputs.identityPrincipalId
  }
]
