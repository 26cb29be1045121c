import { Temporal } from 'temporal-polyfill';
import type { GuestFields } from '../cards/view.ts';
import { faultsOfChange } from '../cards/words/changing.ts';
import { faults } from '../cards/words/faults.ts';
import { asides } from '../cards/words/questions.ts';
import { when as whenWords } from '../cards/words/when.ts';
import { dateAndTime } from '../conversation/form.ts';
import { type GuestsRead, readGuests, rowsOf } from '../conversation/reading/guests.ts';
import { findLength, readLength } from '../conversation/reading/length.ts';
import { plainName, readSecondAdult } from '../conversation/reading/second-adult.ts';
import { readWhen, startAt } from '../conversation/reading/when.ts';
import { inLondon } from '../london.ts';
import { type Ask, type Colleague, type Guest, guestsOf, hidden } from '../meetings/ask.ts';
import type { Fact } from '../policy/fact.ts';
import type { Wanted } from './wanted.ts';
import type { Wish } from './wish.ts';

/** What somebody wants, held against the meeting it is about. Pure; the readers are those of the conversation. */

export type WishRead =
  | { readonly ok: true; readonly wish: Wish }
  /** `fault`: what would be right. The rest is what can be offered instead: starts that may have been meant, the fields as typed. */
  | {
      readonly ok: false;
      readonly fault: string;
      readonly perhaps: readonly string[];
      readonly guests: readonly GuestFields[];
      readonly time: TimeFields | null;
    };

/** As a card's date, time and length have them; what was not said stays as the meeting has it. */
export type TimeFields = { readonly date?: string; readonly time?: string; readonly minutes?: string };

type School = { readonly colleagues: Fact<readonly Colleague[]>; readonly schoolDomains: readonly string[] };

const no = (
  fault: string,
  offered: Partial<Pick<Extract<WishRead, { ok: false }>, 'perhaps' | 'guests' | 'time'>> = {},
): WishRead => ({
  ok: false,
  fault,
  perhaps: offered.perhaps ?? [],
  guests: offered.guests ?? [],
  time: offered.time ?? null,
});
const yes = (wish: Wish): WishRead => ({ ok: true, wish });

/** @param ask the meeting as it stands @param now times are read as said then */
export function readWish(wanted: Wanted, ask: Ask, school: School, now: Date): WishRead {
  switch (wanted.to) {
    case 'move':
      return readMove(wanted.when, ask, now);
    case 'add guests':
      return readMore(wanted.guests, ask, school);
    case 'remove guest':
      return readGone(wanted.said, guestsOf(ask));
    case 'change second adult':
    case 'change host':
      return readPerson(wanted.to, wanted.said, ask, school);
  }
}

type Move = Extract<Wanted, { to: 'move' }>['when'];

function readMove(when: Move, ask: Ask, now: Date): WishRead {
  if ('start' in when)
    return Date.parse(when.start) <= now.getTime() ? no(asides.startPassed) : yes({ to: 'move', ...when });
  if ('said' in when) return readSaid(when.said, ask, now);
  const length = when.minutes === '' ? null : readLength(when.minutes.slice(0, 100));
  if (length?.ok === false) return no(length.fault, { time: when });
  const heard = dateAndTime(when, now);
  if (heard?.known === 'unclear') return no(heard.why, { perhaps: heard.perhaps, time: when });
  if (heard?.known !== 'start') return no(asides.dateAndTime, { time: when });
  return yes({ to: 'move', start: heard.start, minutes: length?.ok === true ? length.value : ask.minutes });
}

/** A day without a time keeps the time of day, a time without a day the day; the review shows what was made of it. */
function readSaid(said: string, ask: Ask, now: Date): WishRead {
  if (hidden.test(said)) return no(faults.hidden);
  const found = findLength(said);
  if (found?.length.ok === false) return no(found.length.fault);
  const { heard: read, minutes: spanned } = readWhen((found?.rest ?? said).replace(/^[\s,]+|[\s,]+$/g, ''), now);
  const minutes = found?.length.ok === true ? found.length.value : (spanned ?? ask.minutes);
  if (read.known === 'nothing')
    return found?.length.ok === true ? yes({ to: 'move', start: ask.start, minutes }) : no(whenWords.unread);
  const heard = read.known === 'part' ? completed(read, ask, now) : read;
  if (heard.known === 'start') return yes({ to: 'move', start: heard.start, minutes });
  const day = heard.known === 'nothing' ? null : heard.day;
  const time = { ...(day !== null && { date: day }), minutes: String(minutes) };
  if (heard.known === 'unclear') return no(heard.why, { perhaps: heard.perhaps, time });
  return no(day === null ? whenWords.dayMissing : whenWords.timeMissing(Temporal.PlainDate.from(day)), { time });
}

type Part = Extract<ReturnType<typeof readWhen>['heard'], { known: 'part' }>;

function completed(heard: Part, ask: Ask, now: Date) {
  const before = inLondon(ask.start);
  if (heard.time !== null && heard.day === null) return startAt(before.toPlainDate(), heard.time, now);
  const onlyDay =
    heard.day !== null && [heard.time, heard.around, heard.earliest, heard.latest].every((one) => one === null);
  if (!onlyDay || heard.day === null) return heard;
  const time = before.toPlainTime().toString({ smallestUnit: 'minute' });
  return startAt(Temporal.PlainDate.from(heard.day), time, now);
}

function readMore(said: Extract<Wanted, { to: 'add guests' }>['guests'], ask: Ask, school: School): WishRead {
  const rows = 'rows' in said ? ({ ok: true, value: said.rows } as const) : rowsOf(said.said);
  if (!rows.ok) return no(rows.fault);
  const read: GuestsRead = readGuests(rows.value, ask.kind, { ...school, host: ask.host });
  if (read.ok) return yes({ to: 'add guests', guests: read.guests });
  const why = [...new Set(read.rows.flatMap((row) => row.faults))];
  return no(read.fault ?? why.join(' '), { guests: read.rows });
}

function readGone(said: string, guests: readonly Guest[]): WishRead {
  const address = said.trim().toLowerCase();
  const exact = guests.find((guest) => guest.address === address);
  if (exact) return yes({ to: 'remove guest', address: exact.address });
  const words = plainName(said.replace(/^(?:the|her|his|their)\s+/i, '')).split(' ');
  const [only, second] = guests.filter(({ name, role, agency }) =>
    [name, role, agency].some((field) => words.every((word) => plainName(field).split(' ').includes(word))),
  );
  if (only === undefined || words[0] === '') return no(faultsOfChange.guestUnknown);
  return second === undefined ? yes({ to: 'remove guest', address: only.address }) : no(faultsOfChange.guestAmbiguous);
}

function readPerson(
  to: 'change second adult' | 'change host',
  said: string,
  { host }: Ask,
  { colleagues }: School,
): WishRead {
  const found = readSecondAdult(said, { host, colleagues });
  if (found.found === 'one') return yes({ to, person: found.colleague });
  if (found.found === 'several') return no(faults.adultAmbiguous);
  if (found.fault === faults.adultYourself) return no(faultsOfChange.isHost[to]);
  return no(found.fault === faults.adultMissing ? faultsOfChange.personMissing : found.fault);
}
