import type {
  Bot,
  ConfigurableTab,
  StaticTab,
  TeamsManifestV1D30,
} from '@microsoft/app-manifest/build/generated-types/teams/TeamsManifestV1D30.js';
import type { PackageSettings } from './settings.ts';
import { commands, english, welsh } from './words.ts';

/**
 * What Teams is told of the app (https://learn.microsoft.com/microsoft-365/extensibility/schema/). Pure.
 *
 * It asks for no resource-specific consent (`authorization` is absent): the bot reads no chat and hears no meeting, and the panel learns its
 * meeting's chat id from Teams itself. What is done at Graph is done as the app (`bot/graph/permissions.ts`); a consent that somebody gives
 * by adding the app to a meeting would come after the meeting had to be sealed. So adding it gives it nothing there to read.
 */

/** The newest that `@microsoft/app-manifest` brings; `validate.ts` holds the manifest to it. */
export const schemaVersion = '1.30';
const schemas = `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}`;

/** Links into Teams name this tab and say in their context which page they mean (`tab/link-into-teams.ts`, `bot/config.ts`). */
export const meetingsTab = 'meetings';
const registerTab = 'register';

export const files = { manifest: 'manifest.json', color: 'color.png', outline: 'outline.png', welsh: 'cy-gb.json' };

/** @param version of the package, semantic; Teams takes a changed package only under another one */
export function manifestFor(settings: PackageSettings, version: string): TeamsManifestV1D30 {
  const { appId, publicUrl, name, developer } = settings;
  return {
    $schema: `${schemas}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    // One registration is the app, its bot and what the tab signs in to: there is one id to get right.
    id: appId,
    developer: {
      name: developer.name,
      websiteUrl: developer.url,
      privacyUrl: developer.privacy,
      termsOfUseUrl: developer.terms,
    },
    name: { short: name, full: english.fullName },
    description: { short: english.short, full: english.full },
    localizationInfo: {
      defaultLanguageTag: 'en-gb',
      additionalLanguages: [{ languageTag: 'cy-gb', file: files.welsh }],
    },
    icons: { color: files.color, outline: files.outline },
    accentColor: '#1f4e5f',
    bots: [botFor(appId)],
    staticTabs: [...tabsAt(publicUrl)],
    configurableTabs: [meetingTabAt(publicUrl)],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { meetings: 'tab', groupchat: 'tab' },
    // Who is signed in; that is all it asks of a person.
    permissions: ['identity'],
    validDomains: [new URL(publicUrl).host],
    webApplicationInfo: { id: appId, resource: signsInTo(settings) },
    // The tab says itself when it has something to show, or that it broke down (`tab/teams.ts`).
    showLoadingIndicator: true,
  };
}

/**
 * The registration's Application ID URI, as Microsoft has it for an app that is a bot and tabs
 * (https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad). Teams refuses a host that is not the tab's.
 */
export const signsInTo = ({ appId, publicUrl }: Pick<PackageSettings, 'appId' | 'publicUrl'>): string =>
  `api://${new URL(publicUrl).host}/botid-${appId}`;

/** For a person's own chat only: arranging a meeting is nobody else's business, and a bot in a chat with guests is sent what they say to it. */
const botFor = (appId: string): Bot => ({
  botId: appId,
  scopes: ['personal'],
  isNotificationOnly: false,
  supportsFiles: false,
  commandLists: [
    { scopes: ['personal'], commands: commands.map((title) => ({ title, description: english.commands[title] })) },
  ],
});

/** `conversations` and `about` are Teams' own words for the chat with the bot and the page about the app. The first is what the app opens with. */
export const tabsAt = (publicUrl: string): readonly StaticTab[] => [
  { entityId: 'conversations', scopes: ['personal'] },
  {
    entityId: meetingsTab,
    name: english.tabs.meetings,
    contentUrl: `${publicUrl}/tab/`,
    websiteUrl: `${publicUrl}/tab/`,
    scopes: ['personal'],
  },
  {
    entityId: registerTab,
    name: english.tabs.register,
    contentUrl: `${publicUrl}/tab/?open=register`,
    websiteUrl: `${publicUrl}/tab/`,
    scopes: ['personal'],
  },
  { entityId: 'about', scopes: ['personal'] },
];

/** Beside the call and among the meeting's details: a meeting takes an app only where it is one of its details too (`tab/teams.ts`). */
const meetingTabAt = (publicUrl: string): ConfigurableTab => ({
  configurationUrl: `${publicUrl}/tab/`,
  canUpdateConfiguration: true,
  scopes: ['groupChat'],
  context: ['meetingSidePanel', 'meetingDetailsTab'],
  // Left out, it would be shown on the stage too, to everybody in the meeting.
  meetingSurfaces: ['sidePanel'],
});

/** The manifest's strings in Welsh, by where in it they stand (https://learn.microsoft.com/microsoftteams/platform/resources/schema/localization-schema). */
export function inWelsh(manifest: TeamsManifestV1D30): Record<string, string> {
  const named = (manifest.staticTabs ?? []).flatMap(({ entityId }, index): [string, string][] =>
    entityId === meetingsTab || entityId === registerTab ? [[`staticTabs[${index}].name`, welsh.tabs[entityId]]] : [],
  );
  const explained = commands.map((title, index): [string, string] => [
    `bots[0].commandLists[0].commands[${index}].description`,
    welsh.commands[title],
  ]);
  return {
    $schema: `${schemas}/MicrosoftTeams.Localization.schema.json`,
    'name.short': manifest.name.short,
    'name.full': welsh.fullName,
    'description.short': welsh.short,
    'description.full': welsh.full,
    ...Object.fromEntries([...named, ...explained]),
  };
}
