import { expect, test } from '@jest/globals';
import { Reference } from '../../bot/meetings/ask.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { anAsk } from '../an-ask.ts';
import { sets, wordingOf } from './wording.ts';

/** What a guest reads: what it is, when, who runs it, how to join, and nothing about the child or the other guests. */

const reference = Reference.parse('REV-01234567');
const every = sets.flatMap((packs) => kinds.map((kind) => ({ packs, kind, under: packs.join(' and ') })));
const toOutsiders = every.filter(({ kind }) => kind !== 'staff');
const wordings = new Map(sets.map((packs) => [packs, wordingOf({ packs })]));
const written = (kind: Kind, packs?: readonly string[], change = {}) =>
  invitationOf(anAsk({ kind, ...change }), reference, wordings.get(packs ?? []) ?? wordingOf(packs ? { packs } : {}));

/** What stands under a heading, as it is read. */
function under(heading: string, html: string): string {
  const [, after = ''] = html.split(`<h3>${heading}</h3>`);
  return (after.split('<h3>')[0] ?? '').replaceAll(/<[^>]+>/g, '');
}

test.each([
  ['annual-review', 'Annual review meeting (REV-01234567)'],
  ['parent', 'Parent meeting (REV-01234567)'],
  ['focus', 'School meeting (REV-01234567)'],
  ['staff', 'Staff meeting (REV-01234567)'],
] as const)('the subject of a %s is neutral: %s', (kind, subject) => {
  expect(written(kind).subject).toBe(subject);
});

test.each(every)('a $kind under $under has every blank filled in', ({ packs, kind }) => {
  expect(written(kind, packs).html).not.toMatch(/[{}]|undefined|null/);
});

test.each(every)('a $kind under $under holds no address, no child and no guest’s name', ({ packs, kind }) => {
  const { subject, html } = written(kind, packs);
  expect(`${subject} ${html}`).not.toMatch(/@|Marsh|Lowe|\bAB\b/);
});

test.each(toOutsiders)('a $kind under $under says who leads it, who else is there, and what they do', (row) => {
  expect(under('Who is who', written(row.kind, row.packs).html)).toMatch(
    /Maya Okafor leads the (meeting|call).*Tom Birch (helps|is there|from|will)|Maya Okafor leads the meeting, and Tom Birch helps/,
  );
});

test.each(toOutsiders)('a $kind under $under says what to do if the call drops', ({ packs, kind }) => {
  expect(under('If your call drops', written(kind, packs).html)).toMatch(
    /^If (your|the) call drops, use the same link/,
  );
});

test.each(toOutsiders)('a $kind under $under says whom to tell of a worry', ({ packs, kind }) => {
  expect(under('If something worries you', written(kind, packs).html)).not.toBe('');
});

test.each(toOutsiders)('a $kind under $under says how to ask for something else or not to come', ({ packs, kind }) => {
  const asked = under('If you want something else', written(kind, packs).html);
  expect(asked).toMatch(/meet online|meet another way|ring in, or/);
  expect(asked).toContain('If you cannot come, or need something to help you take part, reply to this invitation');
  expect(asked).toContain('Our reference is REV-01234567.');
});

test.each(toOutsiders)(
  'a $kind under $under says when the door shuts once, as a clock time, if its packs have one',
  (row) => {
    const door = under('How to join', written(row.kind, row.packs).html).match(/3\.(15|20)pm/g) ?? [];
    expect(door).toEqual(row.under === 'primary-live-sessions' ? [] : [times[row.under] ?? '3.20pm']);
  },
);
const times: Readonly<Record<string, string>> = {
  'parish-primary': '3.15pm',
  [sets.at(-1)?.join(' and ') ?? '']: '3.15pm',
};

test.each(every)('a $kind under $under never says that agreement is the lawful basis', ({ packs, kind }) => {
  const { html } = written(kind, packs);
  expect(html).not.toMatch(/consent|lawful/i);
  expect(html.includes('The law calls that a public task.')).toBe(kind !== 'staff');
});

test.each(every)('a $kind under $under says nothing twice', ({ packs, kind }) => {
  const sentences = written(kind, packs)
    .html.replaceAll(/<[^>]+>/g, ' ')
    .split(/(?<=[.?!])\s+/);
  expect(sentences.filter((one, at) => sentences.indexOf(one) < at)).toEqual([]);
});

// A screen of Outlook’s holds about 550 words. In a session with pupils the families read the pupils' rules as well.
test.each(every)('a $kind under $under is well under two screens', ({ packs, kind }) => {
  const words = written(kind, packs)
    .html.replaceAll(/<[^>]+>/g, ' ')
    .split(/\s+/).length;
  const forPupils = kind === 'focus' || kind === 'class';
  expect(words).toBeLessThan(packs.length === 1 ? (forPupils ? 640 : 550) : forPupils ? 950 : 825);
});

test('of two packs that say much the same, only one is read', () => {
  const both = under('If your call drops', written('tac', ['trust-minimum', 'parish-primary']).html);
  expect(both.match(/same link/g)).toHaveLength(1);
});

test('where packs differ about the same matter, the stricter is read', () => {
  const { html } = written('parent', ['county-dpia', 'county-teams-first']);
  expect(html).toContain('please stay in the same room with them until the end');
  expect(html).not.toContain('stay in the building');
});

test.each(kinds.filter((kind) => 'child' in anAsk({ kind })))(
  'initials that a host typed into the purpose of a %s do not reach the guests',
  (kind) => {
    const { html } = written(kind, undefined, { purpose: 'Support for AB at home' });
    expect(html).toContain('Support for the child at home');
    expect(html).not.toContain('AB');
  },
);

test('the name of a guest that a host typed into the purpose does not reach the others', () => {
  const { html } = written('tac', undefined, { purpose: 'What Jo Marsh told us' });
  expect(html).toContain('What one of you told us');
});

test('it says when, with the wall clock of the day', () => {
  const { html } = written('tac', undefined, { start: '2027-06-15T14:15:00Z' });
  expect(html).toContain('Tuesday 15 June 2027 from 3.15pm to about 4pm (UK time, BST), on Microsoft Teams');
});

test('a staff meeting has no second adult, and no words for outsiders', () => {
  const { html } = written('staff');
  expect(html).toContain('Maya Okafor leads the meeting and lets people in.');
  expect(html).not.toMatch(/Tom Birch|child|public task/);
});

test('a purpose with signs of its own cannot write into the mail', () => {
  const { html } = written('tac', undefined, { purpose: 'Speech & <b>language</b>' });
  expect(html).toContain('Speech &amp; &lt;b&gt;language&lt;/b&gt;');
});
