import stringify from 'safe-stable-stringify';
import { places } from '../meetings/ask.ts';
import type { Condition } from './condition.ts';
import type { Kind } from './kind.ts';
import type { Lined } from './lined-yaml.ts';
import { isAlways, kindsOf, type Pack, type Rule } from './pack.ts';
import type { Fault } from './pack-fault.ts';
import { isStricter, settings } from './strictest.ts';

/** Rules that contradict one another or could never matter: whoever wrote them believes in something the school does not get. Pure. */

/** Everything that is wrong among the rules of one pack, each with the line of the rule. */
export function ruleFaults({ file, value: { rules }, lineOf }: Lined<Pack>): Fault[] {
  return rules.flatMap((rule, index) =>
    checks.flatMap((check) => {
      const says = check(rule, rules);
      return says === null ? [] : [{ file, line: lineOf(['rules', index]), says: `The rule “${rule.id}” ${says}.` }];
    }),
  );
}

type Check = (rule: Rule, rules: readonly Rule[]) => string | null;

const contradicts: Check = (rule, rules) => {
  if (rule.verdict !== 'refuse') return null;
  const other = rules.find(
    (one) => one.verdict === 'allow' && share(kindsOf(one), kindsOf(rule)) && sameCondition(one, rule),
  );
  return other === undefined ? null : `refuses what the rule “${other.id}” allows on the same condition`;
};

/** Whether nothing a rule says can matter, because others always refuse each of its kinds. */
export const behindARefusal: Check = (rule, rules) => {
  if (rule.verdict === 'refuse') return null;
  const refused = rules.flatMap((one) => (one.verdict === 'refuse' && isAlways(one) ? kindsOf(one) : []));
  return kindsOf(rule).every((kind) => refused.includes(kind))
    ? 'can never matter: its kinds of meeting are always refused'
    : null;
};

const neverTrue: Check = (rule) => {
  const why = whyNever(rule.when, kindsOf(rule));
  return why === null ? null : `has a condition that decides nothing: ${why}`;
};

const asksSomethingElse: Check = (rule) =>
  rule.verdict === 'ask' && 'confirmation' in rule.when && rule.when.confirmation !== rule.asks
    ? `looks at “${rule.when.confirmation}” and asks for “${rule.asks}”`
    : null;

const looser: Check = (rule, rules) =>
  loosens(
    rule,
    rules.filter((one) => one !== rule),
  );

/** The checks, in the order they are told. */
const checks: readonly Check[] = [contradicts, behindARefusal, neverTrue, asksSomethingElse, looser];

/**
 * What an allow rule sets more loosely than a rule that always holds for the same kinds: it would have no effect.
 * @returns the rest of a sentence about the rule, or `null`
 */
export function loosens(rule: Rule, others: readonly Rule[]): string | null {
  if (rule.verdict !== 'allow') return null;
  for (const other of others) {
    if (other.verdict !== 'allow' || !isAlways(other)) continue;
    if (!kindsOf(rule).every((kind) => kindsOf(other).includes(kind))) continue;
    const setting = settings.find((one) => rule.sets[one] !== undefined && isStricter(one, other.sets, rule.sets));
    if (setting !== undefined) return `sets ${setting} more loosely than the rule “${other.id}” always does`;
  }
  return null;
}

const share = (some: readonly Kind[], others: readonly Kind[]): boolean => some.some((kind) => others.includes(kind));
const sameCondition = (one: Rule, other: Rule): boolean => stringify(one.when) === stringify(other.when);

const withoutOutsiders: readonly Kind[] = ['staff'];
const withoutPupils: readonly Kind[] = ['staff', 'governors', 'professional'];
const all = (some: readonly Kind[], others: readonly Kind[]): boolean => some.every((kind) => others.includes(kind));

/** Conditions that no request of these kinds can meet; a request has its own limits (15 to 180 minutes). */
function whyNever(when: Condition, of: readonly Kind[]): string | null {
  const and = 'and' in when ? when.and : when.is;
  if (/^(?:guest|family(?!Missing)|outsider|secondAdult)/.test(and) && all(of, withoutOutsiders))
    return 'a staff meeting has no second adult and nobody from outside';
  if (/^pupil/.test(and) && all(of, withoutPupils)) return 'no pupil takes part in these kinds of meeting';
  if (when.is === 'longerThan' && when.minutes >= 180) return 'no meeting is longer than 180 minutes';
  if (when.is === 'shorterThan' && when.minutes <= 15) return 'no meeting is shorter than 15 minutes';
  if (when.is === 'morePeopleThan' && when.people >= 82) return 'no meeting has more than 82 people';
  if (when.is === 'outsideHours' && when.from >= when.to) return 'its hours end before they begin';
  if (when.is === 'heldOn' && places.every((place) => when.places.includes(place)))
    return 'every meeting is held in one of these places';
  return null;
}
