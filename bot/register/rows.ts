import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { kindWords } from '../cards/words/kinds.ts';
import type { Fields } from '../graph/lists.ts';
import { type Ask, AskWithoutGuests, childOf, type Guest, type Reference, secondAdultOf } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
import {
  type Aftercare,
  type Amendment,
  type Authorisation,
  type Entry,
  type LogEntry,
  moment,
  type Outcome,
} from './entry.ts';
import { markOf } from './exceptions.ts';
import { surnameOf } from './search.ts';

/** What the columns of a row hold, pure; `reading.ts` makes of them again what they stand for. */

/**
 * The columns of a Meetings row for what is known of an entry; only what is given is written.
 * @param before the rest of the entry, when what is written is a change of it
 */
export function fieldsOf(entry: Partial<Entry>, before: Partial<Entry> = {}): Fields {
  const { ask, seal, authorisation } = entry;
  return {
    ...(ask && { ...askFields(ask), ...peopleFields(ask), AskHash: askHash(ask) }),
    ...(seal && {
      Seal: seal.state,
      SealedAt: seal.state === 'sealed' ? seal.at : null,
      SealHash: seal.state === 'sealed' ? seal.hash : null,
    }),
    ...(entry.decision && decisionFields(entry.decision)),
    ...markFields(entry, { ...before, ...entry }),
    ...(authorisation && authorisationFields(authorisation)),
    ...(entry.review !== undefined && { Review: entry.review && JSON.stringify(entry.review) }),
    ...(entry.aftercare && aftercareFields(entry.aftercare)),
    ...(entry.outcome && outcomeFields(entry.outcome)),
    ...(entry.amendment !== undefined && { Amendment: amendmentText(entry.amendment) }),
    ...(entry.cover !== undefined && { Cover: entry.cover && JSON.stringify(entry.cover) }),
    ...given(entry, {
      status: 'Status',
      step: 'Step',
      nextCheck: 'NextCheck',
      stoppedAt: 'StoppedAt',
      stoppedBy: 'StoppedBy',
    }),
    ...given(entry, { provedAt: 'ProvedAt', invitedAt: 'InvitedAt' }),
    ...given(entry, { eventId: 'EventId', meetingId: 'MeetingId', joinUrl: 'JoinUrl', chatThreadId: 'ChatThreadId' }),
    ...given(entry, { replaces: 'Replaces', replacedBy: 'ReplacedBy' }),
  };
}

/** What a list shows of a decision stands beside it: the decision itself is long. */
function decisionFields(decision: Decision): Fields {
  const setAside = [...new Set(decision.setAside.map(({ why }) => why))];
  return {
    Decision: JSON.stringify(decision),
    AuthorisedBy: decision.authorisedBy.length > 0 ? decision.authorisedBy.join(between) : null,
    SetAside: setAside.length > 0 ? setAside.join(between) : null,
  };
}

function markFields(change: Partial<Entry>, { ask, status, decision }: Partial<Entry>): Fields {
  if (!ask || !status || !decision || !(change.ask || change.status || change.decision)) return {};
  return { Exceptions: markOf({ ask, status, decision }) };
}

// What a kind has none of stays empty, so that a column means the same in every row.
function askFields(ask: Ask): Fields {
  const child = childOf(ask);
  return {
    Title: kindWords[ask.kind].title,
    Kind: ask.kind,
    Child: child?.initials ?? null,
    Year: child?.year ?? ('year' in ask ? ask.year : null),
    ChildAttends: 'childAttends' in ask ? yesOrNo(ask.childAttends) : null,
    Purpose: ask.purpose,
    Place: ask.place,
    Starts: ask.start,
    Minutes: ask.minutes,
    Confirmed: ask.confirmed.length > 0 ? ask.confirmed.join(between) : null,
    Urgent: ask.urgent?.reason ?? null,
    RecordingFor: ask.recording?.purpose ?? null,
    RecordingDeleteOn: ask.recording?.deleteOn ?? null,
  };
}

