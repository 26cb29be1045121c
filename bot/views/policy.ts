import { approverInWords } from '../cards/words/approvers.ts';
import { type Fillings, forAnyMeeting, inWords } from '../checklist/in-words.ts';
import type { ClauseList, classes } from '../policy/clause-list.ts';
import type { Safeguards } from '../policy/decision.ts';
import { type Kind, kinds } from '../policy/kind.ts';
import { linesFor } from '../policy/lines.ts';
import { type asked, isAlways, kindsOf, type moments, nameOf, type Pack, type Rule } from '../policy/pack.ts';
import { type Adopted, baseline, type Policy } from '../policy/policy.ts';
import type { School, Waiver } from '../policy/school.ts';
import { isStricter, type Setting, settings } from '../policy/strictest.ts';
import { safeguardWords } from './in-words.ts';

/** The school's policy as anybody of the school may read it: clause by clause, what each does here. Pure. */

/** What a clause may do. `nothing`: no pack of the school has it anywhere, which the tests of the packs rule out. */
export const deeds = ['rule', 'prompt', 'invitation', 'checklist', 'advice', 'tenant check', 'not here'] as const;
export type Deed = (typeof deeds)[number];

export type WaiverView = {
  /** Who may: a group in words, and the job title of whoever did. */
  readonly by: string;
  readonly reason: string;
  /** The last day it holds. */
  readonly until: string;
  readonly isOver: boolean;
};

export type DeedView = {
  readonly does: Deed;
  /** In a word or two: what a rule does, when a line is for, who is asked. */
  readonly how: string;
  readonly says: string;
  /** Every kind of meeting it is about; all of them where it is about the school. */
  readonly kinds: readonly Kind[];
  /** What a rule sets in Teams, and the pack whose stricter setting holds instead, if one does. */
  readonly sets: readonly { readonly name: string; readonly says: string; readonly stricterIn: string | null }[];
  /** The pack whose line about the same is read in place of this one. */
  readonly saidBy: string | null;
  readonly waivers: readonly WaiverView[];
};

export type ClauseView = {
  readonly id: string;
  readonly says: string;
  /** How it can be kept at all. */
  readonly is: (typeof classes)[number];
  readonly deeds: readonly DeedView[];
};

export type PackView = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly reviewDue: string;
  readonly isOverdue: boolean;
  readonly clauses: readonly ClauseView[];
};

export type PolicyView = {
  readonly packs: readonly PackView[];
  readonly school: Pick<School, 'name' | 'terms' | 'holidays' | 'hours' | 'languages'> & {
    readonly organisers: 'staff' | 'group';
    readonly assessment: { readonly reference: string; readonly reviewDue: string; readonly isOverdue: boolean } | null;
    readonly waivers: readonly (WaiverView & { readonly rule: string })[];
  };
};

/** @param today London, `2026-11-22` */
export function policyView(policy: Policy, school: School, today: string): PolicyView {
  const { name, terms, holidays, hours, languages, organisers, assessment } = school;
  const reading: Reading = { policy, today, read: readLines(policy), fillings: forAnyMeeting(school) };
  return {
    packs: inOrder(policy, school).map((adopted) => packView(adopted, reading)),
    school: {
      name,
      terms,
      holidays,
      hours,
      languages,
      organisers: organisers === 'staff' ? 'staff' : 'group',
      assessment: assessment && { ...assessment, isOverdue: assessment.reviewDue < today },
      waivers: policy.waivers.map((waiver) => ({ rule: ruleSays(waiver, policy), ...waiverView(waiver, today) })),
    },
  };
}

type Reading = {
  readonly policy: Policy;
  readonly today: string;
  readonly read: ReturnType<typeof readLines>;
  readonly fillings: Fillings;
};

/** The packs as the school names them, its own and what they are based on after them, and our own promises last. */
function inOrder({ packs }: Policy, school: School): readonly Adopted[] {
  const place = ({ pack: { id } }: Adopted): number => {
    if (id === baseline) return school.packs.length + 1;
    const named = school.packs.indexOf(id);
    return named === -1 ? school.packs.length : named;
  };
  return packs.toSorted((a, b) => place(a) - place(b));
}

function packView({ pack, clauses }: Adopted, reading: Reading): PackView {
  const { id, title, version, reviewDue } = pack;
  const all = deedsOf(pack, reading);
  return {
    id,
    title,
    version,
    reviewDue,
    isOverdue: reviewDue < reading.today,
    clauses: Object.entries(clauses satisfies ClauseList).map(([clause, { says, is }]) => ({
      id: clause,
      says,
      is,
      deeds: all.filter((one) => one.of.includes(clause)).map(({ deed }) => deed),
    })),
  };
}

/** What something in a pack does, and the clauses of which it does it. */
type Placed = { readonly of: readonly string[]; readonly deed: DeedView };
type Line = Pick<Rule, 'id' | 'clauses' | 'says' | 'kinds'>;
type Told = Line & { readonly about: string | null };
/** Sections of a pack in which one pack may speak for several. */
type Spoken = 'joining' | 'checklist' | 'advice';

