import type { Confirmation } from '../meetings/ask.ts';
import { approvers, type Clause, type Decision, verdicts } from './decision.ts';
import { kindsOf, nameOf, type Rule } from './pack.ts';
import { type Adopted, baseline, type Policy } from './policy.ts';
import { holds, isConfirmed, type Situation } from './predicates.ts';
import { todayOf } from './school-day.ts';
import { loosest, type Sets, strictest } from './strictest.ts';

/** A rule whose condition holds. One that could not be checked refuses, whatever it was meant to do. */
export type Fired = {
  readonly name: string;
  readonly verdict: Decision['verdict'];
  /** `null` when it could not be checked. */
  readonly rule: Rule | null;
  readonly because: readonly Clause[];
  /** Why it does not count, if it does not. */
  readonly setAside: 'waiver' | 'urgent' | null;
};

const notSpokenOf = 'The school’s policy does not speak of this meeting.';
const onceChecked = 'The same meeting, once I can check that.';

/**
 * Decides on a request. Pure and total: of all the rules that fire, the verdict furthest in the way wins, every clause that made it
 * is kept, and the strictest of each setting holds. Where nothing fires it is refused: silence is no permission.
 */
export function decide(situation: Situation, policy: Policy): Decision {
  const all = firing(situation, policy);
  const fired = all.filter(({ setAside }) => setAside === null);
  const verdict = verdicts.findLast((each) => fired.some((one) => one.verdict === each)) ?? 'refuse';
  const because = once(fired.filter((one) => one.verdict === verdict).flatMap((one) => one.because));
  return {
    verdict,
    because: because.length > 0 ? because : [{ id: policy.packs[0].pack.id, says: notSpokenOf }],
    fired: fired.map(({ name }) => name),
    questions: questionsOf(fired),
    authorisedBecause: once(fired.filter((one) => one.verdict === 'authorise').flatMap((one) => one.because)),
    authorisedBy: approvers.filter((by) => fired.some(({ rule }) => rule?.verdict === 'authorise' && rule.by === by)),
    instead: [...new Set(fired.flatMap(insteadOf))],
    setAside: all.flatMap(({ name, setAside, because }) =>
      setAside === null ? [] : [{ rule: name, why: setAside, because: [...because] }],
    ),
    told: fired.flatMap(({ rule, because }) => (isTold(rule) ? [{ says: rule.says, because: [...because] }] : [])),
    safeguards: fired.reduce((safeguards, { rule }) => strictest(safeguards, setsOf(rule)), loosest),
    packs: policy.packs.map(({ pack: { id, version } }) => ({ id, version })),
    decidedAt: situation.now.toISOString(),
  };
}

/** Every rule that fires, pack by pack, in the order it stands in; also those that are then set aside. Pure. */
export function firing(situation: Situation, policy: Policy): readonly Fired[] {
  const today = todayOf(situation.now);
  const waived = new Set(policy.waivers.filter(({ until }) => until >= today).map(({ rule }) => rule));
  return policy.packs.flatMap((adopted) =>
    adopted.pack.rules.flatMap((rule) => {
      const fired = fires(rule, adopted, situation);
      if (fired === null) return [];
      const why = whySetAside(rule, situation, adopted.pack.id !== baseline && waived.has(fired.name));
      return [{ ...fired, setAside: why }];
    }),
  );
}

function fires(rule: Rule, { pack, clauses }: Adopted, situation: Situation): Omit<Fired, 'setAside'> | null {
  if (!kindsOf(rule).includes(situation.ask.kind)) return null;
  const name = nameOf(pack, rule);
  const fact = holds(rule.when, situation);
  if (!fact.known) {
    const says = `I could not check ${fact.why}.`;
    return { name, verdict: 'refuse', rule: null, because: rule.clauses.map((id) => ({ id, says })) };
  }
  if (!fact.value) return null;
  // A question is put until it is answered, whatever made it worth asking.
  if (rule.verdict === 'ask' && isConfirmed(rule.asks, situation)) return null;
  const because = rule.clauses.map((id) => ({ id, says: clauses[id]?.says ?? rule.says }));
  return { name, verdict: rule.verdict, rule, because };
}

/** Only what stands in the way is ever set aside; what a rule sets, never. */
function whySetAside(rule: Rule, { ask }: Situation, waived: boolean): Fired['setAside'] {
  if (rule.verdict === 'allow') return null;
  if (waived) return 'waiver';
  return ask.urgent !== null && 'yieldsToUrgency' in rule && rule.yieldsToUrgency ? 'urgent' : null;
}

const setsOf = (rule: Rule | null): Sets => (rule?.verdict === 'allow' ? rule.sets : {});

const isTold = (rule: Rule | null): rule is Rule => rule?.verdict === 'allow' && rule.told;

function insteadOf({ rule }: Fired): string[] {
  if (rule === null) return [onceChecked];
  return rule.verdict === 'refuse' ? [rule.instead] : [];
}

/** Two packs may ask the same: the host is asked once, in the words of the first, and sees the clauses of both. */
function questionsOf(fired: readonly Fired[]): Decision['questions'] {
  const questions = new Map<Confirmation, { says: string; because: Clause[] }>();
  for (const { rule, because } of fired) {
    if (rule?.verdict !== 'ask') continue;
    const asked = questions.get(rule.asks) ?? { says: rule.says, because: [] };
    questions.set(rule.asks, { ...asked, because: once([...asked.because, ...because]) });
  }
  return [...questions].map(([asks, { says, because }]) => ({ asks, says, because }));
}

/** Each clause once, in the order they came. */
export const once = (clauses: readonly Clause[]): Clause[] => [
  ...new Map(clauses.map((clause) => [`${clause.id} ${clause.says}`, clause])).values(),
];
