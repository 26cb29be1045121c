import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { markup } from '../../bot/meetings/ask.ts';
import { cards, chatAfter, line, wordsOf } from '../conversation/chat.ts';
import { everyCard } from './every-card.ts';

// Teams reads Markdown and {{DATE()}} in TextBlocks, facts, titles and labels; TextRuns and the contents of fields it shows as they are.
function interpreted(part: unknown, type = ''): readonly string[] {
  if (Array.isArray(part)) return part.flatMap((one) => interpreted(one, type));
  if (typeof part !== 'object' || part === null) return [];
  const one = Object.entries(part);
  const kind = String(Object.fromEntries(one)['type'] ?? type);
  return one.flatMap(([name, value]) => {
    if (name === 'data') return [];
    if (typeof value === 'string')
      return kind === 'TextRun' || (name === 'value' && kind.startsWith('Input.')) ? [] : [value];
    return interpreted(value, kind);
  });
}

const textRuns = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(textRuns);
  if (typeof part !== 'object' || part === null) return [];
  const one = Object.fromEntries(Object.entries(part));
  return one['type'] === 'TextRun' ? [String(one['text'])] : Object.values(one).flatMap(textRuns);
};

const hostile = [
  '[click](https://evil.example.net)',
  '**bold** _it_ `code` # heading',
  '<script>alert(1)</script><b>x</b>',
  '\u0024{purpose} \u0024{$root}',
  '{{DATE(2026-01-01T00:00:00Z, LONG)}}',
  '{{TIME(2026-01-01T00:00:00Z)}}',
  '{{{{\u0024{{x}}',
  '![x](data:image/png;base64,AA==)',
];

test.each(hostile)('“%s” in any field of any card is shown and not obeyed', (text) => {
  for (const [name, card] of everyCard(text)) {
    expect([name, interpreted(card).filter((words) => words.includes(text.slice(0, 8)))]).toEqual([name, []]);
    expect([name, textRuns(card).filter((run) => /\{\{|\$\{/.test(run))]).toEqual([name, []]);
  }
});

const review = (card: AdaptiveCardJson | undefined) => wordsOf(card).join('\n');

test('what was typed is on the review exactly as it was typed', () => {
  const visible = fc
    .string({ unit: fc.constantFrom(...Array.from('ab *_#[](){}$`<>&|~^\\"\'!?=+-é😀')), minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() !== '' && !markup.test(text));
  fc.assert(
    fc.property(visible, visible, (purpose, name) => {
      const talk = chatAfter([line]);
      talk.tapped('answer', { purpose });
      talk.said('Tom Birch');
      const row = { name1: name, role1: 'advocate', agency1: 'Agency', address1: 'jo@example.com' };
      const [card] = cards(talk.tapped('answer', row));
      expect(review(card)).toContain(purpose.trim());
      expect(review(card)).toContain(`${name.trim()} (advocate, Agency), jo@example.com`);
    }),
  );
});
