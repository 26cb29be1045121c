import { secondAdultOf } from '../meetings/ask.ts';
import { type Entry, type Listed, moment, stands } from '../register/entry.ts';
import type { Cover, StandIn } from './cover.ts';

/**
 * What is to be done about a meeting's second adult, and when to look again. Pure. Where there must be two, no meeting is open from
 * half an hour before its start on unless its second adult has said yes.
 */

export type Move =
  /** They have not been sent a card yet. */
  | { readonly do: 'ask' }
  | { readonly do: 'remind' }
  /** Some were written down and not sent a card yet. */
  | { readonly do: 'send to stand-ins' }
  | { readonly do: 'ask more stand-ins' }
  | { readonly do: 'put in place'; readonly standIn: StandIn }
  /** The one who stood in is the second adult now, and has said yes already. */
  | { readonly do: 'take over'; readonly standIn: StandIn }
  | { readonly do: 'hold' }
  | { readonly do: 'release' }
  | { readonly do: 'call off' }
  | { readonly do: 'nothing' };

type Standing = Pick<Entry, 'ask' | 'status' | 'cover'>;

const minute = 60_000;
const hour = 60 * minute;
const heldFrom = 30 * minute;
/** How long before the start an unanswered question is put again. */
const reminders = [24 * hour, 3 * hour] as const;

const startOf = ({ ask }: Standing): number => Date.parse(ask.start);
const isOver = ({ ask }: Standing, at: number): boolean => Date.parse(ask.start) + ask.minutes * minute <= at;

/** What the row says of the second adult the meeting has now; `null` when that one has not been asked. */
export function coverOf({ ask, cover }: Pick<Listed, 'ask' | 'cover'>): Cover | null {
  return cover !== null && cover.of.id === secondAdultOf(ask)?.id ? cover : null;
}

/** Of those who were asked to stand in, the one who said yes first. */
export const standInFound = ({ standIns }: Cover): StandIn | null =>
  standIns.find(({ says }) => says === 'yes') ?? null;

/** @param mustBeTwo of this meeting, by must-have-two.ts */
export function nextMove(entry: Standing, mustBeTwo: boolean, now: Date): Move {
  const at = now.getTime();
  if (!stands(entry) || secondAdultOf(entry.ask) === null || isOver(entry, at)) return { do: 'nothing' };
  const cover = coverOf(entry);
  if (cover === null) return withoutAnswer(entry, mustBeTwo, at);
  const said = cover.state.is;
  if (startOf(entry) <= at) return atTheStart(entry, mustBeTwo && said !== 'accepted');
  if (said === 'accepted') return cover.heldSince === null ? { do: 'nothing' } : { do: 'release' };
  if (said === 'being asked') return { do: 'ask' };
  const late = mustBeTwo && startOf(entry) - at <= heldFrom;
  if (late && entry.status !== 'on hold') return { do: 'hold' };
  const found = standInFound(cover);
  if (found !== null) return { do: 'put in place', standIn: found };
  return said === 'declined' || late ? search(cover, entry, { mustBeTwo, at }) : reminded(cover, entry, at);
}

/** The meeting has another second adult than the row speaks of, or nobody was asked yet. */
function withoutAnswer(entry: Standing, mustBeTwo: boolean, at: number): Move {
  const standIn = entry.cover?.standIns.find(
    ({ person, says }) => says === 'yes' && person.id === secondAdultOf(entry.ask)?.id,
  );
  if (standIn !== undefined) return { do: 'take over', standIn };
  return startOf(entry) <= at ? atTheStart(entry, mustBeTwo) : { do: 'ask' };
}

const atTheStart = ({ status }: Standing, missing: boolean): Move =>
  missing || status === 'on hold' ? { do: 'call off' } : { do: 'nothing' };

function search(cover: Cover, entry: Standing, { mustBeTwo, at }: { mustBeTwo: boolean; at: number }): Move {
  if (cover.standIns.some(({ says }) => says === 'being asked')) return { do: 'send to stand-ins' };
  if (roundEnds(cover, entry) > at) return { do: 'nothing' };
  if (!cover.nobodyLeft) return { do: 'ask more stand-ins' };
  return entry.status === 'on hold' || !mustBeTwo ? { do: 'nothing' } : { do: 'hold' };
}

/** Until when the next are not asked yet: while some who were asked last may still answer. */
function roundEnds({ standIns }: Cover, entry: Standing): number {
  const silent = standIns
    .filter(({ says }) => says === 'nothing')
    .map(({ at }) => Date.parse(at) + patience(entry, at));
  return Math.max(0, ...silent);
}

// An hour; with the start near, a quarter of one.
const patience = (entry: Standing, asked: string): number =>
  startOf(entry) - Date.parse(asked) > 2 * hour ? hour : hour / 4;

function reminded({ state }: Cover, entry: Standing, at: number): Move {
  if (state.is !== 'asked') return { do: 'nothing' };
  const asked = Date.parse(state.at);
  const due = reminders.map((before) => startOf(entry) - before).filter((each) => each > asked && each <= at);
  return state.reminded < due.length ? { do: 'remind' } : { do: 'nothing' };
}

/** How many reminders an unanswered question has had when it has just had one. */
export const remindedBy = ({ ask }: Pick<Entry, 'ask'>, asked: string, now: Date): number =>
  reminders
    .map((before) => Date.parse(ask.start) - before)
    .filter((each) => each > Date.parse(asked) && each <= now.getTime()).length;

// In the last half hour somebody may still say no in Outlook, and nobody tells us.
const everySoOften = 5 * minute;

/**
 * When to look again on account of the second adult, besides the looks every meeting gets (sentinel/next-look.ts).
 * @returns UTC; `now` when there is something to do, `null` when it needs no look of its own
 */
export function coverDue(entry: Standing, mustBeTwo: boolean, now: Date): string | null {
  if (nextMove(entry, mustBeTwo, now).do !== 'nothing') return moment(now);
  const at = now.getTime();
  const start = startOf(entry);
  const cover = coverOf(entry);
  if (!stands(entry) || cover === null || start <= at) return null;
  const searching = cover.state.is === 'declined' || mustBeTwo;
  const round = searching ? roundEnds(cover, entry) : 0;
  const watch = mustBeTwo && start - at <= heldFrom ? [Math.min(at + everySoOften, start)] : [];
  const due = [...(round > at ? [round] : []), ...watch];
  return due.length === 0 ? null : moment(new Date(Math.min(...due)));
}
