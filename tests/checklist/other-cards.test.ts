import { expect, test } from '@jest/globals';
import { approverCard } from '../../bot/cards/authorisation-card.ts';
import { adviceWhileArranging, askedOfApprovers } from '../../bot/checklist/meeting-checklist.ts';
import { known } from '../../bot/policy/fact.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { aRequest } from '../authorising/a-request.ts';
import { cards, chatAfter, guests, line, wordsOf } from '../conversation/chat.ts';
import { fivePacks, wordingOf } from '../meetings/wording.ts';

/** What the packs say beside other cards: to the host who reviews, and to whoever says yes. */

const world = wordingOf({ packs: fivePacks });
const hidden = (card: unknown, id: string) => JSON.stringify(card).includes(`"id":"${id}","isVisible":false`);

test('the review has the packs’ advice folded away, three lines of it at most, each with its clauses', () => {
  const advice = adviceWhileArranging(world, 'class');
  expect(advice.length).toBeGreaterThan(3);
  const [card] = cards(chatAfter([line, 'Attendance', 'Tom Birch'], { advice }).said(guests));
  expect(hidden(card, 'advice')).toBe(true);
  const words = wordsOf(card).join('\n');
  const shown = advice.filter(({ says }) => words.includes(says));
  expect(shown).toEqual(advice.slice(0, 3));
  for (const { clauses } of shown) for (const { id } of clauses) expect(words).toContain(id);
});

test('a review without advice has no such button', () => {
  const [card] = cards(chatAfter([line, 'Attendance', 'Tom Birch']).said(guests));
  expect(wordsOf(card)).not.toContain('Good to know');
});

test('advice has no blank left in it, though nothing has a reference or a time yet', () => {
  for (const kind of kinds) for (const { says } of adviceWhileArranging(world, kind)) expect(says).not.toMatch(/[{}]/);
});

test('whoever says yes finds what the packs ask of them besides, folded away, with its clause', () => {
  const entry = aRequest();
  const besides = askedOfApprovers(entry, world);
  const card = approverCard({
    entry,
    why: 'asked',
    busy: known([]),
    fault: null,
    besides,
    tabUrl: 'https://teams.example.org/register',
  });
  expect(hidden(card, 'besides')).toBe(true);
  expect(wordsOf(card).join('\n')).toContain(
    `Have you looked at what was sent for meeting ${entry.reference}? All of it is in the register. (004-07)`,
  );
});
