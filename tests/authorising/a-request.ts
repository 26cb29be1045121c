import type { Role } from '../../bot/identity/caller.ts';
import { Colleague } from '../../bot/meetings/ask.ts';
import { type Authorisation, Entry } from '../../bot/register/entry.ts';
import { closed } from '../a-decision.ts';
import { anAsk } from '../an-ask.ts';

/** A request that waits for a yes, and the people around it. */

const person = (last: string, name: string, roles: readonly Role[]) => ({
  ...Colleague.parse({
    id: `5c0a1d0e-0000-4000-8000-0000000001${last}`,
    name,
    address: `${name.toLowerCase().replace(' ', '.')}@school.example.org`,
  }),
  roles: new Set<Role>(['staff', ...roles]),
});
export type Somebody = ReturnType<typeof person>;

export const senco = person('01', 'Maya Okafor', []);
export const teacher = person('02', 'Tom Birch', []);
export const head = person('03', 'Ruth Adeyemi', ['head', 'slt']);
export const deputy = person('04', 'Owen Pryce', ['slt']);
export const safeguardingLead = person('05', 'Leila Haddad', ['dsl']);

/** As the directory has them and the register names them. */
export const named = (somebody: Somebody): Colleague => Colleague.parse(somebody);

export const wanted = (of: readonly string[] = ['slt'], reminded = 0): Authorisation => ({
  state: 'wanted',
  of: Entry.shape.decision.shape.authorisedBy.parse(of),
  yes: [],
  reminded,
  answered: null,
});

const decision = {
  verdict: 'authorise',
  because: [{ id: '000-10', says: 'Leadership says yes before a meeting with a family is set up.' }],
  fired: ['county-teams-first/leadership-says-yes'],
  questions: [],
  authorisedBy: ['slt'],
  authorisedBecause: [{ id: '000-10', says: 'Leadership says yes before a meeting with a family is set up.' }],
  instead: [],
  setAside: [],
  safeguards: closed,
  packs: [{ id: 'county-teams-first', version: '2026-11' }],
  decidedAt: '2026-11-18T10:00:00Z',
};

/** It starts on 1 December 2026 at 15:15 UTC; each test names what else matters to it. */
export function aRequest(change: Partial<Entry> & { readonly authorisedBy?: readonly string[] } = {}): Entry {
  const { authorisedBy = ['slt'], ...rest } = change;
  return {
    ...Entry.parse({
      reference: 'TAC-0123ABCD',
      ask: anAsk(),
      status: 'waiting',
      step: 'authorise',
      nextCheck: '2026-11-19T10:00:00Z',
      seal: { state: 'not sealed' },
      decision: { ...decision, authorisedBy },
      authorisation: wanted(authorisedBy),
      eventId: null,
      meetingId: null,
      joinUrl: null,
      chatThreadId: null,
      stoppedAt: null,
      stoppedBy: null,
      replaces: null,
      replacedBy: null,
      amendment: null,
      cover: null,
      aftercare: { state: 'not needed' },
      outcome: { state: 'not said' },
      review: null,
      provedAt: null,
      invitedAt: null,
    }),
    ...rest,
  };
}
