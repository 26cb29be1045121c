import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import type { Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, answerTo, nothingHappened, presses, says } from './chatting.ts';

/** Line breaks, markup and card templates are refused in every field; what only looks a little like markup is shown letter for letter. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const breaks = {
  'a line break and a mail header': 'Support\r\nBcc: everybody@example.com',
  'a line separator': 'Support\u2028Bcc: everybody@example.com',
  'a reversed reading direction': 'Support\u202Emoc.elpmaxe',
  'a null': 'Support\u0000now',
};
const markups = {
  HTML: '<img src=x onerror=alert(1)>',
  Markdown: '**[Help](https://example.com/a)**',
  'a card template': '$' + '{$root.guests} {{DATE(2026-01-01T00:00:00Z,SHORT)}}',
};
const fields = ['name', 'role', 'agency', 'address'] as const;
const nurse = { name1: 'Jo Marsh', role1: 'school nurse', agency1: 'Health', address1: 'jo.marsh@example.com' };

/** Types it and presses with it; each time the question comes again, with nothing of it. */
async function refused(question: string, text: string, presented: readonly [string, Record<string, unknown>][]) {
  const answers = [await says(senco, text)];
  for (const [button, inputs] of presented) answers.push(await presses(senco, button, inputs));
  for (const answer of answers) {
    expect(answer).toContain(question);
    expect(answer).not.toMatch(/Bcc|elpmaxe|Support|now|onerror|example\.com\/a|root\.guests/);
  }
}

async function upToPurpose(text: string): Promise<void> {
  await senco.says('TAC');
  await refused('Which child is it about?', text, [
    ['Next', { initials: text, year: '4' }],
    ['Next', { initials: 'AB', year: text }],
  ]);
  await senco.says('AB Y4');
}

async function fromPurposeToGuests(text: string): Promise<void> {
  await senco.says('Attendance');
  await refused('Who will be the second adult?', text, [['Next', { person: text }]]);
  await senco.says('Tom Birch');
  await refused('How long will it take?', text, []);
  await senco.says('45');
  await refused('When should it be?', text, [['Use this time', { date: text, time: text }]]);
  await senco.says(`${schoolDayAhead(new Date())} 3.15pm`);
}

test.each(Object.entries(breaks))('%s is refused in every field, and nothing is made', async (_, text) => {
  await upToPurpose(text);
  await refused('What is the meeting for?', text, [['Next', { purpose: text }]]);
  await fromPurposeToGuests(text);
  for (const field of fields) {
    const answer = await presses(senco, 'Next', { ...nurse, [`${field}1`]: text });
    expect(answer).toContain('One of these has a line break or a hidden character in it.');
  }
  await senco.says('cancel');
  await nothingHappened(school);
});

test.each(Object.entries(markups))('%s is refused in every field, and nothing is made', async (_, text) => {
  await upToPurpose(text);
  await refused('What is the meeting for?', text, [['Next', { purpose: text }]]);
  await fromPurposeToGuests(text);
  for (const field of fields) {
    const answer = await presses(senco, 'Next', { ...nurse, [`${field}1`]: text });
    const sentence = field === 'address' ? 'That is not an email address' : 'One of these has signs in it';
    expect(answer).toContain(sentence);
  }
  await senco.says('cancel');
  await nothingHappened(school);
});

test('a purpose and a name with an odd sign in them are shown and sent letter for letter', async () => {
  const text = 'Attendance & "home": *50%* _now_ #1';
  for (const line of ['TAC for AB Y4', text, 'Tom Birch', '45', `${schoolDayAhead(new Date())} 3.15pm`])
    await senco.says(line);
  await answerTo(senco, () => senco.presses('Next', { ...nurse, name1: text }));
  const review = await senco.hears('Please check before it is sent');
  expect(literals(review.card).filter((one) => one.includes(text)).length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(drawn(review.card))).not.toContain(JSON.stringify(text).slice(1, -1));

  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const [event] = Events.parse(await school.control('events', 'GET'));
  expect(event?.body.content).toContain(text.replaceAll('&', '&amp;').replaceAll('"', '&quot;'));
  expect(event?.attendees.map(({ emailAddress }) => emailAddress.name)).toContain(text);
});

const Events = z.array(
  z.looseObject({
    body: z.object({ content: z.string() }),
    attendees: z.array(z.object({ emailAddress: z.object({ name: z.string() }) })),
  }),
);
const Block = z.object({ type: z.literal('RichTextBlock'), inlines: z.array(z.object({ text: z.string() })) });

/** The paragraphs that Teams shows as they are. */
function literals(value: unknown): string[] {
  const block = Block.safeParse(value).data;
  if (block) return [block.inlines.map(({ text }) => text).join('')];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(literals) : [];
}

/** The rest of a card: what Teams reads Markdown and templates in. */
function drawn(value: unknown): unknown {
  if (Block.safeParse(value).success || value === null || typeof value !== 'object') return null;
  return Array.isArray(value)
    ? value.map(drawn)
    : Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, typeof one === 'string' ? one : drawn(one)]),
      );
}
