import { expect, test } from '@jest/globals';
import { exceptionsOf } from '../../bot/register/exceptions.ts';
import { everyList } from '../../bot/register/lists.ts';
import { fieldsOf } from '../../bot/register/rows.ts';
import { isMeant, searchFor } from '../../bot/register/search.ts';
import { meeting } from '../api/school.ts';

/** What somebody types is looked for as, and what is out of the ordinary. */

test.each([
  ['TAC-2VVB6S9M', { by: 'reference', begins: 'TAC-2VVB6S9M' }],
  ['tac-2v', { by: 'reference', begins: 'TAC-2V' }],
  ['  TAC-  ', { by: 'reference', begins: 'TAC-' }],
  ['AB', { by: 'initials', are: 'AB' }],
  ['ABC', { by: 'initials', are: 'ABC' }],
  ['Ab', { by: 'name', begins: 'Ab' }],
  ['ABCD', { by: 'name', begins: 'ABCD' }],
  ['A', { by: 'name', begins: 'A' }],
  ['Rosa   Bell', { by: 'name', begins: 'Rosa Bell' }],
  ["O'Neill", { by: 'name', begins: "O'Neill" }],
  ['Anne-Marie', { by: 'name', begins: 'Anne-Marie' }],
  ['   ', null],
  [null, null],
])('%j', (text, search) => {
  expect(searchFor(text)).toEqual(search);
});

test.each([
  ['Rosa Bell', 'ros', true],
  ['Rosa Bell', 'BELL', true],
  ['Rosa Bell', 'rosa b', true],
  ['Rosa Bell', 'osa', false],
  ['Rosa van der Bell', 'bell', true],
  ['Rosa Bell', 'bella', false],
])('whether %s is meant by %s: %s', (name, begins, is) => {
  expect(isMeant(name, begins)).toBe(is);
});

const at = { reference: 'TAC-AAAAAAA1', start: '2026-11-24T15:15:00Z', host: 'senco', secondAdult: 'teacher' } as const;
const because = [{ id: 'OM-1', says: 'It says so.' }];

test.each([
  ['an ordinary meeting', {}, [], 'none'],
  ['an urgent one', { ask: { urgent: { reason: 'It cannot wait' } } }, ['urgent'], 'some'],
  ['a recorded one', { ask: { recording: { purpose: 'Training', deleteOn: '2027-01-01' } } }, ['recorded'], 'some'],
  [
    'one with a waiver that was called off',
    { status: 'called off' as const, decision: { setAside: [{ rule: 'a/b', why: 'waiver', because }] } },
    ['set aside', 'called off'],
    'some',
  ],
  ['one that was not arranged', { status: 'not arranged' as const }, ['not arranged'], 'some'],
  ['one on hold', { status: 'on hold' as const }, ['on hold'], 'some'],
  ['one that needs review', { status: 'needs review' as const }, ['needs review'], 'some'],
  ['a cancelled one', { status: 'cancelled' as const }, [], 'none'],
])('%s', (_, change, found, mark) => {
  const entry = meeting({ ...at, ...change });
  expect(exceptionsOf(entry)).toEqual(found);
  expect(fieldsOf(entry)).toMatchObject({ Exceptions: mark });
});

test('the mark moves with a change of the row, and stays where the change has nothing to do with it', () => {
  const entry = meeting(at);
  expect(fieldsOf({ status: 'on hold' }, entry)).toEqual({ Status: 'on hold', Exceptions: 'some' });
  expect(fieldsOf({ nextCheck: null }, entry)).toEqual({ NextCheck: null });
});

test.each(everyList)('no more columns of $name are indexed than SharePoint allows', ({ columns }) => {
  expect(columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20);
});
