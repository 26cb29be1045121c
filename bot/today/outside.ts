import { many, type OutsideState, outside, outsideHelps, outsideStates } from '../cards/words/today.ts';
import type { Caller } from '../identity/caller.ts';
import { isOver, type Listed } from '../register/entry.ts';
import type { Some } from '../register/some.ts';
import { coverView } from '../second-adult/cover-view.ts';
import { type MeetingSummary, meetingSummary } from '../views/meeting.ts';
import { readerOf } from '../views/rights.ts';
import { midnight } from './days.ts';

/** Today's and tomorrow's meetings with people from outside, for the safeguarding lead: at one glance whether each is sealed. Pure. */

/** `help`: what to do about it, in words; absent where nothing is to be done. `over`: its end has passed. */
export type OutsideRow = MeetingSummary & {
  readonly stands: OutsideState;
  readonly secondAdultSays?: string;
  readonly urgent: boolean;
  readonly over: boolean;
  readonly help?: string;
};

export type OutsideDay = { readonly says: string; readonly rows: readonly OutsideRow[] };
export type OutsideView = {
  readonly today: OutsideDay;
  readonly tomorrow: OutsideDay;
  /** What else is to be known: rows that are not shown, urgent ones not looked at; a sentence each. */
  readonly besides: readonly string[];
};

/**
 * @param days rows that start today or tomorrow
 * @param toLookAt urgent ones that nobody has looked at afterwards
 */
export function outsideView(
  days: Some<Listed>,
  toLookAt: Some<Listed>,
  { caller, now }: { caller: Caller; now: Date },
): OutsideView & { presses: boolean } {
  const tomorrowBegins = midnight(now, 1);
  const rows = days.rows
    .filter((row) => row.ask.kind !== 'staff' && readerOf(row, caller) !== null)
    .flatMap((row) => rowOf(row, now));
  const today = rows.filter(({ start }) => start < tomorrowBegins);
  const urgent = toLookAt.rows.filter((row) => readerOf(row, caller) !== null).length;
  return {
    presses: today.some(({ help, over }) => help !== undefined && !over) || days.unreadable > 0,
    today: { says: says(today, 'today'), rows: today.toSorted(worstFirst) },
    tomorrow: {
      says: says(
        rows.filter(({ start }) => start >= tomorrowBegins),
        'tomorrow',
      ),
      rows: rows.filter(({ start }) => start >= tomorrowBegins).toSorted(worstFirst),
    },
    besides: [
      ...(days.unreadable > 0 ? [outside.unreadable(days.unreadable)] : []),
      ...(days.more ? [outside.more] : []),
      ...(urgent > 0 ? [outside.lookAt(urgent)] : []),
    ],
  };
}

// What is not sealed first; then by the clock.
const worstFirst = (one: OutsideRow, other: OutsideRow): number =>
  Number(one.help === undefined || one.over) - Number(other.help === undefined || other.over) ||
  one.start.localeCompare(other.start);

/** Nothing of a meeting that came to nothing and never was to be joined. */
function rowOf(row: Listed, now: Date): readonly OutsideRow[] {
  const stands = stateOf(row);
  if (stands === null) return [];
  const help = outsideHelps[stands];
  const { secondAdultSays } = coverView(row);
  const summary = meetingSummary(row);
  const isPast = Date.parse(summary.end) <= now.getTime();
  return [
    {
      ...summary,
      stands,
      ...(secondAdultSays && !isOver[row.status] && !isPast && { secondAdultSays: secondAdultSays.says }),
      urgent: row.ask.urgent !== null,
      over: isPast,
      ...(help !== undefined && !isPast && { help }),
    },
  ];
}

function stateOf({ status, seal, stoppedBy }: Listed): OutsideState | null {
  switch (status) {
    case 'arranged':
      return seal.state === 'sealed' ? 'sealed' : 'being arranged';
    case 'needs review':
      return 'to be looked at';
    case 'on hold':
      return 'on hold';
    case 'arranging':
      return 'being arranged';
    case 'waiting':
      return 'waiting for a yes';
    case 'called off':
      return 'called off';
    case 'held elsewhere':
      return 'held elsewhere';
    case 'moved':
    case 'cancelled':
      return stoppedBy === 'link not retired' ? 'perhaps still open' : null;
    case 'not arranged':
    case 'refused':
      return null;
  }
}

/** `6 meetings with people from outside today. 5 sealed, 1 on hold.` */
function says(rows: readonly OutsideRow[], day: 'today' | 'tomorrow'): string {
  if (rows.length === 0) return outside.none[day];
  const count = outside.count[day](rows.length);
  if (rows.every(({ stands }) => stands === 'sealed')) return `${count} ${outside.allSealed(rows.length)}`;
  const each = outsideStates.flatMap((state) => {
    const those = rows.filter(({ stands }) => stands === state).length;
    return those === 0 ? [] : [`${String(those)} ${state}`];
  });
  return `${count} ${each.join(', ')}.`;
}

export const inNumbers = (rows: readonly Listed[]): readonly string[] => {
  const real = rows.filter(({ status }) => !isOver[status]);
  const outsiders = real.filter(({ ask }) => ask.kind !== 'staff');
  const sealed = outsiders.filter((row) => stateOf(row) === 'sealed');
  return [
    many(real.length, 'meeting'),
    `${String(outsiders.length)} with people from outside`,
    `${String(sealed.length)} of those sealed`,
  ];
};
