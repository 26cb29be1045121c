// The bot's registration. SingleTenant, with the school's own app registration: Microsoft takes no new multi-tenant bots, and a managed
// identity as the bot (UserAssignedMSI) could not be what the tab signs people in with, nor carry the access policy and the mailbox scope.
param name string
param displayName string
param appId string
param tenantId string
param url string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  // Unique in all of Azure.
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  // Teams is free of charge and limit on F0.
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: '${url}/api/messages'
    msaAppType: 'SingleTenant'
    msaAppId: appId
    msaAppTenantId: tenantId
    disableLocalAuth: true
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false, acceptedTerms: true }
  }
}
