import { type AskWithoutGuests, pupilAttends } from '../meetings/ask.ts';
import { kindsOf, nameOf } from '../policy/pack.ts';
import { baseline, type Policy } from '../policy/policy.ts';
import { todayOf } from '../policy/school-day.ts';

/**
 * Whether this meeting may not take place with the host alone: a pupil is on the call, or one of the school's packs wants two adults
 * at its kind. Our own promises let two adults only be two different people; they do not ask for them. Pure.
 */
export function mustHaveTwo(ask: AskWithoutGuests, policy: Policy, now: Date): boolean {
  if (!('secondAdult' in ask)) return false;
  return pupilAttends(ask) || packsWantTwo(ask, policy, todayOf(now));
}

function packsWantTwo({ kind }: AskWithoutGuests, { packs, waivers }: Policy, today: string): boolean {
  const waived = new Set(waivers.filter(({ until }) => until >= today).map(({ rule }) => rule));
  return packs
    .filter(({ pack }) => pack.id !== baseline)
    .some(({ pack }) =>
      pack.rules.some(
        (rule) =>
          rule.when.is === 'secondAdultIsHost' && kindsOf(rule).includes(kind) && !waived.has(nameOf(pack, rule)),
      ),
    );
}
