import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { type Registration, registrationOf } from './registration.ts';

/**
 * `npm run registration -- --settings <file>`: what the school's app registration still has to be told once the server's identity
 * and address are known, as files, and the commands for whoever may change it. It changes nothing itself.
 */

const folder = resolve(import.meta.dirname, '..', '..', 'dist', 'app-registration');

const { values } = parseArgs({ options: { settings: { type: 'string' } } });
if (values.settings === undefined) {
  console.error('Of which school? npm run registration -- --settings <its settings file>');
  process.exit(1);
}
const registration = orEnd(() => registrationOf(parseEnv(readFileSync(values.settings ?? '', 'utf8'))));

mkdirSync(folder, { recursive: true });
const fileOf = (name: keyof Registration['bodies']) => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(registration.bodies[name], null, 2)}\n`);
  return relative(process.cwd(), path).replaceAll('\\', '/');
};
const { appId } = registration;
const patch = (name: 'signIn' | 'teams') =>
  `az rest --method PATCH --url "https://graph.microsoft.com/v1.0/applications(appId='${appId}')" --headers Content-Type=application/json --body "@${fileOf(name)}"`;
console.log(`# The server proves that it is the app without a secret: Azure vouches for its identity, and the app trusts that. Once.
az ad app federated-credential create --id ${appId} --parameters "@${fileOf('trust')}"

# The tab signs people in. In this order; again after the address has changed.
${patch('signIn')}
${patch('teams')}`);

function orEnd<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : 'The settings could not be read.');
    process.exit(1);
  }
}
