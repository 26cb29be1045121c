import { Ask, type Confirmation, confirmations } from '../../bot/meetings/ask.ts';
import type { Safeguards, Verdict } from '../../bot/policy/decision.ts';
import { known } from '../../bot/policy/fact.ts';
import type { Kind } from '../../bot/policy/kind.ts';
import type { Facts, Situation } from '../../bot/policy/predicates.ts';
import { School } from '../../bot/policy/school.ts';
import { checkedIn } from '../an-ask.ts';

/** The situations that policy is tried on: everything is well, except what a row of a table names. */

/** Laid over the situation of that kind in which everything is well and confirmed. `ask` is shallow: whole guests, whole lists. */
export type Change = {
  readonly ask?: object;
  readonly facts?: Partial<Facts>;
  readonly school?: Partial<School>;
  /** ISO 8601, UTC. */
  readonly now?: string;
};

/** What a head would say of it, the kind, what is different, and what is to come of it with this pack alone. */
export type Row = readonly [
  situation: string,
  kind: Kind,
  change: Change,
  expected: {
    readonly verdict: Verdict;
    /** All of these are among the clauses that made the verdict. */
    readonly clauses: readonly string[];
    /** All of these are among the settings. */
    readonly sets?: Partial<Safeguards>;
  },
];

/** For `ask: { confirmed: … }`: everything the host could be asked, without these. */
export const allBut = (...missing: readonly Confirmation[]): readonly Confirmation[] =>
  confirmations.filter((one) => !missing.includes(one));

const id = (number: number) => `5c0a1d0e-0000-4000-8000-${String(number).padStart(12, '0')}`;
const staff = {
  senco: { id: id(101), name: 'Maya Okafor', address: 'maya.okafor@school.example.org' },
  teacher: { id: id(102), name: 'Tom Birch', address: 'tom.birch@school.example.org' },
  head: { id: id(103), name: 'Ruth Adeyemi', address: 'ruth.adeyemi@school.example.org' },
};
const mother = { name: 'Jo Marsh', role: 'Mother', agency: 'Family', address: 'jo.marsh@example.com' };
const father = { name: 'Ali Reyes', role: 'Father', agency: 'Family', address: 'ali.reyes@example.net' };
const nurse = {
  name: 'Pat Lowe',
  role: 'School nurse',
  agency: 'Community Health',
  address: 'pat.lowe@health.example.net',
};
const child = { initials: 'AB', year: '4' };

const every = {
  purpose: 'Support at school and at home',
  start: '2026-12-08T15:15:00Z',
  minutes: 45,
  host: staff.senco,
  place: 'teams',
  colleagues: [],
  confirmed: confirmations,
  urgent: null,
  recording: null,
};
const withOutsiders = { ...every, secondAdult: staff.teacher, guests: [mother, nurse] };

const asks: Record<Kind, object> = {
  staff: { ...every, colleagues: [staff.teacher, staff.head] },
  governors: withOutsiders,
  tac: { ...withOutsiders, child, childAttends: false },
  'annual-review': { ...withOutsiders, child, childAttends: false },
  parent: { ...withOutsiders, child, childAttends: false },
  professional: { ...withOutsiders, child },
  focus: { ...withOutsiders, child },
  class: { ...withOutsiders, year: '4', guests: [mother, father], start: '2026-12-08T10:15:00Z', minutes: 30 },
};

const school = School.parse({
  name: 'Quillfeather Primary School',
  domains: ['school.example.org'],
  phase: 'primary',
  packs: ['trust-minimum'],
  ownPack: null,
  waivers: [],
  terms: [
    { from: '2026-11-02', to: '2026-12-18' },
    { from: '2027-01-04', to: '2027-02-12' },
  ],
  holidays: ['2026-12-25'],
  hours: { from: '07:30', to: '18:30' },
  organisers: 'staff',
  retention: {
    staff: '3 years after the meeting',
    governors: '6 years after the meeting',
    tac: 'until the pupil is 25',
    'annual-review': 'until the pupil is 25',
    parent: '6 years after the meeting',
    professional: 'until the pupil is 25',
    focus: 'until the pupil is 25',
    class: '3 years after the meeting',
  },
  assessment: { reference: 'DPIA-7', reviewDue: '2027-09-01' },
  words: { tac: 'TAC', senco: 'SENCO', parent: 'parent or carer' },
});

/**
 * Wednesday 18 November 2026, 10:00; the meeting is on Tuesday 8 December at 15:15 (a class at 10:15, half an hour); nobody is new,
 * everybody is who they are said to be, and everything is confirmed. Then the change.
 */
export function situation(kind: Kind, change: Change = {}): Situation {
  const ask = Ask.parse(checkedIn({ kind, ...asks[kind], ...change.ask }));
  const outsiders = kind === 'staff' ? [] : [0, 1];
  const allWell: Facts = {
    hostIsStaff: known(true),
    hostMayOrganise: known(true),
    secondAdultIsStaff: known(true),
    colleaguesAreStaff: known(true),
    guests: known(outsiders.map(() => 'outsider')),
    guestsMet: known(outsiders.map(() => true)),
    recordingAgreed: known(true),
  };
  return {
    ask,
    facts: { ...allWell, ...change.facts },
    school: { ...school, ...change.school },
    now: new Date(change.now ?? '2026-11-18T10:00:00Z'),
  };
}
