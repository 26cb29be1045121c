import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { agreementsView } from './agreeing/agreements-view.ts';
import type { Authorising } from './authorising/authorising.ts';
import { notTaken } from './cards/words/authorisation.ts';
import type { Checklist } from './checklist/moments.ts';
import { type RecordsView, recordsView } from './checklist/records-view.ts';
import { Failure, type FailureKind } from './failure.ts';
import type { Caller, Role } from './identity/caller.ts';
import type { Verify } from './identity/tab-token.ts';
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
  nameOf,
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

/** What the tab reads when it is refused: `say` is the sentence to show, `next` what can be done about it. */
export type ApiError = { readonly error: { readonly code: RefusalCode; readonly say: string; readonly next: string } };

const tryAgain = 'Please try again in a few minutes.';
const refusals = {
  'not understood': {
    status: 400,
    say: 'I did not understand that filter.',
    next: 'Please clear the filters and try again.',
  },
  'words missing': {
    status: 400,
    say: 'I need a question or a reason for the host.',
    next: 'Please type one line of plain words, 200 characters at most.',
  },
  'not taken': {
    status: 409,
    say: 'That answer was not taken.',
    next: 'Please load the meeting again to see how it stands.',
  },
  'not signed in': {
    status: 401,
    say: 'I could not tell who you are.',
    next: 'Please close this page and open it again in Teams.',
  },
  'not for you': {
    status: 403,
    say: 'The register is for staff of the school.',
    next: 'If that is you, please ask ICT to look at your groups.',
  },
  'not the whole school': {
    status: 403,
    say: 'The whole school’s register is for the senior leadership team.',
    next: 'You can still look at your own meetings.',
  },
  'nothing to authorise': {
    status: 403,
    say: 'Nobody’s meetings wait for your yes.',
    next: 'You can still look at your own meetings.',
  },
  'no such meeting': {
    status: 404,
    say: 'There is no such meeting among those you can see.',
    next: 'Please check the reference, or ask the host.',
  },
  'register unreadable': {
    status: 500,
    say: 'There is an entry in the register that I cannot read.',
    next: 'Please tell ICT.',
  },
  'out of order': {
    status: 500,
    say: 'Something went wrong at my end.',
    next: `${tryAgain} If it happens twice, tell ICT.`,
  },
  'sign-in cannot be checked': { status: 503, say: 'I cannot check who you are just now.', next: tryAgain },
  'roles cannot be checked': { status: 503, say: 'I cannot check what you may see just now.', next: tryAgain },
  'register cannot be read': { status: 503, say: 'I cannot read the school’s register just now.', next: tryAgain },
} as const;

type RefusalCode = keyof typeof refusals;

/** The one table from what failed to what is answered. What can only happen while arranging is our fault when it happens here. */
const refusalFor: Record<FailureKind, RefusalCode> = {
  'register unavailable': 'register cannot be read',
  'register changed': 'register cannot be read',
  'register unreadable': 'register unreadable',
  'graph unavailable': 'register cannot be read',
  'graph refused': 'register cannot be read',
  'graph unreadable': 'register unreadable',
  'no meeting link': 'out of order',
  'meeting not found': 'out of order',
  'not sealed': 'out of order',
  'not invited': 'out of order',
  'invitation unclear': 'out of order',
  'not the people asked for': 'out of order',
  interrupted: 'out of order',
  'no longer allowed': 'out of order',
  'not checked': 'out of order',
  withdrawn: 'out of order',
  'not authorised in time': 'out of order',
  'meeting gone': 'out of order',
  'changed in Outlook': 'out of order',
  'link not retired': 'out of order',
  'change refused': 'out of order',
  'second adult missing': 'out of order',
  'meeting over': 'out of order',
  'meeting changed': 'out of order',
  'memory unavailable': 'out of order',
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
      return refuse(fault instanceof Failure ? refusalFor[fault.kind] : 'out of order');
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
  const { status, next } = refusals['not taken'];
  const body: ApiError = { error: { code: 'not taken', say: notTaken[answered.why], next } };
  return { status, body };
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

function refuse(code: RefusalCode): ApiAnswer {
  const { status, say, next } = refusals[code];
  const body: ApiError = { error: { code, say, next } };
  return { status, body };
}
