import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { inWelsh, manifestFor, schemaVersion } from '../../manifest/manifest.ts';
import { readPackageSettings } from '../../manifest/settings.ts';
import { faultsOf } from '../../manifest/validate.ts';
import { english, welsh } from '../../manifest/words.ts';
import { environments, example } from './environments.ts';

/** Would Teams take what it is told of the app? */

const manifest = manifestFor(readPackageSettings(example), '1.2.3');

test.each(environments)('Microsoft’s schemas take the manifest and its Welsh for %s', (_, settings) => {
  const made = manifestFor(settings, '1.2.3');
  expect(faultsOf('manifest', made)).toEqual([]);
  expect(faultsOf('language', inWelsh(made))).toEqual([]);
});

test('the schema is the newest that Microsoft’s package brings', () => {
  const find = createRequire(import.meta.url);
  const schemas = find.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.0/MicrosoftTeams.schema.json');
  const numbers = readdirSync(join(dirname(schemas), '..')).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
  expect(schemaVersion).toBe(`1.${Math.max(...numbers.map(Number))}`);
});

test.each([
  ['a name of more than 30 characters', { name: { short: 'x'.repeat(31) } }, '/name/short'],
  ['a member that Teams does not know', { secretPower: true }, 'secretPower'],
  [
    'a bot in a place that there is not',
    { bots: [{ botId: manifest.id, scopes: ['everywhere'] }] },
    '/bots/0/scopes/0',
  ],
  ['an id that is no GUID', { id: 'chaperone' }, '/id'],
  ['another version of the schema', { manifestVersion: '1.29' }, '/manifestVersion'],
])('%s is refused, with where it stands', (_, change, where) => {
  expect(faultsOf('manifest', { ...manifest, ...change }).join('\n')).toContain(where);
});

test('a string of another language for a command that there is not is refused', () => {
  const strings = { ...inWelsh(manifest), 'bots[0].commandLists[0].commands[12].title': 'x' };
  expect(faultsOf('language', strings).join('\n')).toContain('commands[12]');
});

test('every string that has a Welsh one stands where its English does', () => {
  const strings = inWelsh(manifest);
  const commands = manifest.bots?.[0]?.commandLists?.[0]?.commands ?? [];
  for (const [index, { title }] of commands.entries()) {
    const means = new Map(Object.entries(welsh.commands)).get(title);
    expect(strings[`bots[0].commandLists[0].commands[${index}].description`]).toBe(means);
  }
  const tabs = (manifest.staticTabs ?? []).map(({ name }, index) => [name, strings[`staticTabs[${index}].name`]]);
  expect(tabs).toEqual([
    [undefined, undefined],
    [english.tabs.meetings, welsh.tabs.meetings],
    [english.tabs.register, welsh.tabs.register],
    [undefined, undefined],
  ]);
});

test('the app, its bot and what the tab signs in to are one registration', () => {
  const { id, bots = [], webApplicationInfo } = manifest;
  expect([id, bots[0]?.botId, webApplicationInfo?.id]).toEqual([
    example['APP_ID'],
    example['APP_ID'],
    example['APP_ID'],
  ]);
  expect(webApplicationInfo?.resource).toBe(
    `api://chaperone.quillfeather.example.org/botid-${example['APP_ID'] ?? ''}`,
  );
});

test('the bot is in a person’s own chat and nowhere else', () => {
  expect(manifest.bots?.map(({ scopes }) => scopes)).toEqual([['personal']]);
});

test('in a meeting it stands beside the call and among the details, never on the stage', () => {
  expect(manifest.configurableTabs).toMatchObject([
    { scopes: ['groupChat'], context: ['meetingSidePanel', 'meetingDetailsTab'], meetingSurfaces: ['sidePanel'] },
  ]);
});

test('people without an account get nothing of it in a meeting', () => {
  expect(manifest.meetingExtensionDefinition?.supportsAnonymousGuestUsers ?? false).toBe(false);
});

test('Teams loads pages from the server’s own address only', () => {
  const shown = [...(manifest.staticTabs ?? []), ...(manifest.configurableTabs ?? [])].flatMap((tab) =>
    Object.values(z.record(z.string(), z.unknown()).parse(tab)).filter(
      (value) => typeof value === 'string' && value.startsWith('https:'),
    ),
  );
  expect(shown).toHaveLength(5);
  expect(new Set(shown.map((address) => new URL(String(address)).host))).toEqual(new Set(manifest.validDomains));
});
