import { z } from 'zod';
import { Cover } from '../../bot/second-adult/cover.ts';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { openLists } from '../register/lists.ts';
import type { School, Site } from '../school.ts';

/** A focus session with a pupil on the call: nobody may hold it alone. Maya Okafor hosts it, Tom Birch is the second adult. */

export const people = (school: Site) => ({
  host: school.as('Maya Okafor'),
  tom: school.as('Tom Birch'),
  head: school.as('Ruth Adeyemi'),
  deputy: school.as('Owen Pryce'),
  lead: school.as('Leila Haddad'),
  ict: school.as('Sam Whitlock'),
  dpo: school.as('Grace Tan'),
});

const session = (day: string) =>
  `Focus session for AB Y4 about music therapy, second adult Tom Birch, ${day} 3.15pm, 30 mins`;
const tac = (day: string) =>
  `TAC for AB Y4 about support at school and at home, second adult Tom Birch, ${day} 3.15pm, 45 mins`;
const family = 'Jo Marsh, mum, Family, jo.marsh@example.com';

/** Arranged, and nobody at work on it any more: the second adult has their card. */
export async function arranged(
  school: School,
  what: 'with a pupil' | 'without a pupil' = 'with a pupil',
): Promise<void> {
  const { host, tom } = people(school);
  const day = schoolDayAhead(new Date());
  for (const line of ['cancel', what === 'with a pupil' ? session(day) : tac(day), family]) await host.says(line);
  await host.hears('Please check before it is sent', 5);
  await host.presses('Send');
  await host.hears('Arranged: the invitations have gone');
  await tom.hears('Can you be the second adult?');
  await atRest(school);
}

/** The one row there is, as the list has it. */
export async function row(school: Site): Promise<Readonly<Record<string, unknown>>> {
  const rows = await (await openLists(school)).rows('Meetings');
  const [only, another] = rows;
  if (only === undefined || another !== undefined) throw new Error(`there are ${rows.length} meetings`);
  return only.fields;
}

/** How the second adult stands, as the row has it. */
export async function cover(school: Site): Promise<Partial<Cover>> {
  const text = (await row(school))['Cover'];
  return typeof text === 'string' ? Cover.parse(JSON.parse(text)) : {};
}

export async function until(holds: () => Promise<boolean>, what = 'it'): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await holds())) if (performance.now() > deadline) throw new Error(`${what} did not come to be`);
}

/** Nobody works on the row: it is next due at a look of its own, and not when a claim ends. */
export const atRest = (school: Site) =>
  until(async () => {
    const { Step, NextCheck } = await row(school);
    if (Step !== 'done') return false;
    return typeof NextCheck !== 'string' || Date.parse(NextCheck) - Date.now() > 125_000;
  }, 'a row at rest');

/** What the log says happened, in order. */
export async function events(school: Site): Promise<readonly string[]> {
  const rows = await (await openLists(school)).rows('Log');
  return rows
    .toSorted((one, other) => Number(one.fields['Number']) - Number(other.fields['Number']))
    .map(({ fields }) => String(fields['Event']));
}

/** What a host who cancels leaves in the register; the sweep goes on with it. */
export async function cancelled(school: Site): Promise<void> {
  const lists = await openLists(school);
  const [item] = await lists.rows('Meetings');
  await lists.edit('Meetings', item?.id ?? '', { Step: 'end', NextCheck: new Date(Date.now() - 1000).toISOString() });
}

export const secondAdultIs = async (school: Site, name: string): Promise<void> => {
  const { SecondAdult } = await row(school);
  if (SecondAdult !== name) throw new Error(`the second adult is ${String(SecondAdult)}`);
};

const Mails = z.array(z.object({ id: z.string(), kind: z.string() }));

/** What somebody does in their own Outlook with the newest invitation they have. */
export async function answersInOutlook(
  school: Site,
  address: string,
  response: 'accepted' | 'declined',
): Promise<void> {
  const box = `${school.tenant.url}/_teams/outbox`;
  const mails = Mails.parse(await (await fetch(`${box}?to=${address}`)).json());
  const mail = mails.findLast(({ kind }) => kind === 'invitation');
  const answer = await fetch(`${box}/${mail?.id ?? ''}/answer`, { method: 'POST', body: JSON.stringify({ response }) });
  if (!answer.ok) throw new Error(`Outlook answered ${answer.status}`);
}

/** The next look comes now, and is over. */
export async function looked(school: Site): Promise<void> {
  const lists = await openLists(school);
  const [item] = await lists.rows('Meetings');
  await lists.edit('Meetings', item?.id ?? '', { NextCheck: new Date(Date.now() - 1000).toISOString() });
  await until(async () => Date.parse(String((await row(school))['NextCheck'])) > Date.now(), 'a look');
  await atRest(school);
}
