import { coverFor, pendingOf } from '../authorising/authorise.ts';
import { type QueueRow, queueRow, requestReader, type Stands, standsFor } from '../authorising/request-view.ts';
import { whoIsBusy } from '../authorising/who-is-busy.ts';
import { notTaken } from '../cards/words/authorisation.ts';
import { askedOfApprovers } from '../checklist/meeting-checklist.ts';
import { Reference } from '../meetings/ask.ts';
import { fact, known } from '../policy/fact.ts';
import { type Entry, proposed } from '../register/entry.ts';
import { canAuthoriseSome } from '../views/rights.ts';
import { ApproverSaid } from './authorisation.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { keepOpened } from './meeting.ts';
import { refuse } from './refusals.ts';

/** The queue of those who say yes. Each answer is one decision, of one request, as its approver was shown it. */

export type Queue = {
  /** When it was looked at, UTC. */
  readonly at: string;
  /** Oldest first. */
  readonly yours: readonly QueueRow[];
  /** What waits for others, to be known and not to be decided. */
  readonly others: readonly QueueRow[];
  readonly more: boolean;
  readonly unreadable: number;
};

/** `why`: it was not taken. `stands`: how the request stands now; absent where it is none of theirs any more. */
export type AnswerTaken = { readonly taken: boolean; readonly why?: string; readonly stands?: Stands };

export const authoriseRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/authorise', handle: forApprover(world, queue) },
  { method: 'GET', path: '/api/authorise/:reference', handle: forApprover(world, request) },
  { method: 'POST', path: '/api/authorise/:reference', handle: forApprover(world, answerTo) },
];

const forApprover = (world: ApiWorld, handle: (world: ApiWorld, asked: Asked) => Promise<ApiAnswer>) =>
  forReader(world, async (asked) =>
    canAuthoriseSome(asked.caller).may ? handle(world, asked) : refuse('nothing to authorise'),
  );

const mostThatWait = 50;

async function queue({ register, now }: ApiWorld, { caller }: Asked): Promise<ApiAnswer> {
  const at = now();
  const { rows, more, unreadable } = await register.someWhole({ by: 'pending', from: at.toISOString() }, mostThatWait);
  const all = rows
    .flatMap((entry) => queueRow(entry, { caller, now: at }) ?? [])
    .toSorted((one, other) => one.askedAt.localeCompare(other.askedAt) || one.start.localeCompare(other.start));
  const yours = all.filter(({ why }) => why === undefined);
  const others = all.filter(({ why }) => why !== undefined);
  const view: Queue = { at: at.toISOString(), yours, others, more, unreadable };
  return answer(view);
}

/** One request with all that its approver has to know. That it was opened is kept before it is shown. */
async function request(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, asked);
  if (entry === null) return refuse('no such meeting');
  const [stands] = await Promise.all([standing(world, entry, asked), keepOpened(world, entry, asked.caller)]);
  return stands === null ? refuse('no such meeting') : answer(stands);
}

async function answerTo(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, asked);
  if (entry === null) return refuse('no such meeting');
  const said = ApproverSaid.safeParse(asked.request.body);
  if (!said.success) return refuse('words missing');
  const { seen, ...what } = said.data;
  // Whatever comes of the answer, the request is shown with it.
  await keepOpened(world, entry, asked.caller);
  const answered = await world.authorising.answer(entry.reference, asked.caller, what, seen);
  const now = answered.done ? answered.row.entry : answered.entry;
  const stands = now === null ? null : await standing(world, now, asked);
  const view: AnswerTaken = {
    taken: answered.done,
    ...(!answered.done && { why: notTaken[answered.why] }),
    ...(stands && { stands }),
  };
  return answer(view);
}

/** One answer for "is not there" and "is not yours", as everywhere. */
async function readable({ register }: ApiWorld, { caller, request: { params } }: Asked): Promise<Entry | null> {
  const reference = Reference.safeParse(params['reference']);
  if (!reference.success) return null;
  const stored = await register.find(reference.data);
  return stored && requestReader(stored.entry, caller) ? stored.entry : null;
}

async function standing(world: ApiWorld, entry: Entry, { caller }: Asked): Promise<Stands | null> {
  const pending = pendingOf(entry);
  const [busy, covers, log] = await Promise.all([
    pending === null ? known([]) : whoIsBusy(proposed(entry).ask, world.busyTimes),
    coversOf(world, pending?.of ?? []),
    world.register.log(entry.reference),
  ]);
  const besides = askedOfApprovers(proposed(entry), world);
  return standsFor(entry, { caller, now: world.now(), busy, covers, log, besides });
}

/** Neither the host nor an outage of Entra keeps a request from being shown. */
const coversOf = ({ membersOf, report }: ApiWorld, groups: readonly (keyof typeof coverFor)[]) =>
  fact(
    'who covers',
    async () => {
      const covering = [...new Set(groups.map((group) => coverFor[group]))];
      const people = (await Promise.all(covering.map((group) => membersOf(group)))).flat();
      return [...new Set(people.map(({ name }) => name))].slice(0, mostNames);
    },
    report,
  );

const mostNames = 6;
