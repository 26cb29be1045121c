import type { Caller } from '../identity/caller.ts';
import { type PersonId, secondAdultOf } from '../meetings/ask.ts';
import type { Entry, EventName, Listed, LogEntry } from '../register/entry.ts';
import { type Ability, readerOf } from '../views/rights.ts';

/**
 * A concern raised at a meeting: that it was, when and by whom. What it is about is never asked for and never kept here; whoever
 * raised it tells the safeguarding lead. It stands in the meeting's log and nowhere else. Pure.
 */

/** `nobody told`: nobody could be reached in chat, so they have to be phoned. `not yet`: it is still being tried. */
export type ConcernTold = 'told' | 'others told' | 'nobody told' | 'not yet';
export type Concern = {
  readonly by: PersonId;
  /** UTC, to the second: when it was raised. */
  readonly at: string;
  readonly told: ConcernTold;
  /** UTC: when that was written down; `null` while it is `not yet`. */
  readonly toldAt: string | null;
};

/** Staff who are asked to the meeting, and those who read it as leaders or for safeguarding. */
export function canRaiseConcern(entry: Listed, caller: Caller): Ability {
  const reader = readerOf(entry, caller);
  if (takesPart(entry, caller) || reader === 'slt' || reader === 'safeguarding lead') return { may: true };
  return {
    may: false,
    why: 'Those who take part raise a concern here. Otherwise, please go to the safeguarding lead yourself.',
  };
}

/** Asked to the meeting by the school. Whoever strayed out of the staff has no part in it any more. */
export const takesPart = ({ ask }: Listed, { id, roles }: Caller): boolean =>
  roles.has('staff') &&
  !roles.has('pupil') &&
  [ask.host.id, secondAdultOf(ask)?.id, ...ask.colleagues.map((one) => one.id)].includes(id);

/** What the log says of it, before the concern's own name: each line ends in that, so that two never get mixed up. */
export const toldLines = {
  told: { event: 'safeguarding lead told', says: 'concern' },
  'others told': { event: 'safeguarding lead not reached', says: 'concern: the head and senior leaders were told' },
  'nobody told': { event: 'safeguarding lead not reached', says: 'concern: nobody could be reached' },
} as const satisfies Readonly<Record<Exclude<ConcernTold, 'not yet'>, { event: EventName; says: string }>>;

/** A concern as lines of the log name it: by when it was raised, and by whom. */
export const nameOfConcern = ({ at, by }: Pick<Concern, 'at' | 'by'>): string => `${at} ${by}`;

export const toldDetail = (told: keyof typeof toldLines, concern: Pick<Concern, 'at' | 'by'>): string =>
  `${toldLines[told].says}, ${nameOfConcern(concern)}`;

/** Every concern of a meeting, oldest first. */
export const concernsIn = (log: readonly LogEntry[]): readonly Concern[] =>
  log.flatMap(({ event, by, at }) => {
    if (event !== 'concern raised' || by === 'chaperone') return [];
    // Tried again until somebody was told, so the newest line counts.
    const line = log.findLast(({ detail }) => stateIn(detail, { at, by }) !== null);
    return [{ by, at, told: (line && stateIn(line.detail, { at, by })) ?? 'not yet', toldAt: line?.at ?? null }];
  });

const states = ['told', 'others told', 'nobody told'] as const;
const stateIn = (detail: string, concern: Pick<Concern, 'at' | 'by'>) =>
  states.find((state) => detail === toldDetail(state, concern)) ?? null;
const isTold = (detail: string): boolean => states.some((state) => detail.startsWith(`${toldLines[state].says}, `));

const minutesApart = 5;

/** The concern that raising one now would repeat. */
export const sameConcern = (log: readonly LogEntry[], by: PersonId, now: Date): Concern | null =>
  concernsIn(log).findLast(
    (concern) => concern.by === by && now.getTime() - Date.parse(concern.at) < minutesApart * 60_000,
  ) ?? null;

/**
 * The log as somebody may read it. A concern may be about the host: besides whoever raised it, only leaders and the safeguarding lead
 * see that there was one, and those of them who run the meeting do not.
 */
export function logFor(log: readonly LogEntry[], entry: Entry, caller: Caller): readonly LogEntry[] {
  const reader = readerOf(entry, caller);
  if (caller.roles.has('dsl') || reader === 'slt' || reader === 'safeguarding lead') return log;
  return log.filter(({ event, by, detail }) => {
    if (event === 'concern raised') return by === caller.id;
    return !isTold(detail) || detail.endsWith(caller.id);
  });
}

/** The caller's newest concern about a meeting; `null` where they raised none. */
export const ownConcern = (log: readonly LogEntry[], by: PersonId): Concern | null =>
  concernsIn(log).findLast((concern) => concern.by === by) ?? null;
