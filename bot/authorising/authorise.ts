import type { Caller } from '../identity/caller.ts';
import { type Colleague, type PersonId, secondAdultOf } from '../meetings/ask.ts';
import type { Approver } from '../policy/decision.ts';
import { type Authorisation, cameToNothing, type Entry, moment, proposed } from '../register/entry.ts';

/**
 * Who may say yes to a meeting that waits for it, what each answer makes of the register row, and when to ask again. Pure.
 * What each change leads to is done in waiting.ts.
 */

export type Pending = Extract<Authorisation, { state: 'wanted' | 'asked back' }>;

/** What an approver says; `words` are one line for the host. */
export type ApproverAnswer =
  | { readonly say: 'yes' }
  | { readonly say: 'ask'; readonly words: string }
  | { readonly say: 'no'; readonly words: string };

/** Why an answer is not taken. Each has its sentence in cards/words/authorisation.ts. */
export const whyNots = [
  'no such request',
  'your own',
  'not an approver',
  'you said yes',
  'question out',
  'not the host',
  'nothing asked',
  'authorised',
  'refused',
  'withdrawn',
  'over',
  'too late',
  'not needed',
  'cancelled',
  'moved',
  /** What it asks for is not what the approver was shown. */
  'changed since',
] as const;
export type WhyNot = (typeof whyNots)[number];

type No = { readonly may: false; readonly why: WhyNot };
/** `of`: the groups this person's yes counts for. */
export type MayAuthorise = { readonly may: true; readonly of: readonly Approver[] } | No;
export type May = { readonly may: true } | No;

const no = (why: WhyNot): No => ({ may: false, why });

/** Who is asked as well when those who should answer do not. */
export const coverFor: Readonly<Record<Approver, Approver>> = { slt: 'head', head: 'slt', dsl: 'head', dpo: 'head' };

/** From this many reminders on, the cover approvers are told too, and their yes counts. */
export const remindersBeforeCover = 2;

/** @returns `null` also once the meeting is being ended: a yes to what will be gone means nothing */
export const pendingOf = ({ status, step, authorisation }: Entry): Pending | null =>
  (status === 'waiting' || status === 'needs review') &&
  step !== 'end' &&
  (authorisation.state === 'wanted' || authorisation.state === 'asked back')
    ? authorisation
    : null;

/** Whose yes would count now for a group: its own members', and after two reminders the cover's. */
export const groupsFor = (group: Approver, { reminded }: Pick<Pending, 'reminded'>): readonly Approver[] =>
  reminded < remindersBeforeCover ? [group] : [group, coverFor[group]];

/**
 * Whether this person may answer this request now.
 * @param caller with the roles Entra gives at this moment: who has lost the role since the card came does not count
 */
export function mayAuthorise(entry: Entry, { id, roles }: Caller, now: Date): MayAuthorise {
  const askedForIt = entry.amendment !== null && entry.amendment.by !== 'chaperone' && same(entry.amendment.by, id);
  if (isHost(entry, id) || askedForIt) return no('your own');
  const concerned = proposed(entry).decision.authorisedBy.some(
    (group) => roles.has(group) || roles.has(coverFor[group]),
  );
  if (!concerned) return no('not an approver');
  const pending = pendingOf(entry);
  if (pending === null) return no(whatBecame(entry));
  if (isPast(entry, now)) return no('too late');
  const of = pending.of.filter((group) => groupsFor(group, pending).some((one) => roles.has(one)));
  if (of.length > 0) return { may: true, of };
  return no(pending.yes.some(({ by }) => same(by.id, id)) ? 'you said yes' : 'not an approver');
}

/** Whether this person may answer the approver's question. */
export function mayAnswer(entry: Entry, { id }: Pick<Caller, 'id'>, now: Date): May {
  if (!isHost(entry, id)) return no('not the host');
  const pending = pendingOf(entry);
  if (pending === null) return no(whatBecame(entry));
  if (isPast(entry, now)) return no('too late');
  return pending.state === 'asked back' ? { may: true } : no('nothing asked');
}

