import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { z } from 'zod';
import { kindWords } from '../cards/words/kinds.ts';
import { Failure } from '../failure.ts';
import type { Fields, Item } from '../graph/lists.ts';
import { type Ask, AskWithoutGuests, childOf, Guest, type Reference, secondAdultOf } from '../meetings/ask.ts';
import type { Decision } from '../policy/decision.ts';
import {
  type Aftercare,
  type Amendment,
  type Authorisation,
  Entry,
  Listed,
  LogEntry,
  moment,
  type Outcome,
  type Stored,
} from './entry.ts';
import { markOf } from './exceptions.ts';
import { surnameOf } from './search.ts';

/** Row ↔ entry, pure. What a list holds was written by us and may have been edited by anybody: it is parsed like any other input. */

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
const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

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

/** @throws Failure `register unreadable`, naming the reference's columns and never what they hold */
export function listedOf({ fields }: Item): Listed {
  return readable(Listed, { ...membersOf(fields), ask: askOf(fields) });
}

/** @throws Failure `register unreadable`, also when row and guests are not the request that was reviewed any more */
export function storedOf(item: Item, guests: readonly Item[]): Stored {
  const hash = item.fields['AskHash'];
  const amendment = amendmentIn(item.fields);
  const entry = readable(Entry, {
    ...membersOf(item.fields),
    ask: { ...askOf(item.fields), guests: guestsIn(guests, hash) },
    amendment: amendment && { ...amendment, ask: { ...amendment.ask, guests: guestsIn(guests, amendment.hash) } },
  });
  if (hash !== askHash(entry.ask)) throw new Failure('register unreadable', 'AskHash');
  if (amendment && entry.amendment && amendment.hash !== askHash(entry.amendment.ask))
    throw new Failure('register unreadable', 'Amendment');
  return { itemId: item.id, eTag: item.eTag, entry };
}

const guestsIn = (guests: readonly Item[], request: unknown): readonly Guest[] =>
  guests
    .filter(({ fields }) => fields['Request'] === request)
    .toSorted((a, b) => Number(a.fields['Number']) - Number(b.fields['Number']))
    .map(guestOf);

