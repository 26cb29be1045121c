import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { agreementsView } from './agreeing/agreements-view.ts';
import { refusalOfFailure, refuse } from './api-refusals.ts';
import type { Authorising } from './authorising/authorising.ts';
import { notTaken } from './cards/words/authorisation.ts';
import type { Checklist } from './checklist/moments.ts';
import { type RecordsView, recordsView } from './checklist/records-view.ts';
import { Failure } from './failure.ts';
import type { Caller, Role } from './identity/caller.ts';
import type { Verify } from './identity/tab-token.ts';
import { nameOf } from './log-view.ts';
import { type PersonId, Purpose, Reference } from './meetings/ask.ts';
import type { Fact } from './policy/fact.ts';
import { kinds } from './policy/kind.ts';
import { type Entry, statuses } from './register/entry.ts';
import type { Register, RegisterQuery } from './register/register.ts';
import {
  canAuthoriseSome,
  canEnter,
  canSeeWholeSchool,
  isInScope,
  type MeetingsPage,
  me,
  meetingDetail,
  meetingSummary,
  readerOf,
  type Scope,
  scopes,
  seesRecords,
  usualScope,
} from './views.ts';

/**
 * The tab's door. Every route but `/api/where` has the same grammar: token, caller, roles, query, may they, register, view.
 * Bodies are for the person who asked and must not be stored: whoever mounts the routes answers with `Cache-Control: no-store`.
 */

export type ApiWorld = {
  readonly verify: Verify;
  /** Which groups of the school somebody is in; unknown when Entra cannot be asked. */
  readonly rolesOf: (id: PersonId) => Promise<Fact<ReadonlySet<Role>>>;
  readonly register: Register;
  /** Where an approver's answer goes, from whichever door it came. */
  readonly authorising: Pick<Authorising, 'answer'>;
  /** What the school's packs have the host tick and answer around this meeting. */
  readonly checklistOf: (entry: Entry) => Checklist;
  readonly now: () => Date;
  /** Where people open the tab, for those who came to it from outside Teams. */
  readonly teamsUrl: string;
  /** Told of every fault that a caller only hears a calm sentence about. */
  readonly report: (fault: unknown) => void;
};

export type ApiRequest = {
  readonly authorization: string | undefined;
  readonly params: { readonly reference?: unknown };
  readonly query: Readonly<Record<string, unknown>>;
  /** Of a POST. */
  readonly body?: unknown;
};

export type ApiAnswer = { readonly status: number; readonly body: unknown };

export type ApiRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: ApiRequest): Promise<ApiAnswer>;
};

/** @returns the routes, for the server to mount; their handlers never reject */
export function createApi(world: ApiWorld): readonly ApiRoute[] {
  return [
    { method: 'GET', path: '/api/where', handle: () => Promise.resolve(answer({ teamsUrl: world.teamsUrl })) },
    { method: 'GET', path: '/api/me', handle: forCaller(world, ({ caller }) => Promise.resolve(answer(me(caller)))) },
    { method: 'GET', path: '/api/meetings', handle: forCaller(world, (asked) => listMeetings(world, asked)) },
    { method: 'GET', path: '/api/meetings/:reference', handle: forCaller(world, (asked) => showMeeting(world, asked)) },
    {
      method: 'POST',
      path: '/api/meetings/:reference/authorisation',
      handle: forCaller(world, (asked) => answerRequest(world, asked)),
    },
  ];
}

type Asked = { readonly caller: Caller; readonly request: ApiRequest };

/** Token, caller, roles: nothing is read from the register for somebody who has not passed all three. */
function forCaller(world: ApiWorld, handle: (asked: Asked) => Promise<ApiAnswer>): ApiRoute['handle'] {
  return async (request) => {
    try {
      const proof = await world.verify(request.authorization);
      if (!proof.proved) {
        if (proof.why !== 'keys unavailable') return refuse('not signed in');
        world.report(proof.fault);
        return refuse('sign-in cannot be checked');
      }
      const roles = await world.rolesOf(proof.id);
      if (!roles.known) return refuse('roles cannot be checked');
      const caller: Caller = { id: proof.id, name: proof.name, roles: roles.value };
      if (!canEnter(caller).may) return refuse('not for you');
      return await handle({ caller, request });
    } catch (fault) {
      world.report(fault);
      return refuse(fault instanceof Failure ? refusalOfFailure(fault.kind) : 'out of order');
    }
  };
}

