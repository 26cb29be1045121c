import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Item } from '../graph/lists.ts';
import { Guest } from '../meetings/ask.ts';
import { Entry, Listed, LogEntry, type Stored } from './entry.ts';
import { askHash, between, yesOrNo } from './rows.ts';

/** What a row stands for, pure. It was written by us (`rows.ts`) and may have been edited by anybody: it is parsed like any other input. */

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

export const guestOf = ({ fields }: Item): Guest =>
  readable(Guest, {
    name: fields['Name'],
    role: fields['Role'],
    agency: fields['Agency'],
    address: fields['Address'],
    checked: fields['AddressChecked'] ?? undefined,
  });

/** Of a guest's row: which meeting, which request of it, and the address to compare others with. Not parsed: they are only looked up by. */
export const referenceIn = ({ fields }: Item): string => String(fields['Reference']);
export const requestIn = ({ fields }: Item): string => String(fields['Request']);
export const addressIn = ({ fields }: Item): string => String(fields['Address']).toLowerCase();

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
