import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { Reference } from '../../bot/meetings/ask.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import { anAsk } from '../an-ask.ts';

/** What a guest reads: what it is, when, who runs it, how to join, and nothing about the child or the other guests. */

const root = resolve(import.meta.dirname, '..', '..');
const reference = Reference.parse('REV-01234567');
const local = readFileSync(resolve(root, 'infra', 'school.yaml'), 'utf8');

/** The fictional school with this pack in place of its own. */
function schoolOf(pack: string) {
  const file = resolve(root, 'infra', 'school.yaml');
  const read = (path: string) =>
    path === file ? local.replace('- trust-minimum', `- ${pack}`) : readFileSync(path, 'utf8');
  return openPolicy(file, read);
}

const packs = readdirSync(resolve(root, 'bot', 'policy', 'packs')).map((file) => file.replace('.yaml', ''));
const every = packs.filter((pack) => pack !== 'chaperone').flatMap((pack) => kinds.map((kind) => ({ pack, kind })));
const written = (kind: Kind, pack = 'trust-minimum', change = {}) =>
  invitationOf(anAsk({ kind, ...change }), reference, schoolOf(pack));

test.each([
  ['annual-review', 'Annual review meeting (REV-01234567)'],
  ['parent', 'Parent meeting (REV-01234567)'],
  ['focus', 'School meeting (REV-01234567)'],
  ['staff', 'Staff meeting (REV-01234567)'],
] as const)('the subject of a %s is neutral: %s', (kind, subject) => {
  expect(written(kind).subject).toBe(subject);
});

test.each(every)('a $kind under $pack has every blank filled in', ({ pack, kind }) => {
  expect(written(kind, pack).html).not.toMatch(/[{}]|undefined|null/);
});

test.each(every)('a $kind under $pack holds no address and no guest’s name', ({ pack, kind }) => {
  const { subject, html } = written(kind, pack);
  expect(`${subject} ${html}`).not.toMatch(/@|Marsh|Lowe/);
});

test.each(kinds.filter((kind) => 'child' in anAsk({ kind })))(
  'initials that a host typed into the purpose of a %s do not reach the guests',
  (kind) => {
    const { html } = written(kind, 'trust-minimum', { purpose: 'Support for AB at home' });
    expect(html).toContain('Support for the child at home');
    expect(html).not.toContain('AB');
  },
);

test('it says when, with the wall clock of the day, and for how long', () => {
  const { html } = written('tac', 'trust-minimum', { start: '2027-06-15T14:15:00Z' });
  expect(html).toContain('Tuesday 15 June 2027 at 3.15pm (UK time, BST) and takes about 45 minutes');
});

test('the time the door shuts is a clock time', () => {
  expect(written('tac').html).toContain('at 3.20pm at the latest');
});

test('it names the host and the second adult; a staff meeting has none', () => {
  expect(written('tac').html).toContain('Maya Okafor runs the meeting. Tom Birch will be there as well.');
  expect(written('staff').html).not.toContain('Tom Birch');
});

test('a purpose with signs of its own cannot write into the mail', () => {
  const { html } = written('tac', 'trust-minimum', { purpose: 'Speech & <b>language</b>' });
  expect(html).toContain('Speech &amp; &lt;b&gt;language&lt;/b&gt;');
});
