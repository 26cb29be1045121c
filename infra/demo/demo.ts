import { z } from 'zod';
import { startStorage } from '../azurite.ts';
import { answering, answers, type Part, startPart } from '../parts.ts';
import { provisionInABox } from '../provision/in-a-box.ts';
import { people } from '../tenant/school/people.ts';
import { lines as linesUpToReview } from './arrange.ts';
import { linesOf, person } from './person.ts';
import { appToken, broken, look, type Seen } from './promises.ts';

/**
 * `npm run demo`: the main job through the real doors, printed as a conversation, with what was sent and what was sealed.
 * Whatever answers at its address already is used, the rest is started. Exit 0 only if every promise held; `--json` for machines.
 */

const given = z
  .object({
    TENANT_PORT: z.string(),
    PORT: z.string(),
    STORAGE_PORT: z.string(),
    STORAGE_URL: z.string(),
    TENANT_ID: z.string(),
    APP_ID: z.string(),
    APP_SECRET: z.string(),
    SITE_ID: z.string(),
  })
  .parse(process.env);
const tenantUrl = `http://127.0.0.1:${given.TENANT_PORT}`;
const serverUrl = `http://127.0.0.1:${given.PORT}`;
const app = { tenantId: given.TENANT_ID, appId: given.APP_ID, appSecret: given.APP_SECRET };
const asJson = process.argv.includes('--json');
const idOf = (name: string) => people.find((one) => one.name === name)?.id ?? '';

const seen = async (): Promise<Seen> => look(tenantUrl, given.SITE_ID, await appToken(tenantUrl, app));
const staff = new Set(people.filter((one) => one.groups.includes('staff')).map((one) => one.id));
const started: { stop(): Promise<void> }[] = [];

async function openSchool(): Promise<void> {
  if (!(await answers(given.STORAGE_URL))) started.push(await startStorage({ port: Number(given.STORAGE_PORT) }));
  await openPart('The tenant', 'infra/tenant/main.ts', `${tenantUrl}/_teams/people`, { TENANT_DATABASE: ':memory:' });
  await provisionInABox(process.env);
  await openPart('The server', 'bot/main.ts', `${serverUrl}/healthz`, { LOG_LEVEL: 'warn' });
}

async function openPart(name: string, program: string, url: string, settings: Record<string, string>): Promise<void> {
  if (await answers(url)) return;
  const part: Part = startPart(name, program, settings, asJson ? 'hidden' : 'shown');
  started.push(part);
  await answering(part, url);
}

type Line = { readonly who: string; readonly says: string };

async function arrange(): Promise<readonly Line[]> {
  const senco = person(tenantUrl, idOf('Maya Okafor'));
  const lines: Line[] = [];
  let heard = new Set((await senco.messages()).map((message) => `${message.id} ${message.n}`));
  const hear = async () => {
    const messages = await senco.messages();
    const fresh = messages.filter((message) => message.from === 'bot' && !heard.has(`${message.id} ${message.n}`));
    lines.push(...fresh.map((message) => ({ who: 'Chaperone', says: linesOf(message).join('\n    ') })));
    heard = new Set(messages.map((message) => `${message.id} ${message.n}`));
  };
  const [cancel = '', ...talk] = linesUpToReview('Tuesday week');
  await senco.says(cancel);
  await hear();
  lines.length = 0;
  for (const text of talk) {
    lines.push({ who: 'Maya Okafor', says: text });
    await senco.says(text);
    await hear();
  }
  lines.push({ who: 'Maya Okafor', says: '[Send]' });
  await senco.presses('Send');
  await senco.hears(/^(Arranged:|Not arranged:|Called off)/);
  await hear();
  return lines;
}

// A school that has been used before keeps what it had; only what came since is judged.
function newIn(now: Seen, before: Seen): Seen {
  const mails = new Set(before.mails.map((mail) => mail.id));
  const events = new Set([...before.events, ...before.ended].map((event) => event.id));
  const rows = new Set(before.rows.map((row) => row.reference));
  return {
    mails: now.mails.filter((mail) => !mails.has(mail.id)),
    events: now.events.filter((event) => !events.has(event.id)),
    ended: now.ended.filter((event) => !events.has(event.id)),
    rows: now.rows.filter((row) => !rows.has(row.reference)),
  };
}

/** The head opens the register's tab: what was arranged is to be there. */
async function tabComplaints({ rows }: Seen): Promise<readonly string[]> {
  const { token } = z
    .object({ token: z.string() })
    .parse(await (await fetch(`${tenantUrl}/_teams/token/${idOf('Ruth Adeyemi')}`)).json());
  const answer = await fetch(`${serverUrl}/api/meetings?scope=all`, { headers: { Authorization: `Bearer ${token}` } });
  const body = await answer.text();
  if (rows.length !== 1) return [`${rows.length} rows for one meeting`];
  return rows.filter((row) => !body.includes(row.reference)).map((row) => `${row.reference} is not in the head’s tab`);
}

function print(conversation: readonly Line[], { mails, rows }: Seen, wrong: readonly string[]): void {
  console.log('\nThe conversation\n');
  for (const { who, says } of conversation) console.log(`  ${who}: ${says}\n`);
  console.log('What was mailed, and the meeting at that instant\n');
  for (const { kind, to, optionsThen } of mails) {
    const lobby = optionsThen?.lobbyBypassSettings;
    console.log(
      `  ${kind} to ${to}: lobby ${lobby?.scope ?? 'unknown'}, dial-in past it ${String(lobby?.isDialInBypassEnabled ?? 'unknown')}`,
    );
    console.log(
      `    may present: ${optionsThen?.allowedPresenters ?? 'unknown'}; may admit: ${optionsThen?.allowedLobbyAdmitters ?? 'unknown'}`,
    );
  }
  console.log('\nWhat the register says\n');
  for (const { reference, status } of rows) console.log(`  ${reference}: ${status}; in the head’s tab as well`);
  console.log(wrong.length === 0 ? '\nEvery promise held.' : `\nBroken:\n${wrong.map((one) => `  ${one}`).join('\n')}`);
}

try {
  await openSchool();
  const before = await seen();
  const conversation = await arrange();
  const after = newIn(await seen(), before);
  const wrong = [...broken(after, staff), ...(await tabComplaints(after))];
  if (asJson) console.log(JSON.stringify({ held: wrong.length === 0, broken: wrong, conversation, ...after }, null, 2));
  else print(conversation, after, wrong);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  for (const part of started.toReversed()) await part.stop();
}
