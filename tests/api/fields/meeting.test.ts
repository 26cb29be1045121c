import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { type Door, openDoor } from '../door.ts';
import type { PersonKey } from '../school.ts';
import { deeds, fields, type Reads, readByAll, readers } from './meeting.ts';

// Every field of a meeting as everybody who may read it at all: what somebody may not see is not in the answer.

let door: Door;
const seen: Record<string, Set<Reads>> = {};
beforeAll(async () => {
  door = await openDoor(readByAll);
  for (const entry of readByAll) await door.register.noteAttendance(entry, [{ guest: 1, attended: 'came' }]);
  for (const [reads, who] of Object.entries(readers) as [Reads, PersonKey][]) {
    for (const { reference } of readByAll) {
      const { status, body } = await door.getAs(who, `/api/meetings/${reference}`);
      expect({ reads, reference, status }).toEqual({ reads, reference, status: 200 });
      for (const path of pathsIn(body)) seen[path] = (seen[path] ?? new Set()).add(reads);
    }
  }
});
afterAll(() => door.close());

/** Every member's path, as `guests.address`; a list has the paths of all its items. */
function pathsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => pathsIn(item, at));
  if (typeof value !== 'object' || value === null) return [];
  // Whether something may be done is said to everybody; by whom it may is the table of deeds.
  if ('may' in value) return 'url' in value ? [`${at}.url`] : [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = at === '' ? name : `${at}.${name}`;
    return [path, ...pathsIn(inner, path)];
  });
}

test('no field is without a line in the table', () => {
  expect(Object.keys(seen).filter((path) => !(path in fields))).toEqual([]);
  expect(Object.keys(fields).filter((path) => !(path in seen))).toEqual([]);
});

const cases = Object.entries(fields).flatMap(([path, who]) =>
  (Object.keys(readers) as Reads[]).map((reads) => ({ path, reads, finds: who.includes(reads) })),
);

test.each(cases)('the $reads finds $path: $finds', ({ path, reads, finds }) => {
  expect(seen[path]?.has(reads) ?? false).toBe(finds);
});

const Can = z.object({ can: z.looseObject({ change: z.record(z.string(), z.looseObject({ may: z.boolean() })) }) });

async function mayDo(reads: Reads): Promise<string[]> {
  const { body } = await door.getAs(readers[reads], `/api/meetings/${readByAll[0]?.reference ?? ''}`);
  const { change, ...others } = Can.parse(body).can;
  const all = { ...change, ...z.record(z.string(), z.looseObject({ may: z.boolean() })).parse(others) };
  return Object.entries(all).flatMap(([deed, { may }]) => (may ? [deed] : []));
}

test.each(Object.keys(readers) as Reads[])(
  'the %s may do what the table says of a meeting that stands',
  async (reads) => {
    const theirs = Object.entries(deeds).flatMap(([deed, who]) => (who.includes(reads) ? [deed] : []));
    expect((await mayDo(reads)).toSorted()).toEqual(theirs.toSorted());
  },
);
