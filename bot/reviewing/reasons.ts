import type { Withdrawn } from '../agreeing/ledger.ts';
import type { Caller } from '../identity/caller.ts';
import { type Address, type Colleague, guestsOf, type PersonId, secondAdultOf } from '../meetings/ask.ts';
import type { NoLongerConforming } from '../policy/conforming.ts';
import type { Approver } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import { type Amendment, type Entry, moment, stands } from '../register/entry.ts';
import type { Review, ReviewReason, ReviewWhy } from '../register/review.ts';

/**
 * A yes is not for ever. When a fact behind a meeting that stands has changed, the meeting comes back to be looked at. Some reasons a
 * reviewer may dismiss with a sentence; some go away only when their cause does. Pure.
 */

/**
 * What a person may answer for with a sentence. Not: that somebody who has to be there is missing, that somebody is brought to a
 * meeting or recorded against their will, or that a rule says no. To share less, to write by another way, another agency, a question
 * or a yes that policy asks for only now are matters of judgement, and a reviewer's answer is what the policy wants there.
 */
const dismissible: Readonly<Record<ReviewWhy, boolean>> = {
  'host left': false,
  'second adult left': false,
  'take part withdrawn': false,
  'be recorded withdrawn': false,
  'share information withdrawn': true,
  'be contacted directly withdrawn': true,
  'agency changed': true,
  'policy refuses': false,
  'policy asks': true,
  'policy wants a yes': true,
};
export const isDismissible = ({ why }: Pick<ReviewReason, 'why'>): boolean => dismissible[why];

/** What a fresh look found; what could not be looked up is unknown, and changes nothing. */
export type Findings = {
  readonly staff: Fact<ReadonlySet<PersonId>>;
  readonly withdrawn: Fact<readonly Withdrawn[]>;
  /** The agency each guest's address was invited with since. */
  readonly agencies: Fact<ReadonlyMap<Address, string>>;
  /** Under the policy now in force; `null` when it conforms. */
  readonly policy: NoLongerConforming | null;
};

type Found = Pick<ReviewReason, 'why' | 'detail' | 'because' | 'of'>;

/** @returns the reasons there are as things stand, and which could not be looked for */
export function found(entry: Entry, { staff, withdrawn, agencies, policy }: Findings) {
  const { ask, decision } = entry;
  const of: Approver[] = decision.authorisedBy.length > 0 ? decision.authorisedBy : ['slt'];
  const reason = (why: ReviewWhy, detail = ''): Found => ({ why, detail, because: [], of });
  const secondAdult = secondAdultOf(ask);
  const left: Found[] = !staff.known
    ? []
    : [
        ...(staff.value.has(ask.host.id) ? [] : [reason('host left')]),
        ...(secondAdult === null || staff.value.has(secondAdult.id) ? [] : [reason('second adult left')]),
      ];
  const taken = !withdrawn.known
    ? []
    : withdrawn.value.map(({ agreement, guest, statement }) =>
        reason(`${agreement} withdrawn`, `guest ${String(guest)}, statement ${String(statement)}`),
      );
  const elsewhere = !agencies.known
    ? []
    : guestsOf(ask).flatMap(({ address, agency }, index) => {
        const since = agencies.value.get(address);
        const same = since === undefined || since.trim().toLowerCase() === agency.trim().toLowerCase();
        return same ? [] : [reason('agency changed', `guest ${String(index + 1)}`)];
      });
  const unknown: readonly ReviewWhy[] = [
    ...(staff.known ? [] : (['host left', 'second adult left'] as const)),
    ...(withdrawn.known ? [] : withdrawals),
    ...(agencies.known ? [] : (['agency changed'] as const)),
  ];
  return { reasons: [...left, ...taken, ...elsewhere, ...ofPolicy(policy, of)], unknown };
}

const withdrawals = [
  'take part withdrawn',
  'be recorded withdrawn',
  'share information withdrawn',
  'be contacted directly withdrawn',
] as const;

/** Stricter settings are no reason: they are written at once, because they can only protect. */
function ofPolicy(policy: NoLongerConforming | null, of: Approver[]): Found[] {
  if (policy === null || policy.inTheWay.length === 0) return [];
  const detail = policy.inTheWay
    .map(({ id }) => id)
    .join(', ')
    .slice(0, 200);
  const because = [...policy.inTheWay];
  switch (policy.is) {
    case 'refuse':
      return [{ why: 'policy refuses', detail, because, of }];
    case 'ask':
      return [{ why: 'policy asks', detail, because, of }];
    case 'authorise':
      return [{ why: 'policy wants a yes', detail, because, of: [...policy.authorisedBy] }];
    case 'allow':
      return [];
  }
}

const sameAs = (one: Pick<ReviewReason, 'why' | 'detail'>) => (other: Pick<ReviewReason, 'why' | 'detail'>) =>
  one.why === other.why && one.detail === other.detail;

/**
 * What the row says from now on. A reason that is there already keeps its moment and its dismissal; one whose cause is gone goes;
 * one that could not be looked for stays.
 */
