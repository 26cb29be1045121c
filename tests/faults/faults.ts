import { z } from 'zod';
import { onlooker } from '../../infra/demo/promises.ts';

/** Every way a call to Graph can go wrong, as the tenant can be told to do it. */

export type Call = { readonly method: string; readonly path: string };

/** One fault, on the call of that number after *Send*. */
export type Placed = { readonly at: number; readonly deed: Deed };
export type Deed = { readonly kind: string; readonly [detail: string]: unknown };

const anyCall: readonly Deed[] = [
  { kind: 'throttle', retryAfter: 0.02 },
  { kind: 'refuse' },
  { kind: 'fail', status: 500 },
  { kind: 'fail', status: 503 },
  { kind: 'fail', status: 504 },
  { kind: 'drop' },
  { kind: 'delay', milliseconds: 150 },
];
const anyWrite: readonly Deed[] = [
  { kind: 'apply then fail', status: 504 },
  { kind: 'apply then drop' },
  { kind: 'accept and ignore' },
];
const newEvent: readonly Deed[] = [
  { kind: 'no link' },
  { kind: 'forget setting', member: 'hideAttendees' },
  { kind: 'hide', reads: 2 },
  { kind: 'hide', milliseconds: 60_000 },
];
const lobbyOpen = { lobbyBypassSettings: { scope: 'everyone', isDialInBypassEnabled: true } };
const meetingPatch: readonly Deed[] = [
  { kind: 'forget setting', member: 'lobbyBypassSettings' },
  { kind: 'forget setting', member: 'allowedPresenters' },
  { kind: 'forget setting', member: 'allowedLobbyAdmitters' },
  { kind: 'drift', settings: lobbyOpen },
];

/** The faults that make sense on this call. */
export function faultsOf({ method, path }: Call): readonly Deed[] {
  return [
    ...anyCall,
    ...(method === 'GET' ? [] : anyWrite),
    ...(method === 'POST' && path.endsWith('/events') ? newEvent : []),
    ...(method === 'PATCH' && path.includes('/onlineMeetings/') ? meetingPatch : []),
    // A label or a co-organizer may open the lobby at the very moment the invitations leave.
    ...(method === 'PATCH' && path.includes('/events/') ? [{ kind: 'drift', settings: lobbyOpen }] : []),
  ];
}

// What the product cannot tell apart: to a read, every passing fault is "no answer yet"; to a write, every unclear one is "perhaps".
const alikeForReads = ['fail 500', 'fail 504', 'drop', 'throttle', 'delay'];
const alikeForWrites = ['fail 500', 'fail 504', 'drop', 'delay', 'apply then fail'];

/**
 * One fault of each sort that the product can tell apart, for the pairs: all of them at every call alone are played one by one,
 * and their pairs would take days.
 */
export function sortsOf(call: Call): readonly Deed[] {
  const alike = call.method === 'GET' ? alikeForReads : alikeForWrites;
  const named = ({ kind, status }: Deed) => (kind === 'fail' ? `fail ${String(status)}` : kind);
  return faultsOf(call).filter((deed) => !alike.includes(named(deed)));
}

/** The looks of the tests themselves, and of the sweep, which comes round by the clock: neither is a call of the run. */
export const aside = new RegExp(`${onlooker}|NextCheck`);
const notForFaults = `^(?!.*(${aside.source}))`;

/** As `POST /_control/faults` wants it: the call is found by counting. */
export const armed = (placed: readonly Placed[]) =>
  placed.map(({ at, deed }) => ({ on: 'graph', method: '*', path: notForFaults, skip: at, do: deed }));

export const Calls = z.array(
  z.looseObject({
    n: z.number(),
    on: z.string(),
    method: z.string(),
    path: z.string(),
    query: z.string(),
    held: z.boolean().optional(),
  }),
);

const whole = process.env['FAULTS'] === 'all';
const isOfMeeting = ({ path }: Call) => /\/(events|onlineMeetings)/.test(path);

/**
 * Under `npm test` every fault of what is written and of what is read of a meeting, and every other one of the rest; all of them,
 * which take twice as long, under `npm run faults`.
 * @param at the call's number, so that neighbours of a sort are played in turn
 */
export const inTime = (call: Call, at: number, faults: readonly Deed[]): readonly Deed[] =>
  whole || call.method !== 'GET' || isOfMeeting(call) ? faults : everyOther(at, faults);

/** For what is long: every other fault of every call, under `npm test`. */
export const everyOther = (at: number, faults: readonly Deed[]): readonly Deed[] =>
  faults.filter((_, index) => whole || index % 2 === at % 2);
