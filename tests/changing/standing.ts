import { schoolDayAhead, twoLines } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import type { Mail, Row } from '../../infra/demo/promises.ts';
import { openLists } from '../register/lists.ts';
import type { School, Site } from '../school.ts';

/** A meeting that stands, and what became of it. */

/** Somebody arranges the main job's meeting; resolves when it stands and nobody works on it. @returns its reference */
export async function arranges(school: Site, host: Person): Promise<string> {
  for (const line of twoLines(schoolDayAhead(new Date()))) await host.says(line);
  await host.presses('Send');
  await host.hears('Arranged: the invitations have gone');
  const { reference } = await rested(school, ({ status }) => status === 'arranged');
  return reference;
}

/** Waits until nobody works on the row that holds, and gives it. */
export async function rested(school: Site, holds: (row: Row) => boolean): Promise<Row> {
  for (;;) {
    const { rows } = await school.look();
    const row = rows.find(holds);
    if (row && (rests(row) || row.step === 'authorise')) return row;
  }
}

/** Whoever works on a row holds it for two minutes (CLAIM_SECONDS) and a bit; what is due later is only to be looked at then. */
const aClaim = 150_000;

export const rests = ({ step, nextCheck }: Row): boolean =>
  step === 'done' && (nextCheck === null || Date.parse(nextCheck) > Date.now() + aClaim);

export const settled = (school: Site, reference: string, status: string): Promise<Row> =>
  rested(school, (row) => row.reference === reference && row.status === status);

/** What was mailed since, in the order it left: `cancellation jo@example.com`. */
export async function mailsAfter(school: School, before: number): Promise<readonly string[]> {
  const { mails } = await school.look();
  return mails.slice(before).map(inWords);
}

const inWords = ({ kind, to }: Mail): string => `${kind} ${to}`;

export const everybody = [
  'tom.birch@school.example.org',
  'jo.marsh@example.com',
  'pat.lowe@health.example.net',
  'kim.dale@earlyhelp.example.org',
] as const;

/** One mail of this kind to each of them. */
export const eachOnce = (kind: Mail['kind'], those: readonly string[] = everybody): readonly string[] =>
  those.map((to) => `${kind} ${to}`);

/** What the register's log says of a meeting, in order. */
export async function logOf(school: School, reference: string): Promise<readonly string[]> {
  const rows = await (await openLists(school)).rows('Log');
  return rows
    .filter(({ fields }) => fields['Reference'] === reference)
    .toSorted((one, other) => Number(one.fields['Number']) - Number(other.fields['Number']))
    .map(({ fields }) => String(fields['Event']));
}
