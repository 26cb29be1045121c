import { expect, test } from '@jest/globals';
import { syllable } from 'syllable';
import { Reference } from '../../bot/meetings/ask.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { textsOf } from '../../bot/meetings/joining/text-message.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { anAsk } from '../an-ask.ts';
import { sets, wordingOf } from './wording.ts';

/**
 * Whether an eleven-year-old could read the invitation: Flesch-Kincaid's grade over all of it, plus five for the age at which an
 * English child is in that year. Staff and professionals read it too, and nobody has complained of too plain a letter.
 */

const every = sets.flatMap((packs) => kinds.map((kind) => ({ packs, kind, under: packs.join(' and ') })));
const reference = Reference.parse('TAC-01234567');

function readingAgeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((one) => one.trim() !== '');
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}

test.each(every)('an invitation to a $kind under $under is for readers of eleven or younger', ({ packs, kind }) => {
  const { html } = invitationOf(anAsk({ kind }), reference, wordingOf({ packs }));
  // Headings are so short that they would flatter the rest.
  const text = html
    .replaceAll(/<h\d>.*?<\/h\d>/g, '')
    .replaceAll('</p>', ' ')
    .replaceAll(/<[^>]+>/g, '');
  expect(readingAgeOf(text)).toBeLessThanOrEqual(11);
});

test('the text message is, too', () => {
  const [family] = textsOf(anAsk(), reference, wordingOf());
  expect(readingAgeOf(family?.texts[0] ?? '')).toBeLessThanOrEqual(11);
});

test('the measure tells a plain sentence from one that is not', () => {
  expect(readingAgeOf('You wait in the lobby. We let you in.')).toBeLessThan(8);
  expect(
    readingAgeOf('Participation necessitates prior authorisation by the designated safeguarding representative.'),
  ).toBeGreaterThan(16);
});