function amendmentIn(fields: Item['fields']) {
  const text = jsonOf(fields, 'Amendment');
  return text === undefined ? null : readable(z.looseObject({ ask: z.looseObject({}), hash: z.string() }), text);
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

export const guestOf = ({ fields }: Item): Guest =>
  readable(Guest, {
    name: fields['Name'],
    role: fields['Role'],
    agency: fields['Agency'],
    address: fields['Address'],
    checked: fields['AddressChecked'] ?? undefined,
  });

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

/** @throws Failure `register unreadable` */
export const logEntryOf = ({ fields }: Item): LogEntry =>
  readable(LogEntry, {
    reference: fields['Reference'],
    number: fields['Number'],
    event: fields['Event'],
    by: fields['By'],
    at: instantOf(fields['At']),
    detail: fields['Detail'] ?? '',
    before: fields['Before'],
  });

// Every column that any kind has; the kind's own shape takes those that are its own and needs them.
export function askOf(fields: Item['fields']) {
  const attends = fields['ChildAttends'];
  const confirmed = fields['Confirmed'];
  return {
    kind: fields['Kind'],
    child: { initials: fields['Child'], year: fields['Year'] },
    year: fields['Year'],
    childAttends: attends === yesOrNo(true) || (attends === yesOrNo(false) ? false : undefined),
    purpose: fields['Purpose'],
    place: fields['Place'],
    start: instantOf(fields['Starts']),
    minutes: fields['Minutes'],
    host: { id: fields['HostId'], name: fields['Host'], address: fields['HostAddress'] },
    secondAdult: {
      id: fields['SecondAdultId'],
      name: fields['SecondAdult'],
      address: fields['SecondAdultAddress'],
    },
    colleagues: jsonOf(fields, 'Colleagues') ?? [],
    confirmed: typeof confirmed === 'string' ? confirmed.split(between) : [],
    urgent: fields['Urgent'] ? { reason: fields['Urgent'] } : null,
    recording: recordingOf(fields),
  };
}

// One of the two alone is no recording that anybody asked for: it does not parse.
function recordingOf(fields: Item['fields']) {
  const purpose = fields['RecordingFor'] ?? undefined;
  const deleteOn = fields['RecordingDeleteOn'] ?? undefined;
  return purpose === undefined && deleteOn === undefined ? null : { purpose, deleteOn };
}

function membersOf(fields: Item['fields']) {
  return {
    reference: fields['Reference'],
    status: fields['Status'],
    step: fields['Step'],
    nextCheck: instantOf(fields['NextCheck']) ?? null,
    seal: sealOf(fields),
    decision: jsonOf(fields, 'Decision'),
    authorisation: authorisationIn(fields),
    review: jsonOf(fields, 'Review') ?? null,
    // A row from before there was such a column owes nothing.
    aftercare: {
      ...readable(z.looseObject({}), jsonOf(fields, 'AftercareDetail') ?? {}),
      state: fields['Aftercare'] ?? 'not needed',
    },
    // Of a meeting from before there was such a column nobody has said anything.
    outcome: {
      ...readable(z.looseObject({}), jsonOf(fields, 'OutcomeDetail') ?? {}),
      state: fields['Outcome'] ?? 'not said',
    },
    eventId: fields['EventId'] ?? null,
    meetingId: fields['MeetingId'] ?? null,
    joinUrl: fields['JoinUrl'] ?? null,
    chatThreadId: fields['ChatThreadId'] ?? null,
    stoppedAt: fields['StoppedAt'] ?? null,
    stoppedBy: fields['StoppedBy'] ?? null,
    replaces: fields['Replaces'] ?? null,
    replacedBy: fields['ReplacedBy'] ?? null,
    cover: jsonOf(fields, 'Cover') ?? null,
    provedAt: instantOf(fields['ProvedAt']) ?? null,
    invitedAt: instantOf(fields['InvitedAt']) ?? null,
  };
}

export function sealOf(fields: Item['fields']) {
  const state = fields['Seal'];
  return state === 'sealed' ? { state, at: instantOf(fields['SealedAt']), hash: fields['SealHash'] } : { state };
}

export const authorisationIn = (fields: Item['fields']) => ({
  ...readable(z.looseObject({}), jsonOf(fields, 'AuthorisationDetail') ?? {}),
  state: fields['Authorisation'],
});

/** One spelling of an instant, so that the same moment is the same text. */
export function instantOf(value: unknown): unknown {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return value;
  return new Date(value).toISOString().replace('.000Z', 'Z');
}

export function jsonOf(fields: Item['fields'], column: string): unknown {
  const text = fields[column];
  if (text === undefined || text === null) return undefined;
  try {
    return JSON.parse(readable(z.string(), text));
  } catch (error) {
    throw new Failure('register unreadable', column, { cause: error });
  }
}

/** @throws Failure `register unreadable`, naming the members and never what they hold */
export function readable<T extends z.ZodType>(shape: T, value: unknown): z.infer<T> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new Failure('register unreadable', result.error.issues.map((issue) => issue.path.join('.')).join(', '));
}

/** Those of the items that can be read, and how many cannot. */
export async function readableOf<T>(
  items: readonly Item[],
  read: (item: Item) => T | Promise<T>,
): Promise<{ readonly rows: T[]; readonly unreadable: number }> {
  const all = await Promise.all(items.map((item) => unlessUnreadable(() => read(item))));
  const rows = all.filter((row) => row !== null);
  return { rows, unreadable: all.length - rows.length };
}

/** One row that somebody has edited out of shape must not keep the others from being read. */
export async function unlessUnreadable<T>(read: () => T | Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'register unreadable') return null;
    throw error;
  }
}
