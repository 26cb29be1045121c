import { openPolicy } from '../../bot/policy/open-policy.ts';
import { type Fault, PackFault } from '../../bot/policy/pack-fault.ts';
import { fromDisk } from './packs.ts';

/** A school's policy files as texts, for whoever wants to spoil them. */

export const schoolText = `# Quillfeather
name: Quillfeather Primary School
domains: [school.example.org]
phase: primary
packs:
  - trust-minimum
ownPack: ours.yaml
waivers: []
terms:
  - { from: 2026-11-02, to: 2026-12-18 }
holidays: [2026-12-25]
hours: { from: 07:30, to: 18:30 }
organisers: staff
assessment: null
retention:
  staff: 3 years after the meeting
  governors: 6 years after the meeting
  tac: until the pupil is 25
  annual-review: until the pupil is 25
  parent: 6 years after the meeting
  professional: until the pupil is 25
  focus: until the pupil is 25
  class: 1 year after the meeting
words: { tac: TAC, senco: SENCO, parent: parent or carer }
`;

export const packText = `id: ours
title: Our own pack
version: 2026-11
reviewDue: 2027-08-31
basedOn: trust-minimum
lockAfterMinutes: 5
rules:
  - id: camera-off
    clauses: [our-01]
    kinds: [class]
    force: should
    when: always
    verdict: allow
    sets: { allowAttendeeToEnableCamera: false }
    says: Cameras are off in class.
  - id: not-too-long
    clauses: [our-02]
    kinds: [tac, class]
    force: must
    when: { is: longerThan, minutes: 90 }
    verdict: refuse
    says: That is too long.
    instead: A shorter meeting.
  - id: agreed
    clauses: [our-02]
    kinds: every kind
    force: may
    when: { is: notConfirmed, confirmation: time agreed }
    verdict: ask
    asks: time agreed
    says: Does the time suit everyone?
prompts: []
joining:
  - id: welcome
    clauses: [our-01]
    kinds: every kind
    part: joining
    says: Please come in at {time}.
checklist: []
advice: []
tenant: []
notHere:
  - clauses: [our-03]
    why: Nobody uses these any more.
`;

export const clausesText = `our-01: { is: setting, says: Cameras are off. }
our-02: { is: rule, says: No meeting is too long. }
our-03: { is: advice, says: Use a quill. }
`;

/** A school's files by path; what is not among them is read from the disk. */
export type Texts = {
  readonly school?: string;
  readonly pack?: string;
  readonly clauses?: string;
  readonly others?: object;
};

const root = '/quillfeather';

export function open({ school = schoolText, pack = packText, clauses = clausesText, others = {} }: Texts) {
  const texts = new Map<string, string>([
    [`${root}/school.yaml`, school],
    [`${root}/ours.yaml`, pack],
    [`${root}/ours.clauses.yaml`, clauses],
    ...Object.entries(others),
  ]);
  return openPolicy(`${root}/school.yaml`, (file) => texts.get(file) ?? fromDisk(file));
}

/** What is wrong with these files, by the last part of each file's path. */
export function faultsOf(texts: Texts): readonly Fault[] {
  try {
    open(texts);
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    return error.faults.map((fault) => ({ ...fault, file: fault.file.replace(/^.*\//, '') }));
  }
  return [];
}

/** A text with one place changed. */
export function spoilt(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`“${from}” is there ${parts.length - 1} times`);
  return parts.join(to);
}

/** The pack with more rules at the end of its rules, each what it adds to a rule that says nothing yet. */
export function withRules(rules: Record<string, string>): string {
  const lines = Object.entries(rules).map(
    ([id, rest]) => `  - { id: ${id}, clauses: [our-02], force: must, says: So it is., ${rest} }`,
  );
  return spoilt(packText, 'prompts: []', `${lines.join('\n')}\nprompts: []`);
}

/** The line, counted from 1, on which something stands; the last, if there are several. */
export const lineOf = (text: string, something: string): number =>
  text.split('\n').findLastIndex((line) => line.includes(something)) + 1;