function deedsOf(pack: Pack, reading: Reading): readonly Placed[] {
  const placed = (
    of: readonly string[],
    deed: Partial<DeedView> & Pick<DeedView, 'does' | 'how' | 'says'>,
  ): Placed => ({
    of,
    deed: { kinds, sets: [], saidBy: null, waivers: [], ...deed, says: inWords(deed.says, reading.fillings) },
  });
  const spoken = (section: Spoken, does: Deed, how: string, one: Told): Placed => {
    const saidBy = saidInstead(section, pack, one, reading);
    return placed(one.clauses, { does, how, says: one.says, kinds: kindsOf(one), saidBy });
  };
  return [
    ...pack.rules.map((rule) => placed(rule.clauses, ruleDeed(pack, rule, reading))),
    ...pack.prompts.map(({ clauses, says, of, moment, kinds }) =>
      placed(clauses, {
        does: 'prompt',
        how: `${askedOf[of]}, ${momentNames[moment]}`,
        says,
        kinds: kindsOf({ kinds }),
      }),
    ),
    ...pack.joining.map((one) => spoken('joining', 'invitation', one.part, one)),
    ...pack.checklist.map((one) => spoken('checklist', 'checklist', momentNames[one.moment], one)),
    ...pack.advice.map((one) => spoken('advice', 'advice', momentNames[one.moment], one)),
    ...pack.tenant.map(({ clauses, check, says }) => placed(clauses, { does: 'tenant check', how: check, says })),
    ...pack.notHere.map(({ clauses, why }) => placed(clauses, { does: 'not here', how: '', says: why })),
  ];
}

function ruleDeed(pack: Pack, rule: Rule, { policy, today }: Reading) {
  const waivers = policy.waivers.filter((waiver) => waiver.rule === nameOf(pack, rule));
  return {
    does: 'rule' as const,
    how: verdictOf(rule),
    says: rule.says,
    kinds: kindsOf(rule),
    sets: rule.verdict === 'allow' ? settings.flatMap((setting) => setView(pack, rule, setting, policy)) : [],
    waivers: waivers.map((waiver) => waiverView(waiver, today)),
  };
}

function verdictOf(rule: Rule): string {
  switch (rule.verdict) {
    case 'refuse':
      return 'refuses';
    case 'ask':
      return 'asks the host';
    case 'authorise':
      return `needs a yes of ${approverInWords[rule.by]}`;
    case 'allow':
      return Object.keys(rule.sets).length > 0 ? 'sets' : rule.told ? 'tells the host' : 'allows';
  }
}

type Allowing = Extract<Rule, { verdict: 'allow' }>;

function setView(pack: Pack, rule: Allowing, setting: Setting, policy: Policy): DeedView['sets'] {
  const value = rule.sets[setting];
  if (value === undefined) return [];
  const { name, says } = safeguardWords[setting];
  const words: Readonly<Record<string, string>> = says;
  return [{ name, says: words[String(value)] ?? String(value), stricterIn: stricterIn(pack, rule, setting, policy) }];
}

/** The pack that always sets it stricter, for every kind of meeting this rule is about. */
function stricterIn(pack: Pack, rule: Allowing, setting: keyof Safeguards, { packs }: Policy): string | null {
  const stricter = (kind: Kind) =>
    packs.filter(
      (other) =>
        other.pack.id !== pack.id &&
        other.pack.rules.some(
          (one) =>
            one.verdict === 'allow' &&
            isAlways(one) &&
            kindsOf(one).includes(kind) &&
            isStricter(setting, one.sets, rule.sets),
        ),
    );
  const [first = [], ...others] = kindsOf(rule).map(stricter);
  const everywhere = first.find((one) => others.every((those) => those.includes(one)));
  return everywhere?.pack.title ?? null;
}

/** The lines that are read, kind by kind, by pack and id: what several packs say about one matter, one of them says. */
function readLines(policy: Policy) {
  return kinds.map((kind) => ({ kind, lines: linesFor(policy, kind) }));
}

function saidInstead(section: Spoken, pack: Pack, line: Told, { policy, read }: Reading) {
  if (line.about === null) return null;
  const concerned = read.filter(({ kind }) => kindsOf(line).includes(kind)).map(({ lines }) => lines[section]);
  if (concerned.some((lines) => lines.some((one) => one.pack === pack.id && one.id === line.id))) return null;
  const instead = concerned.flatMap((lines) => lines.filter(({ about }) => about === line.about))[0];
  return policy.packs.find((one) => one.pack.id === instead?.pack)?.pack.title ?? null;
}

const waiverView = ({ by, jobTitle, reason, until }: Waiver, today: string): WaiverView => ({
  by: `${jobTitle}, for ${approverInWords[by]}`,
  reason,
  until,
  isOver: until < today,
});

const ruleSays = ({ rule }: Waiver, { packs }: Policy): string =>
  packs.flatMap(({ pack }) => pack.rules.filter((one) => nameOf(pack, one) === rule))[0]?.says ?? rule;

const momentNames: Readonly<Record<(typeof moments)[number], string>> = {
  'setting up': 'when the school sets up',
  arranging: 'while arranging',
  before: 'before the meeting',
  start: 'as it starts',
  during: 'during the meeting',
  after: 'after the meeting',
  yearly: 'every year',
};

const askedOf: Readonly<Record<(typeof asked)[number], string>> = {
  host: 'asked of the host',
  family: 'asked of the family',
  guest: 'asked of the guest',
  approver: 'asked of whoever says yes',
  'safeguarding lead': 'asked of the safeguarding lead',
  'data protection officer': 'asked of the data protection officer',
  ict: 'asked of ICT',
};
