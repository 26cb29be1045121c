import { expect, test } from '@jest/globals';
import { classes } from '../../bot/policy/clause-list.ts';
import { mentionsIn, type Section } from '../../bot/policy/mentions.ts';
import { type Source, shipped, sources } from './packs.ts';

/** Nothing that a school's policy asks is forgotten: every clause of the five sources is somebody's matter. */

const ids = Object.keys(sources) as Source[];
const counts: Record<Source, number> = {
  'county-teams-first': 39,
  'primary-live-sessions': 80,
  'county-dpia': 99,
  'trust-minimum': 40,
  'parish-primary': 43,
};
const clausesOf = (id: string) => shipped(id).clauses.value;

test.each(ids)('%s: the whole source is listed, in order', (id) => {
  const numbered = Array.from({ length: counts[id] }, (_, index) => String(index + 1).padStart(2, '0'));
  expect(Object.keys(clausesOf(id))).toEqual(numbered.map((number) => `${sources[id]}-${number}`));
});

test('the five sources have 301 clauses, of which rules and records are most', () => {
  const all = ids.flatMap((id) => Object.values(clausesOf(id)));
  const counted = classes.map((each) => [each, all.filter(({ is }) => is === each).length]);
  expect(all.length).toBe(301);
  expect(Object.fromEntries(counted)).toEqual({
    setting: 28,
    'setting in part': 24,
    'tenant check': 6,
    rule: 78,
    record: 119,
    advice: 46,
  });
});

test.each([...ids, 'chaperone'])('%s: every clause is mentioned by its pack', (id) => {
  const mentioned = new Set(mentionsIn(shipped(id).pack.value).map(({ clause }) => clause));
  expect(Object.keys(clausesOf(id)).filter((clause) => !mentioned.has(clause))).toEqual([]);
});

test.each([...ids, 'chaperone'])('%s: each clause stands where its class can be kept', (id) => {
  const { pack, clauses } = shipped(id);
  const mentions = mentionsIn(pack.value);
  const sets = new Set(
    pack.value.rules.flatMap((rule) =>
      rule.verdict === 'allow' && Object.keys(rule.sets).length > 0 ? rule.clauses : [],
    ),
  );
  const stands = (clause: string, ...where: Section[]) =>
    mentions.some((one) => one.clause === clause && where.includes(one.section));
  const kept: Record<(typeof classes)[number], (clause: string) => boolean> = {
    setting: (clause) => sets.has(clause),
    'setting in part': (clause) =>
      stands(clause, 'rules') && (sets.has(clause) || stands(clause, 'joining', 'checklist')),
    'tenant check': (clause) => stands(clause, 'tenant'),
    rule: (clause) => stands(clause, 'rules'),
    record: (clause) => stands(clause, 'prompts', 'joining', 'checklist'),
    advice: (clause) => stands(clause, 'advice'),
  };
  const misplaced = Object.entries(clauses.value)
    .filter(([clause, { is }]) => !stands(clause, 'notHere') && !kept[is](clause))
    .map(([clause, { is }]) => `${clause} ${is}`);
  expect(misplaced).toEqual([]);
});
