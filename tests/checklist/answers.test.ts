import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAnswers } from '../../bot/checklist/answers.ts';
import type { Todo } from '../../bot/checklist/moments.ts';
import { type Keepable, keepable } from '../../bot/policy/pack.ts';
import { LineName } from '../../bot/register/kept.ts';

/** What is kept of the fields of a checklist, and what cannot be taken as it stands. */

const name = LineName.parse('a-pack/a-line');
const line = (keeps: Keepable): Todo => ({ name, of: 'host', keeps, says: 'Is it so?', clauses: [] });
const read = (keeps: Keepable, typed: string, shown = '') =>
  readAnswers({ moment: 'after', todo: [line(keeps)] }, new Map([[name, typed]]), new Map([[name, { answer: shown }]]));

test.each([
  ['tick', 'true', 'yes'],
  ['date', '2026-12-01', '2026-12-01'],
  ['time', '15:15', '15:15'],
  ['name', ' Jo Marsh ', 'Jo Marsh'],
  ['list', 'Jo Marsh; Pat Lowe from 3.20pm', 'Jo Marsh; Pat Lowe from 3.20pm'],
  ['reference', 'INC 2026/118', 'INC 2026/118'],
] as const)('a %s of “%s” is kept', (keeps, typed, answer) => {
  expect(read(keeps, typed)).toEqual({
    changed: [{ line: name, moment: 'after', asked: 'Is it so?', answer }],
    faults: new Map(),
  });
});

test.each([
  ['tick', 'perhaps', 'words'],
  ['date', '1/12/2026', 'date'],
  ['date', '2026-02-30', 'date'],
  ['time', '25:00', 'time'],
  ['time', 'now', 'time'],
  ['name', 'a'.repeat(81), 'words'],
  ['list', 'a'.repeat(201), 'words'],
  ['list', 'one\ntwo', 'words'],
  ['list', '<b>Jo</b>', 'words'],
  ['list', 'jo.marsh@example.com', 'contact'],
  ['name', 'Jo, 07700 900123', 'contact'],
  ['reference', 'https://example.org/118', 'contact'],
] as const)('a %s of “%s” is refused', (keeps, typed, fault) => {
  expect(read(keeps, typed)).toEqual({ changed: [], faults: new Map([[name, fault]]) });
});

test.each([
  ['tick', 'false', 'yes'],
  ['list', '', 'Jo Marsh'],
  ['date', '', '2026-12-01'],
] as const)('a %s that is emptied is taken back', (keeps, typed, shown) => {
  expect(read(keeps, typed, shown).changed).toMatchObject([{ line: name, answer: '' }]);
});

test.each(keepable)('a %s that nobody touched is no answer', (keeps) => {
  expect(read(keeps, keeps === 'tick' ? 'false' : '')).toEqual({ changed: [], faults: new Map() });
});

test('what a card does not send stays as it is', () => {
  const shown = new Map([[name, { answer: 'yes' }]]);
  expect(readAnswers({ moment: 'after', todo: [line('tick')] }, new Map(), shown).changed).toEqual([]);
});

test('whatever is typed, it is kept as one short line without contact details, or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keepable), fc.string({ unit: 'binary', maxLength: 300 }), (keeps, typed) => {
      const { changed, faults } = read(keeps, typed);
      expect(changed.length + faults.size).toBeLessThanOrEqual(1);
      for (const { answer } of changed) expect(answer).toMatch(/^[^\n<>@]{0,200}$/u);
    }),
  );
});
