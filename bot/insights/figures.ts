import { z } from 'zod';
import { kinds } from '../policy/kind.ts';
import { isOver, statuses } from '../register/entry.ts';
import { type CountedGuest, type CountedMeeting, whatCame } from './counted.ts';

/**
 * The figures of a week, or of any weeks together: numbers only, so that they add up, and nobody's name: hosts stand here by their
 * object id, guests not at all, only their agencies.
 */

const count = z.int().nonnegative();
const some = <K extends string>(keys: readonly K[]) => z.partialRecord(z.enum(keys), count);

/** The second adult of a meeting, as it came. `stood in`: somebody who was asked before them had said no. */
export const covers = ['said yes', 'stood in', 'no answer', 'cannot come', 'on hold', 'called off'] as const;
export type CoverFigure = (typeof covers)[number];

/** Upper edges in minutes; fine enough for a median that is worth saying, and always the same, so that they add up. */
export const edges = [
  1, 2, 5, 10, 30, 60, 120, 240, 480, 1440, 2880, 4320, 5760, 7200, 10_080, 14_400, 20_160, 43_200,
] as const;

export const Figures = z.strictObject({
  /** Meetings that took place or are to, by kind. */
  kinds: some(kinds),
  /** Every row, also what came to nothing. */
  statuses: some(statuses),
  /** Of those whose invitations have gone: whether a reading had proved the safeguards before. `unknown`: from before that was kept. */
  sealing: some(['before', 'after', 'unknown']),
  /** Minutes from request to invitation: by the number of the edge they lie within, the last one being beyond them all. */
  waits: z.record(z.string().regex(/^\d+$/), count),
  /** Of the same: rules that were set aside, by `why pack/rule`, with the clauses behind them. */
  exceptions: z.record(z.string(), z.strictObject({ meetings: count, clauses: z.array(z.string()) })),
  urgent: count,
  recorded: count,
  cover: some(covers),
  agencies: z.record(z.string(), some(whatCame)),
  hosts: z.record(z.string(), count),
  /** Rows that somebody has edited out of shape. */
  unreadable: count,
});
export type Figures = z.infer<typeof Figures>;

export const none: Figures = {
  kinds: {},
  statuses: {},
  sealing: {},
  waits: {},
  exceptions: {},
  urgent: 0,
  recorded: 0,
  cover: {},
  agencies: {},
  hosts: {},
  unreadable: 0,
};

/** Whether a meeting took place or is to, by what is known so far. */
export const takesPlace = ({ status }: Pick<CountedMeeting, 'status'>): boolean =>
  !isOver[status] && status !== 'waiting' && status !== 'arranging';

/**
 * What a week's rows come to. Counting again comes to the same.
 * @param rows of meetings that start in the week, and of guests to them: of these, the ones their meeting's request names count
 */
export function figuresOf(rows: {
  readonly meetings: readonly CountedMeeting[];
  readonly guests: readonly CountedGuest[];
  readonly unreadable: number;
}): Figures {
  const ofMeetings = rows.meetings.map(figuresOfOne);
  const standing = new Set(rows.meetings.filter(takesPlace).map(({ request }) => request));
  const coming = rows.guests.filter(({ request }) => standing.has(request));
  const ofGuests = coming.map(({ agency, came }) => ({ ...none, agencies: { [agency]: { [came]: 1 } } }));
  return sum([...ofMeetings, ...ofGuests, { ...none, unreadable: rows.unreadable }]);
}

function figuresOfOne(meeting: CountedMeeting): Figures {
  const { kind, status, host, setAside, cover } = meeting;
  const happens = takesPlace(meeting);
  const exceptions = setAside.map(({ why, rule, clauses }) => [`${why} ${rule}`, { meetings: 1, clauses }] as const);
  return {
    ...none,
    statuses: { [status]: 1 },
    sealing: sealingOf(meeting),
    waits: waitOf(meeting),
    ...(happens && {
      kinds: { [kind]: 1 },
      hosts: { [host]: 1 },
      exceptions: Object.fromEntries(exceptions),
      urgent: meeting.isUrgent ? 1 : 0,
      recorded: meeting.isRecorded ? 1 : 0,
    }),
    ...(cover !== null && { cover: { [cover]: 1 } }),
  };
}

function sealingOf({ provedAt, invitedAt, status }: CountedMeeting): Figures['sealing'] {
  if (invitedAt === null) return status === 'held elsewhere' || !takesPlace({ status }) ? {} : { unknown: 1 };
  return provedAt !== null && Date.parse(provedAt) <= Date.parse(invitedAt) ? { before: 1 } : { after: 1 };
}

function waitOf({ requestedAt, invitedAt }: CountedMeeting): Figures['waits'] {
  if (invitedAt === null || requestedAt === null) return {};
  const minutes = (Date.parse(invitedAt) - Date.parse(requestedAt)) / 60_000;
  const within = edges.findIndex((edge) => minutes <= edge);
  return { [within === -1 ? edges.length : within]: 1 };
}

/** Every figure of these together: whatever the order, the same. */
export function sum(all: readonly Figures[]): Figures {
  const exceptions = new Map<string, { meetings: number; clauses: string[] }>();
  for (const [name, one] of all.flatMap((figures) => Object.entries(figures.exceptions))) {
    const before = exceptions.get(name);
    const clauses = [...new Set([...(before?.clauses ?? []), ...one.clauses])].toSorted();
    exceptions.set(name, { meetings: (before?.meetings ?? 0) + one.meetings, clauses });
  }
  const agencies = new Map<string, Figures['agencies'][string]>();
  for (const [name, one] of all.flatMap((figures) => Object.entries(figures.agencies)))
    agencies.set(name, added([agencies.get(name) ?? {}, one]));
  const total = (of: (figures: Figures) => number) => all.reduce((so, figures) => so + of(figures), 0);
  return {
    kinds: added(all.map((one) => one.kinds)),
    statuses: added(all.map((one) => one.statuses)),
    sealing: added(all.map((one) => one.sealing)),
    waits: added(all.map((one) => one.waits)),
    exceptions: Object.fromEntries(exceptions),
    urgent: total((one) => one.urgent),
    recorded: total((one) => one.recorded),
    cover: added(all.map((one) => one.cover)),
    agencies: Object.fromEntries(agencies),
    hosts: added(all.map((one) => one.hosts)),
    unreadable: total((one) => one.unreadable),
  };
}

function added(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const together: Record<string, number> = {};
  for (const counts of all)
    for (const [name, number] of Object.entries(counts)) together[name] = (together[name] ?? 0) + number;
  return together;
}

/** Within how many minutes half of the invitations had gone; `null` when there were none, or more than half took longer than any edge. */
export function medianOf(waits: Figures['waits']): number | null {
  const all = Object.values(waits).reduce((so, one) => so + one, 0);
  let so = 0;
  for (const [index, edge] of edges.entries()) {
    so += waits[index] ?? 0;
    if (all > 0 && so * 2 >= all) return edge;
  }
  return null;
}