function peopleFields(ask: Ask): Fields {
  const { host, colleagues } = ask;
  const secondAdult = secondAdultOf(ask);
  return {
    Host: host.name,
    HostSurname: surnameOf(host.name),
    HostId: host.id,
    HostAddress: host.address,
    SecondAdult: secondAdult?.name ?? null,
    SecondAdultId: secondAdult?.id ?? null,
    SecondAdultAddress: secondAdult?.address ?? null,
    Colleagues: colleagues.length > 0 ? JSON.stringify(colleagues) : null,
  };
}

function authorisationFields({ state, ...detail }: Authorisation): Fields {
  return { Authorisation: state, AuthorisationDetail: state === 'not needed' ? null : JSON.stringify(detail) };
}

function aftercareFields({ state, ...detail }: Aftercare): Fields {
  return { Aftercare: state, AftercareDetail: state === 'not needed' ? null : JSON.stringify(detail) };
}

function outcomeFields({ state, ...detail }: Outcome): Fields {
  return { Outcome: state, OutcomeDetail: state === 'not said' ? null : JSON.stringify(detail) };
}

/** The guests stand in their own list, under the hash of this request. */
function amendmentText(amendment: Amendment | null): string | null {
  if (amendment === null) return null;
  return JSON.stringify({ ...amendment, ask: AskWithoutGuests.parse(amendment.ask), hash: askHash(amendment.ask) });
}

/**
 * SHA-256 over a request as it was reviewed, guests included, hex. A row that is read later must still give it, so that nobody is
 * invited who was put into a list by hand meanwhile, and nobody who was taken out is missed. It guards against hands that edit, not
 * against one that works out the hash as well.
 */
export function askHash({ recording, ...ask }: Ask): string {
  // Rows from before recordings could be asked for have a hash without one.
  const kept = { ...ask, start: moment(new Date(ask.start)), ...(recording && { recording }) };
  return createHash('sha256').update(stringify(kept)).digest('hex');
}

/** Between the words of a column that holds several. */
export const between = '; ';
export const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

function given<
  K extends
    | 'status'
    | 'step'
    | 'nextCheck'
    | 'stoppedAt'
    | 'stoppedBy'
    | 'eventId'
    | 'meetingId'
    | 'joinUrl'
    | 'chatThreadId'
    | 'replaces'
    | 'replacedBy'
    | 'provedAt'
    | 'invitedAt',
>(entry: Partial<Entry>, columns: Record<K, string>): Fields {
  const fields: Record<string, string | null> = {};
  for (const [member, column] of Object.entries<string>(columns)) {
    // Object.entries forgets that the keys are K.
    const value = entry[member as K];
    if (value !== undefined) fields[column] = value;
  }
  return fields;
}

/** @param of which request of which meeting, and which of its guests, counted from 1 */
type Of = {
  readonly reference: Reference;
  readonly request: string;
  readonly number: number;
  /** When they were asked for, and when the meeting starts; UTC. */
  readonly at: string;
  readonly starts: string;
};

export function guestFields(guest: Guest, of: Of): Fields {
  return {
    Title: guest.role,
    Reference: of.reference,
    Request: of.request,
    Number: of.number,
    Name: guest.name,
    Surname: surnameOf(guest.name),
    Role: guest.role,
    Agency: guest.agency,
    Address: guest.address,
    AddressChecked: guest.checked ?? null,
    Asked: moment(new Date(of.at)),
    Starts: moment(new Date(of.starts)),
  };
}

export function logFields(entry: LogEntry): Fields {
  return {
    Title: entry.event,
    Reference: entry.reference,
    Number: entry.number,
    Event: entry.event,
    By: entry.by,
    At: entry.at,
    Detail: entry.detail === '' ? null : entry.detail,
    Before: entry.before,
  };
}
