import { resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Fields } from '../../bot/graph/lists.ts';
import { noLongerConforming } from '../../bot/policy/conforming.ts';
import { type Entry, type LogEntry, stands } from '../../bot/register/entry.ts';
import { listedOf, logEntryOf, storedOf } from '../../bot/register/reading.ts';
import { firstBefore, hashOf } from '../../bot/register/sharepoint.ts';
import { fill } from '../../infra/seed/fill.ts';
import { drawSchool } from '../../infra/seed/meetings.ts';
import { rowsOf } from '../../infra/seed/rows.ts';
import { openPolicies } from '../../infra/seed/school.ts';
import { registerOf } from '../register/register-of.ts';
import { openSite } from '../school.ts';

/** A school of a thousand made-up meetings is one that the product could have written row by row. */

const policies = openPolicies(resolve(import.meta.dirname, '..', '..', 'infra', 'school.yaml'));
const now = new Date('2026-11-24T10:00:00Z');
const drawn = (seed: number, count = 1_000) => drawSchool({ count, seed, now, policies, claimSeconds: 120 });
const stories = [...drawn(1).meetings];

/** As a list answers it: without the columns that hold nothing. */
const item = (fields: Fields, index = 0) => ({
  id: String(index + 1),
  eTag: '"1"',
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
});
const entryOf = (story: (typeof stories)[number]): Entry => {
  const { Meetings, Guests } = rowsOf(story);
  return storedOf(item(Meetings[0] ?? {}), Guests.map(item)).entry;
};

test('every meeting is read back as it was made, with its guests and without', () => {
  for (const story of stories) {
    expect(entryOf(story)).toEqual({ ...story.entry, decision: expect.anything() });
    expect(listedOf(item(rowsOf(story).Meetings[0] ?? {})).reference).toBe(story.entry.reference);
  }
});

test('every log is a whole chain, in the order of its times', () => {
  const broken = stories.filter((story) => {
    const log = rowsOf(story).Log.map((fields) => logEntryOf(item(fields)));
    const isNext = ({ before, at }: LogEntry, index: number) => {
      const last = log[index - 1];
      return before === (last ? hashOf(last) : firstBefore) && at >= (last?.at ?? '');
    };
    return log[0]?.event !== 'asked' || !log.every(isNext);
  });
  expect(broken).toEqual([]);
});

test('the same number makes the same school, another number another', () => {
  const rows = (seed: number) => [...drawn(seed, 100).meetings].map(rowsOf);
  expect(rows(1)).toEqual(rows(1));
  expect(rows(2)).not.toEqual(rows(1));
  expect(drawn(1).staff.joining).toEqual(drawn(1).staff.joining);
});

test('it has meetings of every kind, behind it and ahead, and every way a meeting can stand', () => {
  const many = [...drawn(1, 6_000).meetings];
  const found = <T>(of: (entry: Entry) => T) => new Set(many.map(({ entry }) => of(entry)));
  expect(found(({ ask }) => ask.kind).size).toBe(8);
  expect([...found(({ status }) => status)].toSorted()).toEqual(
    [
      'arranged',
      'called off',
      'cancelled',
      'held elsewhere',
      'moved',
      'needs review',
      'not arranged',
      'on hold',
      'refused',
      'waiting',
    ].toSorted(),
  );
  const years = found(({ ask }) => ask.start.slice(0, 4));
  expect([...years].toSorted()).toEqual(['2021', '2022', '2023', '2024', '2025', '2026', '2027']);
});

test('a meeting that was moved says where to, and the other where from', () => {
  const byReference = new Map(stories.map(({ entry }) => [entry.reference, entry]));
  const moved = stories.map(({ entry }) => entry).filter(({ status }) => status === 'moved');
  expect(moved.length).toBeGreaterThan(0);
  for (const { reference, replacedBy } of moved)
    expect(byReference.get(replacedBy ?? reference)?.replaces).toBe(reference);
});

test('what stands ahead conforms with the policy of the school, and nothing is due yet', () => {
  const upcoming = stories
    .map(({ entry }) => entry)
    .filter((entry) => stands(entry) && entry.ask.start > now.toISOString());
  expect(upcoming.length).toBeGreaterThan(5);
  expect(noLongerConforming(upcoming, { policy: policies.now, school: policies.school })).toEqual([]);
  const due = stories.filter(({ entry }) => entry.nextCheck !== null && entry.nextCheck <= now.toISOString());
  expect(due).toEqual([]);
});

const site = await openSite();
afterAll(() => site.close());

test('a tenant that was filled answers the product’s own register', async () => {
  const filled = await fill(drawn(1), site);
  expect(filled.rows.Meetings).toBe(1_000);
  const register = registerOf(site);
  expect(await register.due(now)).toEqual({ rows: [], unreadable: [] });
  const some = stories.filter((_, index) => index % 100 === 0 || index < 5);
  for (const { entry, statements, events } of some) {
    expect((await register.find(entry.reference))?.entry.ask).toEqual(entry.ask);
    expect((await register.log(entry.reference)).map(({ event }) => event)).toEqual(events.map(({ event }) => event));
    expect(await register.agreements(entry.reference)).toEqual(statements);
  }
});
