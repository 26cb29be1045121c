import { isDeepStrictEqual } from 'node:util';
import {
  type Address,
  type Ask,
  type Colleague,
  type Confirmation,
  type Guest,
  guestsOf,
  type Recording,
  secondAdultOf,
} from '../meetings/ask.ts';
import type { Amendment } from '../register/entry.ts';

/** What somebody wants of a meeting that stands. Times are UTC, lengths in minutes. */
export type Wish =
  | { readonly to: 'move'; readonly start: string; readonly minutes: number }
  | { readonly to: 'add guests'; readonly guests: readonly Guest[] }
  | { readonly to: 'remove guest'; readonly address: Address }
  | { readonly to: 'change second adult'; readonly person: Colleague }
  | { readonly to: 'change host'; readonly person: Colleague };

/** The same of its recording, which is opened and closed in a room of its own (bot/recording). */
export type RecordingWish =
  | { readonly to: 'open recording'; readonly recording: Recording }
  | { readonly to: 'close recording' };

/**
 * The request as it would be. `anew`: another time or another host is another meeting with a link of its own; the old link is made
 * useless. Everything else is changed in the meeting as it stands.
 */
export type Wished =
  | { readonly how: 'in place'; readonly what: Amendment['what']; readonly ask: Ask; readonly keepsYes: boolean }
  | { readonly how: 'anew'; readonly ask: Ask };

export const wishFaults = [
  'nothing changes',
  'no such guest',
  'last guest',
  'guest there already',
  'no second adult here',
  'is the host',
] as const;
export type WishFault = (typeof wishFaults)[number];

// What the host once ticked is asked again where the change could have made it untrue.
const ofGuests: readonly Confirmation[] = [
  'addresses checked',
  'look-alike address is right',
  'contact is safe',
  'nobody held back',
  'family opted in',
];
const ofTime: readonly Confirmation[] = ['time agreed', 'papers in time'];

const without = (ask: Ask, ticks: readonly Confirmation[]): Confirmation[] =>
  ask.confirmed.filter((one) => !ticks.includes(one));

/**
 * What a wish makes of a request. Pure.
 * @param confirmed what the host ticks with it
 * @returns a fault when it makes no sense for this meeting
 */
export function wished(ask: Ask, wish: Wish | RecordingWish, confirmed: readonly Confirmation[]): Wished | WishFault {
  const changed = changedBy(ask, wish);
  if (typeof changed === 'string') return changed;
  const whole = { ...changed.ask, confirmed: [...new Set([...changed.ask.confirmed, ...confirmed])] };
  return isDeepStrictEqual({ ...whole, confirmed: [] }, { ...ask, confirmed: [] })
    ? 'nothing changes'
    : { ...changed, ask: whole };
}

function changedBy(ask: Ask, wish: Wish | RecordingWish): Wished | WishFault {
  switch (wish.to) {
    case 'move': {
      const moved = { ...ask, ...atAnew, start: wish.start, minutes: wish.minutes, confirmed: without(ask, ofTime) };
      return { how: 'anew', ask: moved };
    }
    case 'change host':
      return withHost(ask, wish.person);
    case 'add guests':
      return withGuests(ask, wish.guests);
    case 'remove guest':
      return withoutGuest(ask, wish.address);
    case 'change second adult':
      return withSecondAdult(ask, wish.person);
    case 'open recording':
      return { how: 'in place', what: 'recording', ask: { ...ask, recording: wish.recording }, keepsYes: false };
    case 'close recording':
      return { how: 'in place', what: 'recording', ask: { ...ask, recording: null }, keepsYes: true };
  }
}

// What guests agreed to was about the meeting as it was: of another one nobody has agreed to be recorded.
const atAnew = { recording: null };

/** Whoever was second adult, or came anyway, and takes over does not come twice. */
function withHost(ask: Ask, person: Colleague): Wished | WishFault {
  if (secondAdultOf(ask)?.id === person.id) return 'is the host';
  const colleagues = ask.colleagues.filter(({ id }) => id !== person.id);
  return { how: 'anew', ask: { ...ask, ...atAnew, host: person, colleagues, confirmed: without(ask, ['rehearsed']) } };
}

function withGuests(ask: Ask, more: readonly Guest[]): Wished | WishFault {
  if (!('guests' in ask)) return 'no such guest';
  const there = new Set(ask.guests.map(({ address }) => address));
  if (more.some(({ address }) => there.has(address))) return 'guest there already';
  const guests = [...ask.guests, ...more];
  return {
    how: 'in place',
    what: 'guests',
    ask: { ...ask, guests, confirmed: without(ask, ofGuests) },
    keepsYes: false,
  };
}

function withoutGuest(ask: Ask, address: Address): Wished | WishFault {
  if (!('guests' in ask)) return 'no such guest';
  const guests = guestsOf(ask).filter((guest) => guest.address !== address);
  if (guests.length === ask.guests.length) return 'no such guest';
  return guests.length === 0
    ? 'last guest'
    : { how: 'in place', what: 'guest removed', ask: { ...ask, guests }, keepsYes: true };
}

function withSecondAdult(ask: Ask, person: Colleague): Wished | WishFault {
  if (!('secondAdult' in ask)) return 'no second adult here';
  if (person.id === ask.host.id) return 'is the host';
  const colleagues = ask.colleagues.filter(({ id }) => id !== person.id);
  const changed = { ...ask, secondAdult: person, colleagues, confirmed: without(ask, ['rehearsed']) };
  return { how: 'in place', what: 'second adult', ask: changed, keepsYes: true };
}
