import type { Acts } from '../../../bot/api/acts.ts';
import { requestHash } from '../../../bot/authorising/request-hash.ts';
import type { Reviewed } from '../../../bot/changing/changing.ts';
import { type Deed, mayChange } from '../../../bot/changing/may-change.ts';
import { Address, Ask, Colleague, type PersonId } from '../../../bot/meetings/ask.ts';
import { Decision } from '../../../bot/policy/decision.ts';
import { known } from '../../../bot/policy/fact.ts';
import type { Entry } from '../../../bot/register/entry.ts';
import { Version, versionOf } from '../../../bot/register/version.ts';
import { noActs } from '../no-acts.ts';
import { now, people } from '../school.ts';
import { requests, standing } from './a-full-school.ts';
import type { As, Asking } from './asking.ts';
import { readers } from './readers.ts';

/** What is done about a meeting, asked as one and the same person. Who may is decided as it is in the product; what comes of it is played. */

const rolesOf = (id: PersonId, as: As['reads']) => {
  const reader = readers[as];
  return { id, name: '', roles: new Set(reader?.groups) };
};

const because = [{ id: '003-10', says: 'Leadership says yes.' }];
const moved = Ask.parse({ ...standing.ask, start: '2026-11-25T10:00:00Z' });
/** What policy may say of a move: it asks something, it needs a yes, it says no. */
const decisions = [
  { verdict: 'ask', questions: [{ asks: 'addresses checked', says: 'Have you checked the addresses?', because }] },
  { verdict: 'authorise', authorisedBy: ['slt'], authorisedBecause: because },
  { verdict: 'refuse', instead: ['Any day after Friday'] },
].map((more) => Decision.parse({ ...standing.decision, ...more }));

/** @param decision what policy says of the change */
export function acts(reads: As['reads'], decision = decisions[0]): Acts {
  const judged = <T>(by: PersonId, deed: Deed, done: T) => {
    const may = mayChange(standing, rolesOf(by, reads), deed, now());
    return Promise.resolve(may.may ? done : ({ done: false, why: may.why, entry: null, decision: null } as const));
  };
  const row = { itemId: '1', eTag: '"2"', entry: standing };
  const made = { done: true, row, entry: standing } as const;
  const reviewed: Reviewed = {
    done: true,
    entry: standing,
    wished: { how: 'anew', ask: moved },
    decision: decision ?? standing.decision,
    needsYes: decision?.verdict === 'authorise',
    newAddresses: [Address.parse('rosa.bell@mail.example.com')],
  };
  const entry = { entry: standing };
  return {
    ...noActs(Object.values(people).map((one) => Colleague.parse(one))),
    changing: {
      meeting: (_, by, deed) => judged(by, deed, made),
      review: ({ wish }, by) => judged(by, wish.to, reviewed),
      change: ({ wish }, by) => judged(by, wish.to, made),
      cancel: (_, by, seen) =>
        seen === versionOf(standing)
          ? judged(by, 'cancel', made)
          : Promise.resolve({ done: false, why: 'changed meanwhile', entry: standing, decision: null }),
    },
    calendarsThen: () => Promise.resolve({ names: ['Tom Birch'], busy: known(['Tom Birch']), free: [moved.start] }),
    sayHeld: () => Promise.resolve(entry),
    look: () => Promise.resolve(entry),
    letStand: () => Promise.resolve(entry),
    agree: () => Promise.resolve({ done: true, ...entry, statements: [] }),
    answersTo: () =>
      Promise.resolve(known([{ address: 'rosa.bell@mail.example.com', says: 'yes', at: '2026-11-19T10:00:00Z' }])),
  };
}

const version = versionOf(standing);
const about = ({ reference }: Entry, act: string) => `/api/meetings/${reference}/${act}`;
const one =
  (act: string, body: unknown, entry = standing): Asking[string] =>
  async ({ post }) => [await post(about(entry, act), body)];
const wanted = { to: 'move', when: { date: '2026-11-25', time: '10:00', minutes: '45' } };
const answered = { ticked: [], checked: null };

export const ofAMeeting: Asking = {
  'GET /api/meetings/:reference': async ({ get }) => [await get(`/api/meetings/${standing.reference}`)],
  'GET /api/meetings/:reference/answers': async ({ get }) => [await get(about(standing, 'answers'))],
  'POST /api/meetings/:reference/changes/review': async ({ post, door, reads }) => {
    const answers = [];
    for (const decision of decisions) {
      door.acts = acts(reads, decision);
      answers.push(await post(about(standing, 'changes/review'), { version, wanted }));
    }
    return answers;
  },
  'POST /api/meetings/:reference/changes': one('changes', { version, wanted, answered }),
  'POST /api/meetings/:reference/cancel/review': one('cancel/review', { version }),
  'POST /api/meetings/:reference/cancel': one('cancel', { version }),
  'POST /api/meetings/:reference/cancel, of one that has changed meanwhile': one('cancel', {
    version: Version.parse('0'.repeat(16)),
  }),
  'POST /api/meetings/:reference/outcome': one('outcome', { version, said: { state: 'held', minutes: 45 } }),
  'POST /api/meetings/:reference/looked-at': one('looked-at', { words: null }),
  'POST /api/meetings/:reference/let-stand': one('let-stand', { shown: [], words: 'The same nurse' }),
  'POST /api/meetings/:reference/agreements': one('agreements', {
    version,
    ...{ guest: 1, agreement: 'take part', says: 'given', how: 'by phone', on: '2026-11-19' },
  }),
  'POST /api/meetings/:reference/authorisation': async ({ post, door }) => {
    door.answer = () => Promise.resolve({ done: true, row: { itemId: '1', eTag: '"2"', entry: standing } });
    return [await post(about(requests.leaders, 'authorisation'), { say: 'yes', seen: requestHash(requests.leaders) })];
  },
  'POST /api/meetings/:reference/authorisation, of one that has changed since': async ({ post, door }) => {
    door.answer = () => Promise.resolve({ done: false, why: 'changed since', entry: standing });
    return [await post(about(requests.leaders, 'authorisation'), { say: 'yes', seen: '0'.repeat(64) })];
  },
};
