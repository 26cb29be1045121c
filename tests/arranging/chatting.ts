import { expect } from '@jest/globals';
import { lines, schoolDayAhead } from '../../infra/demo/arrange.ts';
import { type Message, type Person, said } from '../../infra/demo/person.ts';
import { type Item, openLists } from '../register/lists.ts';
import type { School } from '../school.ts';

/** What somebody hears in their chat, and whether anything came of it. */

/** Empties the school, chats and all; the register's lists stay. What the SENCO was arranging is dropped. */
export async function afresh(school: School): Promise<void> {
  await quiet(school);
  await school.as('Maya Okafor').says('cancel');
  await rested(school);
  await school.control('reset', 'POST', { keepLists: true });
}

// Once a meeting stands, its second adult is asked: what a test does not wait for must not be written into the next one.
async function rested(school: School): Promise<void> {
  const { rows } = await openLists(school);
  const patience = Date.now() + 3_000;
  const isHeld = ({ fields }: Item) =>
    fields['Status'] === 'arranged' && Date.parse(String(fields['NextCheck'])) < Date.now() + 600_000;
  while ((await rows('Meetings')).some(isHeld) && Date.now() < patience);
}

/** All that the bot has said to this person since the school was last emptied, oldest first, a line each. */
export const heardBy = async (person: Person): Promise<readonly string[]> =>
  (await person.messages()).filter((message) => message.from === 'bot').map(said);

/** What the bot answers: everything it says or changes on account of what this person does. */
export async function answerTo(person: Person, deed: () => Promise<unknown>): Promise<string> {
  const before = new Set((await person.messages()).map(stamp));
  await deed();
  const after = (await person.messages()).filter((message) => message.from === 'bot' && !before.has(stamp(message)));
  return after.map(said).join('\n');
}

const stamp = ({ id, n }: Message) => `${id} ${n}`;

/** Types a line and gives the answer. */
export const says = (person: Person, line: string): Promise<string> => answerTo(person, () => person.says(line));

/** Presses a button of the newest card that has it, with these inputs filled in, and gives the answer. */
export const presses = (person: Person, title: string, inputs: Record<string, unknown> = {}): Promise<string> =>
  answerTo(person, () => person.presses(title, inputs));

/** Says the first lines of the main job, up to the question who is coming from outside. */
export async function upToGuests(person: Person): Promise<void> {
  for (const line of lines(schoolDayAhead(new Date())).slice(0, 4)) await person.says(line);
  await person.hears('Who is coming from outside the school?');
}

/** Nothing was made anywhere: no event, no mail, no row in any of the register's lists. */
export async function nothingHappened(school: School): Promise<void> {
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [] });
  const lists = await openLists(school);
  expect([...(await lists.rows('Guests')), ...(await lists.rows('Log'))]).toEqual([]);
}

const long = 3_000;

/** Waits until whoever is second adult of a meeting that stands has been asked, and the log says so; not for ever. */
async function quiet(school: School): Promise<void> {
  const lists = await openLists(school);
  const deadline = performance.now() + long;
  for (;;) {
    const rows = await lists.rows('Meetings');
    const asked = new Set(
      (await lists.rows('Log'))
        .filter(({ fields }) => fields['Event'] === 'second adult asked')
        .map(({ fields }) => fields['Reference']),
    );
    const waiting = rows.filter(
      ({ fields }) => fields['Status'] === 'arranged' && fields['SecondAdult'] && !asked.has(fields['Reference']),
    );
    if (waiting.length === 0 || performance.now() > deadline) return;
  }
}
