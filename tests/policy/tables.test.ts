import { expect, test } from '@jest/globals';
import { decide } from '../../bot/policy/decide.ts';
import { isAlways, kindsOf } from '../../bot/policy/pack.ts';
import { only, type Source } from './packs.ts';
import { type Row, situation } from './situation.ts';
import { rows as countyDpia } from './tables/county-dpia.ts';
import { rows as countyTeamsFirst } from './tables/county-teams-first.ts';
import { rows as parishPrimary } from './tables/parish-primary.ts';
import { rows as primaryLiveSessions } from './tables/primary-live-sessions.ts';
import { rows as trustMinimum } from './tables/trust-minimum.ts';

/** Situation → verdict, clauses and settings: each pack on its own, in the words of a head. */

const tables: Record<Source, readonly Row[]> = {
  'county-teams-first': countyTeamsFirst,
  'primary-live-sessions': primaryLiveSessions,
  'county-dpia': countyDpia,
  'trust-minimum': trustMinimum,
  'parish-primary': parishPrimary,
};

describeTables();

test('there are at least thirty-two situations a pack, each told once', () => {
  for (const rows of Object.values(tables)) {
    const told = rows.map(([words]) => words);
    expect(told.length).toBeGreaterThanOrEqual(32);
    expect(new Set(told).size).toBe(told.length);
  }
});

test('every contradiction between the sources, C1 to C28, is among the situations', () => {
  const told = Object.values(tables).flatMap((rows) => rows.map(([words]) => words));
  const met = new Set(told.flatMap((words) => [...words.matchAll(/\bC(\d+)\b/g)].map(([, number]) => Number(number))));
  const missing = Array.from({ length: 28 }, (_, index) => index + 1).filter((number) => !met.has(number));
  expect(missing).toEqual([]);
});

test.each(Object.entries(tables))(
  '%s: every rule fires in one situation of its kinds, and does not in another',
  (id, rows) => {
    const policy = only(id);
    const decided = rows.map(([, kind, change]) => {
      const { fired, setAside } = decide(situation(kind, change), policy);
      return { kind, fired: [...fired, ...setAside.map(({ rule }) => rule)] };
    });
    const wrong = policy.packs[0].pack.rules.flatMap((rule) => {
      const here = decided.filter(({ kind }) => kindsOf(rule).includes(kind));
      const fires = here.filter(({ fired }) => fired.includes(`${id}/${rule.id}`));
      if (fires.length === 0) return [`${rule.id} never fires`];
      return fires.length === here.length && !isAlways(rule) ? [`${rule.id} always fires`] : [];
    });
    expect(wrong).toEqual([]);
  },
);

function describeTables() {
  for (const [id, rows] of Object.entries(tables)) {
    const policy = only(id);
    test.each(rows)(`${id}: %s`, (_, kind, change, expected) => {
      const decision = decide(situation(kind, change), policy);
      const because = decision.because.map((clause) => clause.id);
      const clauses = expect.arrayContaining([...expected.clauses]);
      expect({ verdict: decision.verdict, because }).toEqual({ verdict: expected.verdict, because: clauses });
      expect(decision.safeguards).toMatchObject(expected.sets ?? {});
    });
  }
}
