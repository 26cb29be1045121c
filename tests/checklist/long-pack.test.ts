import { expect, test } from '@jest/globals';
import { checklistCard } from '../../bot/cards/checklist-card.ts';
import { schoolCard } from '../../bot/cards/school-card.ts';
import { openIn } from '../../bot/checklist/meeting-checklist.ts';
import { checklistFor, offices, schoolTasks } from '../../bot/checklist/moments.ts';
import { policyOf } from '../../bot/policy/policy.ts';
import { anAsk } from '../an-ask.ts';
import { reference, wordsOf } from '../conversation/chat.ts';
import { aPack } from '../policy/a-pack.ts';

/** A school whose own pack asks more than a card can carry. */

const sentence = (number: number) => `Line ${String(number)}: ${'see to it '.repeat(28)}`.trim();
const lines = (moment: string, many: number) =>
  Array.from({ length: many }, (_, index) => ({
    id: `line-${String(index)}`,
    clauses: ['aa-02'],
    kinds: 'every kind',
    moment,
    says: sentence(index),
  }));
const size = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

const checklist = checklistFor(policyOf([aPack('aa', [], { checklist: lines('before', 60) })]), 'tac');
const drawn = (answered: number) => {
  const values = new Map(checklist.before.todo.slice(0, answered).map(({ name }) => [name, 'yes']));
  return checklistCard({
    reference,
    ask: anAsk(),
    moment: 'before',
    list: checklist.before,
    values,
    faults: new Map(),
    open: openIn(checklist, values),
    seen: new Map(),
    closed: false,
    notes: [],
    tabUrl: 'https://teams.example.org/register',
  });
};
const shows = (card: unknown, number: number) =>
  wordsOf(card).some((words) => words.startsWith(`Line ${String(number)}:`));

test('a card stays small enough to be sent, and says how many lines come later', () => {
  const card = drawn(0);
  expect(size(card)).toBeLessThan(28_000);
  expect(wordsOf(card)).toContain('20 more will stand here when these are answered.');
  expect(shows(card, 39)).toBe(true);
  expect(shows(card, 40)).toBe(false);
});

test('when the first are answered, the others come up', () => {
  const card = drawn(40);
  expect(size(card)).toBeLessThan(28_000);
  for (let number = 40; number < 60; number += 1) expect(shows(card, number)).toBe(true);
});

test('of what the school sees to, somebody gets at least what is theirs', () => {
  const prompts = [
    ...lines('yearly', 40).map((line) => ({ ...line, of: 'ict', keeps: 'date' })),
    ...lines('setting up', 60).map((line) => ({
      ...line,
      id: `set-${line.id}`,
      of: 'data protection officer',
      keeps: 'date',
    })),
  ];
  const tasks = schoolTasks(policyOf([aPack('aa', [], { prompts })]));
  const card = schoolCard(tasks, ['ict']);
  expect(size(card)).toBeLessThan(28_000);
  expect(wordsOf(card)).toContain('ICT (40)');
  expect(size(schoolCard(tasks.slice(0, 20), offices))).toBeLessThan(28_000);
});
