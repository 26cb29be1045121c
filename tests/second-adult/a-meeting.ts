import { Colleague, secondAdultOf } from '../../bot/meetings/ask.ts';
import { type Entry, moment, stands } from '../../bot/register/entry.ts';
import {
  answered,
  asking,
  heard,
  notPutInPlace,
  type Says,
  standingAs,
  takenOver,
} from '../../bot/second-adult/answers.ts';
import { coverDue, coverOf, nextMove, remindedBy } from '../../bot/second-adult/next-move.ts';
import { nextLook } from '../../bot/sentinel/next-look.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest } from '../authorising/a-request.ts';

/** A meeting that stands, in a school where every call to Graph works: what the looks make of it, by the same pure functions. */

export const staff = ['Tom Birch', 'Owen Pryce', 'Leila Haddad', 'Ruth Adeyemi', 'Grace Tan', 'Sam Whitlock'].map(
  (name, index) =>
    Colleague.parse({
      id: `5c0a1d0e-0000-4000-8000-00000000020${index}`,
      name,
      address: `${name.toLowerCase().replace(' ', '.')}@school.example.org`,
    }),
);
const nobody = Colleague.parse({
  id: '5c0a1d0e-0000-4000-8000-000000000299',
  name: 'Nobody',
  address: 'nobody@school.example.org',
});
/** @param which any number: there is always somebody of that number */
export const one = (which: number): Colleague => staff[which % staff.length] ?? nobody;

export const start = Date.parse('2026-12-01T15:15:00Z');
export const minute = 60_000;

export type Meeting = {
  entry: Entry;
  now: number;
  readonly mustBeTwo: boolean;
  /** What each last said that Chaperone could know of: taps at once, Outlook when it was looked at. */
  readonly said: Map<string, Says>;
  /** What stands in Outlook and has not been read yet. */
  readonly outlook: Map<string, { says: Says; at: string }>;
  /** Whom policy would not have. */
  readonly unfit: ReadonlySet<string>;
};

export const aMeeting = (mustBeTwo: boolean, daysAhead: number, unfit: readonly number[]): Meeting => {
  const ask = anAsk({ kind: 'focus', secondAdult: one(0) });
  return {
    entry: aRequest({ ask, status: 'arranged', step: 'done', authorisation: { state: 'not needed' } }),
    now: start - Math.round(daysAhead * 24 * 60) * minute,
    mustBeTwo,
    said: new Map(),
    outlook: new Map(),
    unfit: new Set(unfit.map((which) => one(which).id)),
  };
};

const set = (meeting: Meeting, change: Partial<Entry>): void => {
  meeting.entry = { ...meeting.entry, ...change };
};
const at = ({ now }: Meeting) => new Date(now);

/** One look, as covering.ts goes about it. */
export function look(meeting: Meeting): void {
  readOutlook(meeting);
  for (let moves = 0; ; moves += 1) {
    const move = nextMove(meeting.entry, meeting.mustBeTwo, at(meeting));
    if (move.do === 'nothing') return;
    if (moves > 12) throw new Error(`the looks do not come to rest: ${move.do}`);
    set(meeting, changeBy(meeting, move));
  }
}

function readOutlook(meeting: Meeting): void {
  const { entry, outlook, said } = meeting;
  const cover = coverOf(entry);
  const answer = cover && outlook.get(cover.of.id);
  if (!cover || !answer) return;
  const after = heard(cover, { ...answer, how: 'calendar' });
  if (after === cover) return;
  said.set(cover.of.id, answer.says);
  set(meeting, { cover: after, ...standingAs(entry, after, meeting.mustBeTwo) });
}

function changeBy(meeting: Meeting, move: ReturnType<typeof nextMove>): Partial<Entry> {
  const { entry } = meeting;
  const cover = coverOf(entry);
  const person = secondAdultOf(entry.ask);
  if (move.do === 'call off') return { status: 'cancelled' };
  if (move.do === 'take over' && entry.cover) return { cover: takenOver(move.standIn, entry.cover) };
  if (cover === null || person === null) return { cover: asking(person ?? nobody, entry, at(meeting)) };
  const { state } = cover;
  switch (move.do) {
    case 'ask':
      return { cover: { ...cover, state: { is: 'asked', at: state.at, reminded: 0 } } };
    case 'remind':
      return {
        cover: { ...cover, state: { is: 'asked', at: state.at, reminded: remindedBy(entry, state.at, at(meeting)) } },
      };
    case 'ask more stand-ins':
      return askMore(meeting);
    case 'send to stand-ins':
      return {
        cover: {
          ...cover,
          standIns: cover.standIns.map((each) => (each.says === 'being asked' ? { ...each, says: 'nothing' } : each)),
        },
      };
    case 'put in place':
      if (meeting.unfit.has(move.standIn.person.id)) return { cover: notPutInPlace(cover) };
      return withSecondAdult(entry, move.standIn.person);
    case 'hold':
      return { status: 'on hold', cover: { ...cover, heldSince: moment(at(meeting)) } };
    case 'release':
      return { status: 'arranged', cover: { ...cover, heldSince: null } };
    case 'take over':
    case 'nothing':
      return {};
  }
}

function askMore(meeting: Meeting): Partial<Entry> {
  const cover = coverOf(meeting.entry);
  if (cover === null) return {};
  const known = new Set([cover.of.id, ...cover.standIns.map(({ person }) => person.id)]);
  const next = staff.filter(({ id }) => !known.has(id)).slice(0, 3);
  const more = next.map((person) => ({ person, at: moment(at(meeting)), says: 'being asked' as const }));
  return { cover: { ...cover, standIns: [...cover.standIns, ...more], nobodyLeft: next.length === 0 } };
}

/** A change of the second adult, made: a meeting on hold is open again. */
function withSecondAdult({ ask }: Entry, person: Colleague): Partial<Entry> {
  return 'secondAdult' in ask ? { ask: { ...ask, secondAdult: person }, status: 'arranged' } : {};
}

export function becomes(meeting: Meeting, person: Colleague): void {
  set(meeting, withSecondAdult(meeting.entry, person));
}

export function taps(meeting: Meeting, person: Colleague, says: Says): void {
  const answer = { by: person.id, says, rehearsed: true, now: at(meeting) };
  const judged = answered(meeting.entry, answer, meeting.mustBeTwo);
  if (!judged.may) return;
  meeting.said.set(person.id, says);
  set(meeting, judged.change);
  look(meeting);
}

/** Time goes by, with every look at its moment. */
export function passes(meeting: Meeting, minutes: number, each: (meeting: Meeting) => void): void {
  const until = meeting.now + minutes * minute;
  for (;;) {
    const { entry, mustBeTwo } = meeting;
    const due = [nextLook(entry, at(meeting)), coverDue(entry, mustBeTwo, at(meeting))].flatMap((one) =>
      one === null ? [] : [Date.parse(one)],
    );
    const next = Math.min(...due);
    if (!(next <= until) || !stands(entry)) break;
    meeting.now = Math.max(next, meeting.now);
    look(meeting);
    each(meeting);
  }
  meeting.now = until;
}
