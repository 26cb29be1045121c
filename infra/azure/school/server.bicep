// The server. Container Apps: it runs the Dockerfile as it is, many schools share one environment without a plan each, it scales by
// requests, keeps the old revision until the new one is well, and mounts a text as a file, which is how a school's policy gets in.
import { School } from 'school-type.bicep'

param name string
param location string
param school School
param image string
param registryServer string
param url string
param environmentId string
param identity { id: string, clientId: string }
param storageUrl string
param replicas { least: int, most: int }
param vaultName string

var port = 8080
var hasCertificate = !empty(school.?certificate)

// A changed text gives another path, and so another revision: files that change under a running one would be read by nobody.
var settingsFolder = '/settings/${uniqueString(string(school.files))}'
var credentialFolder = '/credential'

var fileSecrets = [for (file, index) in school.files: { name: 'file-${index}', value: file.text }]
var certificateSecrets = hasCertificate
  ? [
      {
        name: 'certificate'
        identity: identity.id
        keyVaultUrl: 'https://${vaultName}${az.environment().suffixes.keyvaultDns}/secrets/${school.?certificate ?? ''}'
      }
    ]
  : []

// Exactly names that bot/config.ts reads; what is not here has its usual value there.
var settings = [
  { name: 'LISTEN_HOST', value: '0.0.0.0' }
  { name: 'PORT', value: string(port) }
  // The ingress of Container Apps, which says whom it speaks for.
  { name: 'PROXY_HOPS', value: '1' }
  { name: 'PUBLIC_URL', value: url }
  { name: 'STORAGE_URL', value: storageUrl }
  { name: 'MANAGED_IDENTITY_CLIENT_ID', value: identity.clientId }
  { name: 'TENANT_ID', value: school.tenantId }
  { name: 'APP_ID', value: school.appId }
  { name: 'SITE_ID', value: school.siteId }
  { name: 'SCHOOL_FILE', value: '${settingsFolder}/school.yaml' }
  { name: 'GROUP_STAFF', value: school.groups.staff }
  { name: 'GROUP_HEAD', value: school.groups.head }
  { name: 'GROUP_SLT', value: school.groups.slt }
  { name: 'GROUP_DSL', value: school.groups.dsl }
  { name: 'GROUP_DPO', value: school.groups.dpo }
  { name: 'GROUP_ICT', value: school.groups.ict }
  { name: 'GROUP_PUPIL', value: school.groups.pupil }
]
var settingsOfSome = concat(
  hasCertificate ? [{ name: 'APP_CERTIFICATE_FILE', value: '${credentialFolder}/app.pem' }] : [],
  empty(school.?mailboxOutside) ? [] : [{ name: 'MAILBOX_OUTSIDE', value: school.?mailboxOutside }],
  empty(school.?teamsAppId) ? [] : [{ name: 'TEAMS_APP_ID', value: school.?teamsAppId }]
)

var settingsFiles = [for (file, index) in school.files: { secretRef: 'file-${index}', path: file.name }]
var settingsVolume = {
  name: 'settings'
  storageType: 'Secret'
  secrets: settingsFiles
}
var credentialVolume = {
  name: 'credential'
  storageType: 'Secret'
  secrets: [{ secretRef: 'certificate', path: 'app.pem' }]
}

resource server 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [{ server: registryServer, identity: identity.id }]
      // The policy is no secret: this is merely how Container Apps makes a text a file.
      secrets: concat(fileSecrets, certificateSecrets)
    }
    template: {
      // A step at Microsoft that is under way may take forty seconds; the server ends it before it goes.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'server'
          image: image
          env: concat(settings, settingsOfSome)
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: concat(
            [{ volumeName: 'settings', mountPath: settingsFolder }],
            hasCertificate ? [{ volumeName: 'credential', mountPath: credentialFolder }] : []
          )
          probes: [
            // Who is not well gets no requests, and is not restarted for it: while storage is away that would mend nothing, and
            // would cut off the sweep.
            {
              type: 'Readiness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Startup'
              tcpSocket: { port: port }
              periodSeconds: 3
              failureThreshold: 40
            }
            {
              type: 'Liveness'
              tcpSocket: { port: port }
              periodSeconds: 20
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas.least
        maxReplicas: replicas.most
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '40' } } }]
      }
      volumes: concat([settingsVolume], hasCertificate ? [credentialVolume] : [])
    }
  }
}

output id string = server.id
