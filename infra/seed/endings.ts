import { secondAdultOf } from '../../bot/meetings/ask.ts';
import { type Entry, moment } from '../../bot/register/entry.ts';
import type { Chance } from './chance.ts';
import type { Became, Event, Telling } from './stories.ts';

/** What comes after the invitations: how a meeting is given up, held back, or held. */

const minute = 60_000;

/** Whoever watched it then: by now it is over, or was given up. */
export function ended(chance: Chance, { entry, events }: Became, { ask, now }: Telling): Became {
  const { status } = entry;
  const start = Date.parse(ask.start);
  const last = events.at(-1)?.at ?? now.getTime();
  // Somewhere between the last that was heard of it and its start.
  const at = last + (Math.min(start, now.getTime()) - last) * chance.next();
  const open: Entry['seal'] = { state: 'not sealed' };
  if (status === 'cancelled')
    return {
      entry,
      events: [
        ...events,
        { event: 'change asked', by: ask.host, at, detail: 'cancel' },
        { event: 'link retired', by: null, at: at + minute },
        { event: 'cancelled', by: null, at: at + 2 * minute },
      ],
    };
  if (status === 'called off')
    return {
      entry: { ...entry, seal: open, stoppedAt: 'confirm', stoppedBy: 'not sealed' },
      events: [
        ...events,
        { event: 'drifted after invitation', by: null, at, detail: 'lobbyScope' },
        { event: 'called off', by: null, at: at + minute, detail: 'confirm: not sealed' },
      ],
    };
  if (status === 'needs review') return { entry, events: [...events, reviewEvent(entry)] };
  if (status === 'on hold') return onHold(entry, events, at);
  if (start >= now.getTime()) return { entry, events };
  return afterwards(chance, { entry, events: [...events, shown(start)] }, { ask, now });
}

const shown = (start: number): Event => ({
  event: 'checklist shown',
  by: null,
  at: start - 10 * minute,
  detail: 'start',
});

/** Most hosts say afterwards whether it took place. */
function afterwards(chance: Chance, { entry, events }: Became, { ask, now }: Pick<Telling, 'ask' | 'now'>): Became {
  const at = Date.parse(ask.start) + (ask.minutes + chance.between(5, 300)) * minute;
  if (at >= now.getTime() || chance.is(0.07)) return { entry, events };
  const said = { by: ask.host, at: moment(new Date(at)) };
  const minutes = Math.max(10, ask.minutes + 5 * chance.between(-2, 3));
  const outcome = chance.is(0.96)
    ? ({ state: 'held', ...said, minutes } as const)
    : ({ state: 'not held', ...said, reason: 'The family could not come' } as const);
  const detail = outcome.state === 'held' ? `${outcome.minutes} minutes, ${outcome.at}` : outcome.at;
  return { entry: { ...entry, outcome }, events: [...events, { event: outcome.state, by: ask.host, at, detail }] };
}

/** Its second adult cannot come, and nobody else could. */
function onHold(entry: Entry, events: readonly Event[], at: number): Became {
  const of = secondAdultOf(entry.ask);
  if (of === null) return { entry, events };
  const since = moment(new Date(at));
  const state = { is: 'declined', at: since, how: 'tap' } as const;
  return {
    entry: { ...entry, cover: { of, state, standIns: [], nobodyLeft: true, heldSince: since } },
    events: [
      ...events.filter(({ event }) => event !== 'second adult accepted'),
      { event: 'second adult declined', by: of, at, detail: `tap, ${since}` },
      { event: 'on hold', by: null, at, detail: since },
    ],
  };
}

const reviewEvent = ({ review, ask }: Entry): Event => {
  const since = review?.reasons[0]?.since ?? ask.start;
  return { event: 'needs review', by: null, at: Date.parse(since), detail: since };
};
