// Only where a school's tenant is not the subscription's: its certificate. (Entra lets an app trust a managed identity of its own tenant only.)
param name string
param location string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${uniqueString(resourceGroup().id, name)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
  }
}

output name string = vault.name
