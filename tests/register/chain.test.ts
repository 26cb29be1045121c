import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import stringify from 'safe-stable-stringify';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { openSchool, type School } from '../school.ts';
import { type Item, openLists } from './lists.ts';

/** The log of a meeting is a chain: each row carries the SHA-256 of the one before it, so a row changed or taken out shows. */

let school: School;
let rows: readonly Item[];
beforeAll(async () => {
  school = await openSchool();
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  rows = (await (await openLists(school)).rows('Log')).toSorted(
    (a, b) => Number(a.fields['Number']) - Number(b.fields['Number']),
  );
});
afterAll(() => school.close());

/** As anybody with the list in front of them can work it out. */
function hashOf({ fields }: Item): string {
  const entry = {
    reference: fields['Reference'],
    number: fields['Number'],
    event: fields['Event'],
    by: fields['By'],
    at: String(fields['At']).replace(/\.\d+Z$/, 'Z'),
    detail: fields['Detail'] ?? '',
    before: fields['Before'],
  };
  return createHash('sha256').update(stringify(entry)).digest('hex');
}

const broken = (chain: readonly Item[]): readonly number[] =>
  chain.flatMap((row, at) => {
    const before = chain[at - 1];
    return row.fields['Before'] === (before ? hashOf(before) : '0'.repeat(64)) ? [] : [at + 1];
  });

test('a clean TAC says what was done, in order and numbered', () => {
  expect(rows.map(({ fields }) => [fields['Number'], fields['Event']])).toEqual([
    [1, 'asked'],
    [2, 'sealed'],
    [3, 'invited'],
    [4, 'confirmed'],
  ]);
});

test('its chain holds', () => {
  expect(broken(rows)).toEqual([]);
});

test.each(['Event', 'By', 'At', 'Detail'])('a row whose %s was changed later breaks it at the next', (column) => {
  const changed = rows.map((row, at) => (at === 1 ? { ...row, fields: { ...row.fields, [column]: 'other' } } : row));
  expect(broken(changed)).toEqual([3]);
});

test('a row that was taken out breaks it', () => {
  expect(broken(rows.toSpliced(1, 1))).toEqual([2]);
});

test('who asked is the host, and no row holds a name, an address or initials', () => {
  expect(rows[0]?.fields['By']).toBe(school.as('Maya Okafor').id);
  expect(JSON.stringify(rows)).not.toMatch(/Marsh|Lowe|Dale|@example|"AB"|AB,/);
});
