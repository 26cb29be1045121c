import { expect, test } from '@jest/globals';
import { readConfig } from '../../bot/config.ts';
import { fileAt, hole, namedValues } from './bicep.ts';

/** What the container is given is what bot/config.ts reads, by the same names. */

const given = namedValues(fileAt('school/server.bicep'));

/** Every name that is looked up in an environment, and what is said of one in which there is nothing. */
function asked(): { readonly names: ReadonlySet<string>; readonly complaint: string } {
  const names = new Set<string>();
  const nothing = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_nothing, name) => {
        if (typeof name === 'string' && /^[A-Z_]+$/.test(name)) names.add(name);
        return undefined;
      },
    },
  );
  let complaint = '';
  try {
    readConfig(nothing);
  } catch (error) {
    complaint = error instanceof Error ? error.message : '';
  }
  return { names, complaint };
}

// Each with its reason to be left at what it usually is.
const leftAlone = {
  'Microsoft’s own addresses': [
    'ENTRA_URL',
    'GRAPH_URL',
    'CHANNEL_METADATA_URL',
    'CHANNEL_SERVICE_URL',
    'CHANNEL_NEW_CHATS_URL',
    'TEAMS_URL',
    'TAB_FRAMED_BY',
  ],
  'the same everywhere': [
    'STORAGE_CONTAINER',
    'CLAIM_SECONDS',
    'SWEEP_SECONDS',
    'COUNT_SECONDS',
    'RETRY_MILLISECONDS',
    'LOG_LEVEL',
    'PERSON_PER_MINUTE',
    'ADDRESS_PER_MINUTE',
  ],
  'taken for this machine only': ['APP_SECRET', 'STORAGE_KEY'],
  'set by Azure itself where there is a managed identity': ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'],
};

test('the container is given no name that the server does not read', () => {
  const { names } = asked();
  expect([...given.keys()].filter((name) => !names.has(name))).toEqual([]);
});

test('every name that the server reads is given to the container, or is left alone for a reason', () => {
  const names = [...asked().names];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !given.has(name) && !Object.values(leftAlone).flat().includes(name))).toEqual([]);
});

test('no name is both given and left alone', () => {
  expect(
    Object.values(leftAlone)
      .flat()
      .filter((name) => given.has(name)),
  ).toEqual([]);
});

test('with what the container is given, and nothing else, the server’s settings are whole', () => {
  const id = '5c0a1d0e-0000-4000-8000-000000000001';
  const sample = (name: string, value: string) => {
    if (name === 'PUBLIC_URL') return 'https://chaperone-school.example.org';
    if (name === 'STORAGE_URL') return 'https://stschool.blob.example.org';
    if (name === 'SITE_ID') return `school.example.org,${id},${id}`;
    if (name === 'SCHOOL_FILE') return '/settings/a/school.yaml';
    // Written out in the module, or an id of something.
    return /^[\w.]+$/.test(value) && !/^(identity|school|string)\b/.test(value) ? value : id;
  };
  const environment = Object.fromEntries(
    [...given].filter(([name]) => name !== 'APP_CERTIFICATE_FILE').map(([name, value]) => [name, sample(name, value)]),
  );
  const azure = { IDENTITY_ENDPOINT: 'http://127.0.0.1:42356/msi/token', IDENTITY_HEADER: 'set by Azure' };
  const { config } = readConfig({ ...environment, PORT: '8080', ...azure });
  expect(config).toMatchObject({ port: 8080, listenHost: '0.0.0.0', credential: { kind: 'federated' } });
});

test('the settings file is where the server looks for it', () => {
  expect(given.get('SCHOOL_FILE')).toBe(`${hole('settingsFolder')}/school.yaml`);
  expect(fileAt('school/server.bicep').text).toContain('mountPath: settingsFolder');
});
