import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startStorage } from './azurite.ts';
import { answering, answers, type Part, startPart } from './parts.ts';
import { provisionInABox } from './provision/in-a-box.ts';
import { people } from './tenant/school/people.ts';

// `npm start`: a whole fictional school on this machine. Tenant, storage and server are separate processes that know each other by URL only.
const began = Date.now();
const tenantUrl = process.env['ENTRA_URL'] ?? 'http://127.0.0.1:3980';
const serverUrl = `http://127.0.0.1:${process.env['PORT'] ?? '3978'}`;

for (const [name, url] of [
  ['The tenant', tenantUrl],
  ['The server', serverUrl],
] as const)
  if (await answers(url)) {
    console.error(
      `${name}’s address ${url} is taken. Is the school running already? Its port is a setting: see infra/local.env.`,
    );
    process.exit(1);
  }

console.log('Building the pages …');
const build = spawn('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const built = once(build, 'exit');

const storage = await startStorage({ port: Number(process.env['STORAGE_PORT'] ?? 3982), folder: '.chaperone/storage' });
const parts: Part[] = [];
try {
  // The tenant is made ready meanwhile: it needs no pages.
  const tenant = startPart('The tenant', 'infra/tenant/main.ts');
  parts.push(tenant);
  await answering(tenant, `${tenantUrl}/_teams/people`);
  await provisionInABox(process.env);
  await built;
  if (build.exitCode === 0) await serve();
  else process.exitCode = 1;
} finally {
  await Promise.all(parts.map((part) => part.stop()));
  await storage.stop();
}

async function serve(): Promise<void> {
  const server = startPart('The server', 'bot/main.ts');
  parts.push(server);
  await answering(server, `${serverUrl}/healthz`);
  greet();
  const ended = Promise.race([
    ...parts.map((part) => once(part.child, 'exit').then(() => `${part.name} ended.`)),
    asked(),
  ]);
  console.log(await ended);
}

function greet(): void {
  const as = (id: string, open: string) => `${tenantUrl}/teams?as=${id}&open=${open}`;
  const [senco, ...others] = people.filter((person) => person.kind === 'member' && !person.groups.includes('pupil'));
  console.log(
    `\nA school in a box, ready after ${((Date.now() - began) / 1000).toFixed(1)} s. Nothing leaves this machine.\n`,
  );
  if (senco) console.log(`  Arrange a meeting as ${senco.name}, ${senco.jobTitle}:\n    ${as(senco.id, 'chat')}\n`);
  console.log(
    '  Say, for example:\n    TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins\n',
  );
  for (const person of others) console.log(`  ${person.name}, ${person.jobTitle}: ${as(person.id, 'tab')}`);
  console.log('\n  Ctrl+C ends it; what was arranged is kept in .chaperone/.');
}

async function asked(): Promise<string> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  return 'Ending.';
}
