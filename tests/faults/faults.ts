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

/** As `POST /_control/faults` wants it: the call is found by counting. */
export const armed = (placed: readonly Placed[]) =>
  placed.map(({ at, deed }) => ({ on: 'graph', method: '*', path: `^(?!.*${onlooker})`, skip: at, do: deed }));

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