export function reconciled(before: Review | null, now: ReturnType<typeof found>, at: Date): Review | null {
  const old = before?.reasons ?? [];
  const kept = old.filter((one) => now.unknown.includes(one.why) || now.reasons.some(sameAs(one)));
  const fresh = now.reasons
    .filter((one) => !old.some(sameAs(one)))
    .map((one): ReviewReason => ({ ...one, since: moment(at), told: false, dismissed: null }));
  const reasons = [...kept, ...fresh];
  return reasons.length === 0 ? null : { reasons };
}

export const openReasons = ({ review }: Pick<Entry, 'review'>): readonly ReviewReason[] =>
  (review?.reasons ?? []).filter(({ dismissed }) => dismissed === null);

/** Another second adult is there, so the one who left is no reason any more; the next look would say so too. */
export function reviewAfter(review: Review | null, changed: Amendment['what']): Review | null {
  if (review === null || changed !== 'second adult') return review;
  const reasons = review.reasons.filter(({ why }) => why !== 'second adult left');
  return reasons.length === 0 ? null : { reasons };
}

/** A status that would say all is well does not while a reason is open. */
export const standingWith = (entry: Pick<Entry, 'review'>, status: Entry['status']): Entry['status'] =>
  status === 'arranged' && openReasons(entry).length > 0 ? 'needs review' : status;

/** Why somebody's word is not taken. Each has its sentence in cards/words/reviewing.ts. */
export type WhyNotDismissed =
  | 'no such meeting'
  | 'your own'
  | 'not a reviewer'
  | 'nothing to dismiss'
  | 'over'
  | 'cannot be dismissed'
  | 'not yet';

type MayDismiss =
  | { readonly may: true; readonly reasons: readonly ReviewReason[] }
  | { readonly may: false; readonly why: WhyNotDismissed };

/** Whose word counts: a member of a group it needs; for senior leaders' the head as well. */
const speaksFor = (roles: Caller['roles'], of: readonly Approver[]): boolean =>
  of.some((group) => roles.has(group) || (group === 'slt' && roles.has('head')));

/**
 * Which of the open reasons this person may dismiss.
 * @param caller with the roles Entra gives at this moment
 * @param shown as the card that was tapped showed them, `keyOf` each; nobody dismisses what they have not read
 */
export function mayDismiss(entry: Entry, { id, roles }: Caller, shown: readonly string[]): MayDismiss {
  const no = (why: WhyNotDismissed): MayDismiss => ({ may: false, why });
  if (entry.ask.host.id.toLowerCase() === id.toLowerCase()) return no('your own');
  const open = openReasons(entry);
  const concerned = open.filter(({ of }) => speaksFor(roles, of));
  const reviews = (entry.review?.reasons ?? []).some(({ of }) => speaksFor(roles, of));
  if (!reviews && !roles.has('slt') && !roles.has('head')) return no('not a reviewer');
  if (!stands(entry)) return no('over');
  if (open.length === 0) return no('nothing to dismiss');
  if (concerned.length === 0) return no('not a reviewer');
  if (entry.step !== 'done') return no('not yet');
  const reasons = concerned.filter((one) => isDismissible(one) && shown.includes(keyOf(one)));
  return reasons.length > 0 ? { may: true, reasons } : no('cannot be dismissed');
}

/** What a card calls a reason. */
export const keyOf = ({ why, detail }: Pick<ReviewReason, 'why' | 'detail'>): string => `${why}: ${detail}`;

/** The review after these were dismissed; what may never be dismissed stays as it is, whoever asks. */
export function dismissed(
  review: Review,
  those: readonly ReviewReason[],
  word: { readonly by: Colleague; readonly at: Date; readonly words: string },
): Review {
  const answer = { by: word.by, at: moment(word.at), words: word.words };
  return {
    reasons: review.reasons.map((one) =>
      one.dismissed === null && isDismissible(one) && those.some(sameAs(one)) ? { ...one, dismissed: answer } : one,
    ),
  };
}

const hour = 3_600_000;
const meanwhile = 300_000;

/** While a reason is open its cause may go at any moment. UTC; `null` where no look of its own is needed. */
export const reviewDue = (entry: Entry, now: Date): string | null =>
  stands(entry) && openReasons(entry).length > 0 && Date.parse(entry.ask.start) > now.getTime()
    ? moment(new Date(now.getTime() + meanwhile))
    : null;

/** From an hour before the start nobody is let in while a reason stands that nobody may dismiss; at the start it is cancelled. */
export function lastResort(entry: Entry, now: Date): 'hold' | 'end' | null {
  if (!openReasons(entry).some((one) => !isDismissible(one))) return null;
  const left = Date.parse(entry.ask.start) - now.getTime();
  // What is over is not cancelled any more.
  if (left <= -entry.ask.minutes * 60_000) return null;
  if (left <= 0) return 'end';
  return left <= hour ? 'hold' : null;
}
