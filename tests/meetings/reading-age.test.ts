import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { syllable } from 'syllable';
import { Reference } from '../../bot/meetings/ask.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import { anAsk } from '../an-ask.ts';

/**
 * Whether an eleven-year-old could read the invitation: Flesch-Kincaid's grade over all of it, plus five for the age at which an
 * English child is in that year. Staff and professionals read it too, and nobody has complained of too plain a letter.
 */

const file = resolve(import.meta.dirname, '..', '..', 'infra', 'school.yaml');
const packs = ['county-teams-first', 'primary-live-sessions', 'county-dpia', 'trust-minimum', 'parish-primary'];
const every = packs.flatMap((pack) => kinds.map((kind) => ({ pack, kind })));

function readingAgeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((one) => one.trim() !== '');
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}

test.each(every)('an invitation to a $kind under $pack is for readers of eleven or younger', ({ pack, kind }) => {
  const read = (path: string) =>
    path === file ? readFileSync(file, 'utf8').replace('- trust-minimum', `- ${pack}`) : readFileSync(path, 'utf8');
  const { html } = invitationOf(anAsk({ kind }), Reference.parse('TAC-01234567'), openPolicy(file, read));
  const text = html.replaceAll('</p>', ' ').replaceAll(/<[^>]+>/g, '');
  expect(readingAgeOf(text)).toBeLessThanOrEqual(11);
});

test('the measure tells a plain sentence from one that is not', () => {
  expect(readingAgeOf('You wait in the lobby. We let you in.')).toBeLessThan(8);
  expect(
    readingAgeOf('Participation necessitates prior authorisation by the designated safeguarding representative.'),
  ).toBeGreaterThan(16);
});
