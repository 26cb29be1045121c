import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import { fromDisk } from './packs.ts';
import { faultsOf, lineOf, open, schoolText, spoilt } from './policy-files.ts';

/** A school's settings file: what it may say, and what it may not loosen. */

test('the settings of the school that comes with Chaperone are without a fault', () => {
  const file = resolve(import.meta.dirname, '..', '..', 'infra', 'school.yaml');
  const { school, policy } = openPolicy(file, fromDisk);
  expect(policy.packs.map(({ pack }) => pack.id)).toEqual(['chaperone', 'trust-minimum']);
  expect(school.domains).toEqual(['school.example.org', 'pupils.school.example.org']);
});

test.each<[what: string, from: string, to: string, at: string, says: string]>([
  ['it is not YAML', 'domains: [', 'domains: [[', 'phase', 'I cannot read this as YAML: '],
  ['it has an unknown word', 'phase: primary', 'fase: primary', 'fase', 'I do not know the word “fase”.'],
  [
    'the phase is none',
    'phase: primary',
    'phase: junior',
    'junior',
    'In phase: “junior” is none of nursery, primary, secondary, all-through, special.',
  ],
  ['it follows no pack', 'packs:\n  - trust-minimum', 'packs: []', 'packs', 'In packs: '],
  [
    'it names a pack twice',
    '  - trust-minimum',
    '  - trust-minimum\n  - trust-minimum',
    'packs',
    'In packs: the same pack twice.',
  ],
  ['it names a pack there is not', 'trust-minimum', 'trust-most', 'trust-most', 'There is no pack “trust-most”.'],
  ['its own pack is not there', 'ours.yaml', 'mine.yaml', 'mine.yaml', 'There is no pack at “mine.yaml”.'],
  [
    'a term ends before it begins',
    'to: 2026-12-18',
    'to: 2026-10-18',
    '2026-10-18',
    'In terms, number 1: it ends before it begins.',
  ],
  ['a holiday is no date', '2026-12-25', '2026-12-32', '2026-12-32', 'In holidays, number 1: “2026-12-32” is not '],
  ['it closes before it opens', 'to: 18:30', 'to: 07:00', 'hours', 'In hours: it closes before it opens.'],
  ['an organisers’ group is no group', 'organisers: staff', 'organisers: teachers', 'teachers', 'In organisers: '],
  [
    'it keeps a kind in words of its own',
    'parent: 6 years after the meeting',
    'parent: for six years',
    'for six years',
    'In retention, parent: “for six years” is not written as: 6 years after the meeting, or: until the pupil is 25.',
  ],
  [
    'it keeps a meeting among adults until a pupil is 25',
    'staff: 3 years after the meeting',
    'staff: until the pupil is 25',
    'staff: until',
    'In retention, staff: “until the pupil is 25” is not written as: 6 years after the meeting.',
  ],
  [
    'it does not say how long a kind is kept',
    '  focus: until the pupil is 25\n',
    '',
    'retention',
    'In retention, focus: it is missing.',
  ],
  [
    'an assessment has no review date',
    'assessment: null',
    'assessment: { reference: DPIA-1 }',
    'DPIA-1',
    'In assessment, reviewDue: it is missing.',
  ],
])('the settings are at fault when %s', (_, from, to, at, says) => {
  const school = spoilt(schoolText, from, to);
  const faults = faultsOf({ school });
  expect(faults).toContainEqual({ file: 'school.yaml', line: lineOf(school, at), says: expect.stringContaining(says) });
});

test('settings that are not there are at fault', () => {
  expect(() => openPolicy('/nowhere/school.yaml', fromDisk)).toThrow(
    '/nowhere/school.yaml, line 1: This file cannot be read.',
  );
});

const good = {
  rule: 'ours/agreed',
  by: 'dsl',
  jobTitle: 'Deputy head',
  reason: 'Agreed for this term.',
  until: '2026-12-18',
};
const waiving = (change: object) =>
  spoilt(schoolText, 'waivers: []', `waivers:\n  - ${JSON.stringify({ ...good, ...change })}`);

test('a rule that is no must is waived by whoever leads on it, for a while and with a reason', () => {
  expect(open({ school: waiving({}) }).policy.waivers).toEqual([good]);
});

test('a must is waived by the head or the senior leadership team', () => {
  for (const by of ['slt', 'head'])
    expect(faultsOf({ school: waiving({ rule: 'ours/not-too-long', by }) })).toEqual([]);
});

test.each<[what: string, change: object, says: string]>([
  [
    'another than SLT or the head waives a must',
    { rule: 'ours/not-too-long' },
    'The waiver of “ours/not-too-long” has to come from the head or the senior leadership team.',
  ],
  ['there is no such rule', { rule: 'ours/nothing' }, 'The waiver of “ours/nothing” names a rule that is not there.'],
  [
    'it waives a promise of the baseline',
    { rule: 'chaperone/host-is-staff', by: 'head' },
    'The waiver of “chaperone/host-is-staff” is not possible: it is one of the promises every school keeps.',
  ],
  [
    'it waives a setting',
    { rule: 'ours/camera-off', by: 'head' },
    'The waiver of “ours/camera-off” is not possible: the rule only allows and sets, and no setting is ever waived.',
  ],
  ['it gives no reason', { reason: '' }, 'In waivers, number 1, reason: a reason somebody can read in a year’s time.'],
  ['it has no last day', { until: undefined }, 'In waivers, number 1, until: it is missing.'],
  ['nobody with the role gave it', { by: 'ict' }, 'In waivers, number 1, by: “ict” is none of head, slt, dsl, dpo.'],
])('a waiver is at fault when %s', (_, change, says) => {
  const school = waiving(change);
  expect(faultsOf({ school })).toEqual([{ file: 'school.yaml', line: lineOf(school, 'jobTitle'), says }]);
});

test('a waiver that has run out is no fault: nobody is shut out of school over a date', () => {
  expect(faultsOf({ school: waiving({ until: '2020-01-31' }) })).toEqual([]);
});
