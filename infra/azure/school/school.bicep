// Everything of one school: who it is, what it remembers, its server, its bot, and what watches them.
import { School } from 'school-type.bicep'

param name string
param location string
param school School

@description('Empty until it has been built.')
param image string

param replicas { least: int, most: int }
param environment { id: string, domain: string }
param registryName string
param subnetId string
param monitoring { applicationInsightsId: string, actionGroupId: string }

@description('Empty where nobody needs one.')
param vaultName string

var url = 'https://${name}.${environment.domain}'

module identity 'identity.bicep' = {
  name: '${name}-identity'
  params: { name: name, location: location, registryName: registryName }
}

// With the image, because the certificate is put into the vault between the two.
module certificate 'certificate.bicep' = if (!empty(vaultName) && !empty(image)) {
  name: '${name}-certificate'
  params: {
    vaultName: vaultName
    certificate: school.?certificate ?? ''
    principalId: identity.outputs.principalId
  }
}

module storage 'storage.bicep' = {
  name: '${name}-storage'
  params: { name: name, location: location, subnetId: subnetId, principalId: identity.outputs.principalId }
}

module server 'server.bicep' = if (!empty(image)) {
  name: '${name}-server'
  params: {
    name: name
    location: location
    school: school
    image: '${registryName}.azurecr.io/${image}'
    registryServer: '${registryName}.azurecr.io'
    url: url
    environmentId: environment.id
    identity: { id: identity.outputs.id, clientId: identity.outputs.clientId }
    storageUrl: storage.outputs.url
    replicas: replicas
    vaultName: vaultName
  }
  dependsOn: [certificate]
}

module bot 'bot.bicep' = {
  name: '${name}-bot'
  params: { name: name, displayName: 'Chaperone', appId: school.appId, tenantId: school.tenantId, url: url }
}

module alerts 'alerts.bicep' = if (!empty(image)) {
  name: '${name}-alerts'
  params: {
    name: name
    location: location
    url: url
    serverId: server.?outputs.id ?? ''
    applicationInsightsId: monitoring.applicationInsightsId
    actionGroupId: monitoring.actionGroupId
  }
}

output url string = url
output identityPrincipalId string = identity.outputs.principalId
