// The servers' own subnet, so that storage can be shut to everybody else.
param name string
param location string

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.94.0.0/23'] }
    subnets: [
      {
        name: 'servers'
        properties: {
          addressPrefix: '10.94.0.0/24'
          delegations: [{ name: 'servers', properties: { serviceName: 'Microsoft.App/environments' } }]
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
        }
      }
    ]
  }
}

output subnetId string = network.properties.subnets[0].id
