import { type Colleague, type PersonId, secondAdultOf } from '../meetings/ask.ts';
import { cameToNothing, type Entry, moment, stands } from '../register/entry.ts';
import { standingWith } from '../reviewing/reasons.ts';
import type { Cover, StandIn } from './cover.ts';
import { coverOf, standInFound } from './next-move.ts';

/** What an answer of the second adult's, or of somebody who was asked to stand in, makes of the row. Pure. */

export type Says = 'yes' | 'no';

/** Why an answer is not taken. Each has its sentence in cards/words/second-adult.ts. */
export const whyNotAnswered = [
  /** There is no such meeting, or this person was not asked: nobody learns which. */
  'not asked',
  'somebody else',
  'not arranged',
  'over',
  /** It has to be ticked with it. */
  'not rehearsed',
] as const;
export type WhyNotAnswered = (typeof whyNotAnswered)[number];

export type Judged =
  | { readonly may: true; readonly as: 'second adult' | 'stand-in'; readonly change: Partial<Entry> }
  | { readonly may: false; readonly why: WhyNotAnswered };
const no = (why: WhyNotAnswered): Judged => ({ may: false, why });

type Answer = { readonly by: PersonId; readonly says: Says; readonly rehearsed: boolean; readonly now: Date };

/** The host ticked that they had practised with the second adult: whoever stands in says so for themselves. */
export const asksRehearsed = ({ ask }: Pick<Entry, 'ask'>): boolean => ask.confirmed.includes('rehearsed');

/** In what part this person was ever asked about the meeting. */
export function partOf(entry: Entry, id: PersonId): 'second adult' | 'stand-in' | 'was second adult' | null {
  const { ask, cover } = entry;
  if (cover === null) return null;
  if (secondAdultOf(ask)?.id === id) return coverOf(entry) === null && !wasAsked(cover, id) ? null : 'second adult';
  if (cover.of.id === id) return 'was second adult';
  return wasAsked(cover, id) ? 'stand-in' : null;
}

const wasAsked = ({ standIns }: Cover, id: PersonId): boolean => standIns.some(({ person }) => person.id === id);

/** @param mustBeTwo whether the meeting may not take place without: then a no comes before any change that waits */
export function answered(entry: Entry, answer: Answer, mustBeTwo: boolean): Judged {
  const { by, now } = answer;
  const part = partOf(entry, by);
  if (entry.cover === null || part === null) return no('not asked');
  if (!stands(entry) || entry.step === 'end' || entry.step === 'call off') return no('not arranged');
  if (Date.parse(entry.ask.start) + entry.ask.minutes * 60_000 <= now.getTime()) return no('over');
  const cover = coverOf(entry);
  if (part === 'was second adult' || cover === null) return no('somebody else');
  return part === 'second adult' ? bySecondAdult(entry, cover, answer, mustBeTwo) : byStandIn(entry, cover, answer);
}

function bySecondAdult(entry: Entry, cover: Cover, { says, now }: Answer, mustBeTwo: boolean): Judged {
  const after = heard(cover, { says, how: 'tap', at: moment(now) });
  const first = says === 'no' && mustBeTwo;
  return {
    may: true,
    as: 'second adult',
    change: { cover: after, ...standingAs(entry, after, mustBeTwo), ...(first && givenUp(entry)) },
  };
}

function byStandIn(entry: Entry, cover: Cover, { by, says, rehearsed, now }: Answer): Judged {
  const asked = cover.standIns.find(({ person }) => person.id === by);
  const found = standInFound(cover);
  if (asked === undefined) return no('not asked');
  if ((found !== null && found.person.id !== by) || (says === 'yes' && cover.state.is === 'accepted'))
    return no('somebody else');
  if (says === 'yes' && asksRehearsed(entry) && !rehearsed) return no('not rehearsed');
  const standIns = replaced(cover, { ...asked, says, at: moment(now) });
  return {
    may: true,
    as: 'stand-in',
    change: { cover: { ...cover, standIns }, ...(says === 'yes' && givenUp(entry)) },
  };
}

const replaced = ({ standIns }: Cover, one: StandIn): StandIn[] =>
  standIns.map((each) => (each.person.id === one.person.id ? one : each));

/** A change that waits for somebody's yes gives way: there is one change at a time, and this one is about who is there at all. */
export function givenUp({ step, amendment }: Entry): Partial<Entry> {
  if (step !== 'authorise' || amendment?.came.to !== 'open') return {};
  return { ...cameToNothing(amendment, 'second adult missing'), step: 'authorise' };
}

/** The newer answer counts, wherever it was given; the same one again changes nothing. */
export function heard(
  cover: Cover,
  { says, how, at }: { readonly says: Says; readonly how: 'tap' | 'calendar'; readonly at: string },
): Cover {
  const { state } = cover;
  const is = says === 'yes' ? 'accepted' : 'declined';
  const known = state.is === 'accepted' || state.is === 'declined';
  if (known && (state.is === is || Date.parse(state.at) > Date.parse(at))) return cover;
  return { ...cover, state: { is, at, how } };
}

/** How the meeting stands while its second adult is missing, and when they come after all. */
export function standingAs(
  { status, step, review }: Pick<Entry, 'status' | 'step' | 'review'>,
  { state }: Cover,
  mustBeTwo: boolean,
): Partial<Entry> {
  if (step === 'authorise') return {};
  if (state.is === 'declined' && mustBeTwo && status === 'arranged') return { status: 'needs review' };
  if (state.is === 'accepted' && status === 'needs review') return { status: standingWith({ review }, 'arranged') };
  return {};
}

/** The row of a second adult who is about to be asked; whoever said no before is not asked again. */
export function asking(person: Colleague, { cover, status }: Pick<Entry, 'cover' | 'status'>, now: Date): Cover {
  return {
    of: person,
    state: { is: 'being asked', at: moment(now) },
    standIns: refusals(cover).filter((one) => one.person.id !== person.id),
    nobodyLeft: false,
    heldSince: status === 'on hold' ? (cover?.heldSince ?? null) : null,
  };
}

/** The same when the one who stood in has taken over. */
export function takenOver({ person, at }: StandIn, before: Cover): Cover {
  return {
    of: person,
    state: { is: 'accepted', at, how: 'tap' },
    standIns: refusals(before),
    nobodyLeft: false,
    heldSince: null,
  };
}

function refusals(before: Cover | null): StandIn[] {
  if (before === null) return [];
  const { of, state, standIns } = before;
  const own: StandIn[] = state.is === 'declined' ? [{ person: of, at: state.at, says: 'no' }] : [];
  return [...standIns.filter(({ says }) => says === 'no' || says === 'not put in place'), ...own];
}

/** A stand-in's yes that came to nothing, so that others are asked. */
export const notPutInPlace = (cover: Cover): Cover => ({
  ...cover,
  standIns: cover.standIns.map((one) => (one.says === 'yes' ? { ...one, says: 'not put in place' } : one)),
});
