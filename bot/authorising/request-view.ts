import { askInWords } from '../cards/ask-in-words.ts';
import { clashInWords, outcomeOf, progress, setAsideInWords, whatItIs } from '../cards/authorisation-card.ts';
import type { Known } from '../cards/view.ts';
import { approverInWords, listInWords } from '../cards/words/approvers.ts';
import { approver, confirmedBy, notTaken } from '../cards/words/authorisation.ts';
import { startInWords } from '../cards/words/dates.ts';
import { queue } from '../cards/words/queue.ts';
import type { Advice } from '../checklist/moments.ts';
import type { Caller } from '../identity/caller.ts';
import { guestsOf, pupilAttends } from '../meetings/ask.ts';
import type { Approver, Clause } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import { type Entry, type LogEntry, proposed } from '../register/entry.ts';
import { askedAt } from '../today/waiting.ts';
import { type MeetingSummary, meetingSummary } from '../views/meeting.ts';
import { type Reader, readerOf } from '../views/rights.ts';
import { coverFor, mayAuthorise, type Pending, pendingOf, remindersBeforeCover } from './authorise.ts';
import { requestHash } from './request-hash.ts';

/** What an approver reads of a request in the tab: the same as on their card in chat. Pure. */

/** One row of the queue. `notes`: what is out of the ordinary, a few words each. */
export type QueueRow = MeetingSummary & {
  readonly askedAt: string;
  readonly purpose: string;
  readonly notes: readonly string[];
  /** Whose yes it waits for. */
  readonly of: string;
  /** Why this reader does not decide; absent where they do. */
  readonly why?: string;
};

export type RequestView = QueueRow & {
  /** Of what is shown here: an answer names it. */
  readonly seen: string;
  /** What a yes leads to. */
  readonly afterYes: readonly string[];
  readonly progress: readonly string[];
  readonly facts: readonly Known[];
  readonly guests: readonly { readonly name: string; readonly role: string; readonly agency: string }[];
  readonly confirmed: readonly string[];
  readonly setAside: readonly string[];
  readonly clauses: readonly Clause[];
  readonly besides: readonly { readonly says: string; readonly clauses: readonly Clause[] }[];
  readonly calendars: string;
  readonly cover: readonly string[];
  /** Whether a question can be put: not while one is with the host. */
  readonly canAsk: boolean;
};

/** How a request stands for this reader: theirs to decide, others', or decided. */
export type Stands =
  | { readonly is: 'yours'; readonly request: RequestView }
  | { readonly is: 'others'; readonly request: RequestView }
  | { readonly is: 'decided'; readonly says: string; readonly next: string; readonly rows: readonly Known[] };

/** In what capacity somebody reads a request; whose yes a change needs reads the meeting it changes. */
export const requestReader = (entry: Entry, caller: Caller): Reader | null =>
  readerOf(entry, caller) ?? readerOf(proposed(entry), caller);

/** @returns the row, for whoever may read it; `null` when it waits no longer */
export function queueRow(entry: Entry, { caller, now }: { caller: Caller; now: Date }): QueueRow | null {
  const pending = pendingOf(entry);
  if (pending === null || requestReader(entry, caller) === null) return null;
  const may = mayAuthorise(entry, caller, now);
  const { ask } = proposed(entry);
  return {
    ...meetingSummary(proposed(entry)),
    askedAt: askedAt(entry),
    purpose: ask.purpose,
    of: inWords(pending.of),
    notes: [
      ...(entry.amendment === null ? [] : [queue.change]),
      ...(ask.urgent === null ? [] : [queue.urgent]),
      ...(pupilAttends(ask) ? [queue.pupil] : []),
      ...(proposed(entry).decision.setAside.length > 0 ? [queue.aside] : []),
      ...ofQuestion(pending, caller),
    ],
    ...(!may.may && { why: notTaken[may.why] }),
  };
}

function ofQuestion(pending: Pending, caller: Caller): readonly string[] {
  if (pending.state === 'wanted') return pending.answered ? [queue.answered] : [];
  return [pending.by.id === caller.id ? queue.question : queue.otherQuestion(pending.by.name)];
}

export type AroundRequest = {
  readonly caller: Caller;
  readonly now: Date;
  readonly busy: Fact<readonly string[]>;
  readonly log: readonly LogEntry[];
  /** Who covers for each group it waits for, by name. */
  readonly covers: Fact<readonly string[]>;
  readonly besides: readonly Advice[];
};

/** @returns `null` for whoever may not read it */
export function standsFor(entry: Entry, around: AroundRequest): Stands | null {
  const { caller, now } = around;
  if (requestReader(entry, caller) === null) return null;
  const pending = pendingOf(entry);
  const row = queueRow(entry, around);
  if (pending === null || row === null) {
    const { title, next, rows } = outcomeOf(entry);
    return { is: 'decided', says: title, next, rows };
  }
  const { decision, ask } = proposed(entry);
  const may = mayAuthorise(entry, caller, now);
  const left = may.may ? pending.of.filter((group) => !may.of.includes(group)) : [];
  const request: RequestView = {
    ...row,
    seen: requestHash(entry),
    afterYes: [...whatItIs(entry), ...(left.length > 0 ? [queue.oneOfTwo(inWords(left))] : [])],
    progress: progress(pending),
    facts: [...askInWords(ask), { label: approver.host, value: ask.host.name }],
    guests: guestsOf(ask).map(({ name, role, agency }) => ({ name, role, agency })),
    confirmed: confirmedBy(ask),
    setAside: setAsideInWords({ decision }),
    clauses: decision.authorisedBecause,
    besides: around.besides.map(({ says, clauses }) => ({ says, clauses })),
    calendars: clashInWords(around.busy),
    cover: coverInWords(entry, pending, around),
    canAsk: pending.state === 'wanted',
  };
  return { is: may.may ? 'yours' : 'others', request };
}

const inWords = (groups: readonly Approver[]): string => listInWords(groups.map((group) => approverInWords[group]));

/** Who is asked as well when those who should answer do not, and since when. */
function coverInWords(entry: Entry, pending: Pending, { caller, log, covers }: AroundRequest): readonly string[] {
  const groups = inWords([...new Set(pending.of.map((group) => coverFor[group]))]);
  const people = covers.known && covers.value.length > 0 ? ` (${listInWords(covers.value)})` : '';
  const who = `${groups}${people}`;
  if (pending.reminded < remindersBeforeCover) return [queue.coverLater(who)];
  const ofThis = entry.amendment?.at ?? '';
  const sent = log.find(
    ({ event, detail }) =>
      event === 'reminded' && detail.startsWith(`number ${String(remindersBeforeCover)}`) && detail.endsWith(ofThis),
  );
  const isCover = !pending.of.some((group) => caller.roles.has(group));
  return [
    ...(isCover ? [queue.asCover(inWords(pending.of))] : []),
    sent ? queue.coverSince(who, `on ${startInWords(sent.at)}`) : queue.coverNow(who),
  ];
}
