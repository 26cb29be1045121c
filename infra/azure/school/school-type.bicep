// One school, as the parameters give it. The names on the right of `app settings` in server.bicep say what becomes of each.

@export()
@description('A text that the server reads as a file: the school’s settings, and a pack of its own that they name.')
type SettingsFile = {
  @description('The settings file is school.yaml; a pack of the school’s own has the name that the settings give it.')
  name: string
  text: string
}

@export()
@description('The school’s role groups in Entra, by object id.')
type Groups = {
  staff: string
  head: string
  slt: string
  dsl: string
  dpo: string
  ict: string
  pupil: string
}

@export()
type School = {
  @description('A short name of lower-case letters, digits and hyphens: part of names and of the address, so never changed.')
  @minLength(2)
  @maxLength(20)
  key: string

  @description('The Microsoft 365 tenant in which the school’s people and meetings are.')
  tenantId: string

  @description('The app registration in that tenant.')
  appId: string

  @description('The SharePoint site with the register: host,site collection id,site id.')
  siteId: string

  groups: Groups

  @minLength(1)
  files: SettingsFile[]

  @description('The id that the school’s app catalogue gave to the app on upload; cards lead to its tab.')
  teamsAppId: string?

  @description('A mailbox that Chaperone must not reach, by object id: the doctor tries it.')
  mailboxOutside: string?

  @description('Only where the school’s tenant is not the subscription’s: the name of its certificate in the vault. Otherwise there is no credential at all.')
  certificate: string?
}
