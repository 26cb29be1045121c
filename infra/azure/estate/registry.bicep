// Where the server's image is built and kept. No user of its own and no anonymous pull: each school's identity may read it.
param name string
param location string

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: '${replace(name, '-', '')}${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Basic' }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

output name string = registry.name
