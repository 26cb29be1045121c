import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@jest/globals';
import { schoolDayAhead, twoLines } from '../../infra/demo/arrange.ts';
import { actionsIn, type Message, type Person, said } from '../../infra/demo/person.ts';
import { findPerson, type GroupKey } from '../../infra/tenant/school/people.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School, type Site } from '../school.ts';

/** A school whose leadership team says yes before any meeting with a family: the head and the deputy are in it. */

const infra = resolve(import.meta.dirname, '..', '..', 'infra');

/** @returns the path of a settings file like the fictional school's own, with these packs in place of its one */
export function schoolWith(...packs: readonly string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'chaperone-')), 'school.yaml');
  const own = readFileSync(join(infra, 'school.yaml'), 'utf8');
  writeFileSync(file, own.replace(/^packs:\n(?: {2}- .*\n)+/m, `packs: [${packs.join(', ')}]\n`));
  return file;
}

export const openLeadershipSchool = (settings: Record<string, string> = {}): Promise<School> =>
  openSchool({ SCHOOL_FILE: schoolWith('county-teams-first'), ...settings });

export const people = (school: Site) => ({
  senco: school.as('Maya Okafor'),
  head: school.as('Ruth Adeyemi'),
  deputy: school.as('Owen Pryce'),
  teacher: school.as('Tom Birch'),
});

/** Somebody of the staff says what they want in two lines, and has the review before them. */
export async function upToAsking(host: Person): Promise<void> {
  for (const line of twoLines(schoolDayAhead(new Date()))) await host.says(line);
  await host.hears('Somebody else has to say yes first', 5);
}

/** And asks for it. */
export async function asksFor(host: Person): Promise<void> {
  await upToAsking(host);
  await host.presses('Ask for authorisation');
}

/** The SENCO asks for one; resolves when the approvers have their cards. @returns its reference */
export async function asks(school: Site): Promise<string> {
  const { senco, head, deputy } = people(school);
  await asksFor(senco);
  for (const approver of [head, deputy]) await approver.hears(/May this meeting go ahead/);
  return rests(school);
}

/** Waits until nobody works on the one request that waits. @returns its reference */
export async function rests(school: Site): Promise<string> {
  for (;;) {
    const { rows } = await school.look();
    const [row, another] = rows;
    const log = await events(school);
    if (row?.step === 'authorise' && log.includes('authorisation asked') && another === undefined) return row.reference;
  }
}

/** The one row there is, as the list has it. */
export async function row(school: Site): Promise<Readonly<Record<string, unknown>>> {
  const [only, another] = await (await openLists(school)).rows('Meetings');
  if (only === undefined || another !== undefined) throw new Error('there is one request');
  return only.fields;
}

/** What the log says happened, in order, and who did it. */
export async function deeds(school: Site): Promise<readonly { readonly event: string; readonly by: string }[]> {
  const rows = await (await openLists(school)).rows('Log');
  return rows
    .toSorted((one, other) => Number(one.fields['Number']) - Number(other.fields['Number']))
    .map(({ fields }) => ({ event: String(fields['Event']), by: String(fields['By']) }));
}

export const events = async (school: Site): Promise<readonly string[]> =>
  (await deeds(school)).map(({ event }) => event);

/** Nothing exists in Teams and nobody was mailed. */
export async function nothingMade(school: Site): Promise<void> {
  const { mails, events: made } = await school.look();
  expect({ mails, made }).toEqual({ mails: [], made: [] });
}

/** Everybody of the main job invited once, and every promise held. */
export async function arrangedOnce(school: Site): Promise<void> {
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows).toMatchObject([{ status: 'arranged' }]);
  expect(seen.events).toHaveLength(1);
  expect(new Set(seen.mails.map((mail) => mail.to)).size).toBe(4);
  expect(seen.mails).toHaveLength(4);
}

/** The newest message of the bot's that somebody has. */
export async function newest(person: Person): Promise<Message> {
  const message = (await person.messages()).findLast(({ from }) => from === 'bot');
  if (!message) throw new Error('nobody wrote to them');
  return message;
}

/** How many of the bot's messages somebody has that hold this text. */
export const heardTimes = async (person: Person, text: string): Promise<number> =>
  (await person.messages()).filter((message) => message.from === 'bot' && said(message).includes(text)).length;

/** A button of the newest card that has it, to be pressed later, or by somebody else. */
export async function button(person: Person, title: string) {
  for (const message of (await person.messages()).toReversed()) {
    const action = actionsIn(message.card).find((one) => one.title === title);
    if (action) return { messageId: message.id, verb: action.verb, data: action.data };
  }
  throw new Error(`no card has a button ${title}`);
}

/** What an administrator of the tenant does with somebody's groups. @returns what puts them back */
export function regrouped(person: Person, groups: readonly GroupKey[]): () => void {
  const seeded = findPerson(person.id);
  if (seeded === undefined) throw new Error('nobody has that id');
  const before = { groups: seeded.groups };
  Object.assign(seeded, { groups });
  return () => {
    Object.assign(seeded, before);
  };
}