/** A day as people in the school count them; years a date picker can reach, so that a typing slip is not a scan of centuries. */
const Day = z.iso.date().regex(/^20\d\d/);

const MeetingsQuery = z.strictObject({
  /** The answer says which it was when it was left open. */
  scope: z.enum(scopes).optional(),
  kind: z.enum(kinds).optional(),
  status: z.enum(statuses).optional(),
  /** Both days included, from midnight to midnight in London. */
  from: Day.optional(),
  to: Day.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  cursor: z.string().max(4000).optional(),
});

async function listMeetings({ register, report }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const filled = Object.entries(request.query).filter(([, value]) => value !== '');
  const query = MeetingsQuery.safeParse(Object.fromEntries(filled));
  if (!query.success) return refuse('not understood');
  const { scope = usualScope(caller), ...narrowing } = query.data;
  if (scope === 'all' && !canSeeWholeSchool(caller).may) return refuse('not the whole school');
  if (scope === 'to authorise' && !canAuthoriseSome(caller).may) return refuse('nothing to authorise');

  const page = await register.page(toRegister({ ...narrowing, scope }, caller));
  // The cursor comes from the caller's hands, so what it led to is judged row by row.
  const seen = page.rows.filter((row) => isInScope(row, caller, scope));
  const { next, unreadable } = page;
  if (unreadable > 0) report(new Failure('register unreadable', `${unreadable} rows of a page`));
  const view: MeetingsPage = { scope, meetings: seen.map(meetingSummary), next, unreadable };
  return answer(view);
}

async function showMeeting(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, { caller, request });
  return entry ? shown(world, entry, caller) : refuse('no such meeting');
}

/** The meeting that is asked for, when there is one and the caller may read it. */
async function readable({ register }: ApiWorld, { caller, request }: Asked): Promise<Entry | null> {
  const reference = Reference.safeParse(request.params.reference);
  if (!reference.success) return null;
  const stored = await register.find(reference.data);
  // One answer for "is not there" and "is not yours": the difference would tell a stranger that a meeting exists.
  return stored && readerOf(stored.entry, caller) ? stored.entry : null;
}

async function shown(world: ApiWorld, entry: Entry, caller: Caller): Promise<ApiAnswer> {
  const { register, now } = world;
  const reader = readerOf(entry, caller);
  if (!reader) return refuse('no such meeting');
  const detail = meetingDetail(entry, await register.log(entry.reference), { reader, caller, now: now() });
  const agreements = agreementsView(entry, await register.agreements(entry.reference));
  const records = seesRecords(reader, caller) && { records: await recordsOf(world, entry) };
  return answer({ ...detail, ...agreements, ...records });
}

async function recordsOf({ register, checklistOf }: ApiWorld, entry: Entry): Promise<readonly RecordsView[]> {
  const kept = await register.kept(entry.reference);
  return recordsView(entry, { lists: checklistOf(entry), kept, nameOf: (by) => nameOf(by, entry) });
}

const ApproverAnswer = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('yes') }),
  z.strictObject({ say: z.literal('ask'), words: Purpose }),
  z.strictObject({ say: z.literal('no'), words: Purpose }),
]);

/** An approver's yes, no or question; answers the meeting as it stands then. */
async function answerRequest(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, { caller, request });
  if (!entry) return refuse('no such meeting');
  const said = ApproverAnswer.safeParse(request.body);
  if (!said.success) return refuse('words missing');
  const answered = await world.authorising.answer(entry.reference, caller, said.data);
  if (answered.done) return shown(world, answered.row.entry, caller);
  return refuse('not taken', notTaken[answered.why]);
}

function toRegister(query: z.infer<typeof MeetingsQuery> & { scope: Scope }, caller: Caller): RegisterQuery {
  return {
    of: query.scope === 'mine' ? caller.id : null,
    kind: query.kind ?? null,
    status: query.status ?? null,
    authorisation: query.scope === 'to authorise' ? 'wanted' : null,
    from: query.from === undefined ? null : midnight(query.from, 0),
    to: query.to === undefined ? null : midnight(query.to, 1),
    order: query.order === 'newest' ? 'newest first' : 'oldest first',
    cursor: query.cursor ?? null,
  };
}

/** Midnight in London at the beginning of a day, or of the one so many days later, as UTC. */
function midnight(day: string, daysLater: number): string {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime('Europe/London');
  return start.toInstant().toString();
}

const answer = (body: unknown): ApiAnswer => ({ status: 200, body });
