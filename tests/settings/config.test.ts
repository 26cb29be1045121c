import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import { local } from '../school.ts';

/** The settings, as whoever sets up the server meets them. */

const said = (change: Record<string, string | undefined>): string => {
  try {
    readConfig({ ...local, ...change });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test('the settings of the local school are complete', () => {
  expect(said({})).toBe('');
});

test('every setting that is missing or wrong is named at once', () => {
  const message = said({ APP_ID: 'nonsense', GROUP_DSL: undefined, SITE_ID: 'a/b' });
  for (const name of ['APP_ID', 'GROUP_DSL', 'SITE_ID']) expect(message).toContain(name);
});

test('an address that is none is named, and what is not there is said to be missing', () => {
  expect(said({ GRAPH_URL: 'nonsense' })).toContain('GRAPH_URL: Invalid URL');
  expect(said({ GROUP_DSL: undefined })).toContain('GROUP_DSL: is missing');
  expect(said({ GROUP_DSL: ' ' })).toContain('GROUP_DSL: is missing');
});

test.each(['GRAPH_URL', 'ENTRA_URL', 'STORAGE_URL', 'CHANNEL_SERVICE_URL', 'CHANNEL_METADATA_URL'])(
  '%s over plain http is refused when it is not this machine',
  (name) => {
    expect(said({ [name]: 'http://graph.example.com/' })).toContain(name);
  },
);

test('Graph may be named with its version or without', () => {
  const named = (url: string) => readConfig({ ...local, GRAPH_URL: url }).config.graphUrl;
  expect(named('https://graph.microsoft.com')).toBe('https://graph.microsoft.com/v1.0');
  expect(named('https://graph.microsoft.com/v1.0/')).toBe('https://graph.microsoft.com/v1.0');
});

test('a secret is never in a message, a log line or a dump', () => {
  const value = 'correct-horse';
  const { secrets } = readConfig({ ...local, APP_SECRET: value });
  expect(`${JSON.stringify(secrets)} ${inspect(secrets, { depth: 9 })}`).not.toContain(value);
  expect(said({ APP_SECRET: value, APP_ID: 'nonsense' })).not.toContain(value);
  expect(secrets.app.kind === 'secret' && secrets.app.secret.reveal()).toBe(value);
});

test('what says “open the register” leads to the app’s own tab in Teams, unless the settings say where else', () => {
  const leadsTo = (change: Record<string, string | undefined>) =>
    readConfig({ ...local, TEAMS_URL: undefined, ...change }).config.teamsUrl;
  expect(leadsTo({})).toBe(`https://teams.microsoft.com/l/entity/${local['APP_ID'] ?? ''}/meetings`);
  const catalogue = '8c1f0a52-3d47-4e6b-a1f9-60b7c2d5e384';
  expect(leadsTo({ TEAMS_APP_ID: catalogue })).toBe(`https://teams.microsoft.com/l/entity/${catalogue}/meetings`);
  expect(leadsTo({ TEAMS_URL: 'http://127.0.0.1:3980/teams' })).toBe('http://127.0.0.1:3980/teams');
});