/** Whether this person may take the request back. */
export function mayWithdraw(entry: Entry, { id }: Pick<Caller, 'id'>): May {
  // Whoever has no part in it does not learn that it exists.
  if (!isHost(entry, id)) return no(hasPart(entry, id) ? 'not the host' : 'no such request');
  return pendingOf(entry) === null ? no(whatBecame(entry)) : { may: true };
}

const same = (one: PersonId, other: PersonId): boolean => one.toLowerCase() === other.toLowerCase();
const isHost = ({ ask }: Entry, id: PersonId): boolean => same(ask.host.id, id);
const hasPart = ({ ask }: Entry, id: PersonId): boolean =>
  [secondAdultOf(ask), ...ask.colleagues].some((one) => one !== null && same(one.id, id));
export const isPast = ({ ask }: Entry, now: Date): boolean => Date.parse(ask.start) <= now.getTime();

function whatBecame({ authorisation, stoppedBy, amendment, status, step, replacedBy }: Entry): WhyNot {
  if (status === 'moved' || replacedBy !== null) return 'moved';
  if (status === 'cancelled' || step === 'end') return 'cancelled';
  const by = amendment?.came.to === 'nothing' ? amendment.came.by : stoppedBy;
  if (by === 'withdrawn' || by === 'change refused') return by === 'withdrawn' ? by : 'refused';
  switch (authorisation.state) {
    case 'not needed':
      return 'not needed';
    case 'given':
      return 'authorised';
    case 'refused':
      return 'refused';
    case 'wanted':
    case 'asked back':
      return 'over';
  }
}

/**
 * What an approver's answer makes of the row. The step stays `authorise`: whoever goes on takes the row by the next write.
 * @param of the groups their yes counts for, as `mayAuthorise` said
 */
export function answered(
  entry: Entry,
  pending: Pending,
  said: { answer: ApproverAnswer; by: Colleague; of: readonly Approver[]; now: Date },
): Partial<Entry> {
  const { answer, by } = said;
  const at = moment(said.now);
  const { of, yes, reminded } = pending;
  switch (answer.say) {
    case 'no':
      if (entry.amendment) return cameToNothing(entry.amendment, 'change refused', answer.words);
      return { status: 'refused', authorisation: { state: 'refused', of, by, at, reason: answer.words } };
    case 'ask':
      return { authorisation: { state: 'asked back', of, yes, reminded, by, at, question: answer.words } };
    case 'yes': {
      const all = [...yes, { of: [...said.of], by, at }];
      const left = of.filter((group) => !said.of.includes(group));
      if (left.length > 0) return { authorisation: { ...pending, of: left, yes: all } };
      if (entry.amendment) return { status: entry.amendment.statusBefore, authorisation: { state: 'given', yes: all } };
      const status = entry.ask.place === 'teams' ? 'arranging' : 'held elsewhere';
      return { status, authorisation: { state: 'given', yes: all } };
    }
  }
}

/** The host has answered the question, and the request waits again. */
export function answeredBack(
  pending: Extract<Pending, { state: 'asked back' }>,
  answer: string,
  now: Date,
): Partial<Entry> {
  const { of, yes, reminded, by, question } = pending;
  return { authorisation: { state: 'wanted', of, yes, reminded, answered: { by, question, answer, at: moment(now) } } };
}

/** It ended without a yes or a no: taken back by the host, or too late. Of a change only the change ends. */
export const ended = ({ amendment }: Entry, by: 'withdrawn' | 'not authorised in time'): Partial<Entry> =>
  amendment ? cameToNothing(amendment, by) : { status: 'not arranged', stoppedAt: 'authorise', stoppedBy: by };

const day = 24 * 3_600_000;
const halfAnHour = 1_800_000;

/**
 * When to look at a request that waits again: after a day, or at half the time that is left when that is sooner. From the second
 * reminder on it is half the time alone, because a card a day for weeks is a card nobody reads. In the last half hour nobody is
 * reminded any more; the start itself ends it.
 * @returns UTC
 */
export function nextReminder({ ask }: Pick<Entry, 'ask'>, reminded: number, now: Date): string {
  const left = Date.parse(ask.start) - now.getTime();
  if (left <= halfAnHour) return ask.start;
  const wait = reminded < remindersBeforeCover ? Math.min(day, left / 2) : left / 2;
  return moment(new Date(now.getTime() + wait));
}
