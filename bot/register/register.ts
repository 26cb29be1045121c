import type { ListState } from '../graph/list-state.ts';
import type { Address, Guest, PersonId, Reference, SchoolYear } from '../meetings/ask.ts';
import type { Kind } from '../policy/kind.ts';
import type { AccessBook } from './access.ts';
import type { Statement } from './agreements.ts';
import type { Attendance, GuestCame } from './attendance.ts';
import type { Authorisation, Entry, EventName, Listed, LogEntry, Seal, Status, Stored } from './entry.ts';
import type { FindingBook } from './finding.ts';
import type { Answer, Kept } from './kept.ts';
import type { Row } from './line.ts';
import type { OldMeetingsBook } from './old-meetings.ts';
import type { Some, Which } from './some.ts';

/** How a list may stand: by when the meetings start, or by a column, A to Z unless reversed. */
export const orders = [
  'newest first',
  'oldest first',
  'host',
  'host reversed',
  'kind',
  'kind reversed',
  'status',
  'status reversed',
] as const;
export type Order = (typeof orders)[number];

/** Which rows of the register, and in which order: those for which everything holds that is not `null`. */
export type RegisterQuery = {
  /** Only the meetings this person hosts or is second adult of; `null` for the whole school. */
  readonly of: PersonId | null;
  readonly kind: Kind | null;
  readonly status: Status | null;
  readonly seal: Seal['state'] | null;
  /** Only those that are out of the ordinary: see `exceptions.ts`. */
  readonly exceptions: boolean;
  readonly host: PersonId | null;
  /** Somebody from this agency is asked; in any case of letters. */
  readonly agency: string | null;
  /** The child's school year, or that of a class. */
  readonly year: SchoolYear | null;
  /** `wanted`: those that wait for somebody's yes. */
  readonly authorisation: Authorisation['state'] | null;
  /** UTC, ISO 8601; meetings that start at or after, and before. */
  readonly from: string | null;
  readonly to: string | null;
  /** As somebody typed it: see `search.ts` for what it may be. */
  readonly search: string | null;
  readonly order: Order;
  /** How many rows a page has, about: a few more where many start at the same moment, and fewer, also when others follow, where they are rare. */
  readonly most: number;
  /** What a page before this one gave as `next`; opaque. */
  readonly cursor: string | null;
};

/** Every meeting, newest first: what a query begins from. */
export const everything: RegisterQuery = {
  of: null,
  kind: null,
  status: null,
  seal: null,
  exceptions: false,
  host: null,
  agency: null,
  year: null,
  authorisation: null,
  from: null,
  to: null,
  search: null,
  order: 'newest first',
  most: 30,
  cursor: null,
};

export type Page = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  /**
   * How far the register has been looked through, UTC: all there is on this side of it stands on this page or one before.
   * `null` when it has been looked through to its end, and in an order that is not by when meetings start.
   */
  readonly lookedTo: string | null;
  /** How many rows of the page are left out because somebody has edited them out of shape. */
  readonly unreadable: number;
};

/** What may be written to a row after it was opened. Its request gives way only to one that stood in its `amendment` before. */
export type Change = Partial<Omit<Entry, 'reference'>>;

/**
 * The school's register. It has two real sides: SharePoint lists through Graph, and whatever holds it next.
 * Every method rejects with a `Failure` of kind `register unavailable`, `register missing`, `register incomplete`, `register changed` or
 * `register unreadable`, and with nothing else.
 */
export interface Register extends AccessBook, FindingBook, OldMeetingsBook {
  /** Writes the row and its guests, and reads them back. Twice is once: an entry of that reference that is there already is answered. */
  open(entry: Entry): Promise<Stored>;
  /** Writes what changed, and first the guests of a request that is new to the row, on condition that nobody wrote since (`register changed` if somebody did), and reads it back. */
  write(stored: Stored, change: Change): Promise<Stored>;
  /** `register unreadable` too when row or guests were edited by hand, so that they are not the request that was opened. */
  find(reference: Reference): Promise<Stored | null>;
  /** Rows whose next check is at or before `now`, oldest first; and the item ids of those among them that cannot be read. */
  due(now: Date): Promise<{ readonly rows: readonly Stored[]; readonly unreadable: readonly string[] }>;
  /**
   * A row that cannot be read fails no page: it is left out and counted. Rejects with `too many rows` too, in an order that SharePoint
   * refuses for so many, and with `no such page` for a cursor that is none.
   */
  page(query: RegisterQuery): Promise<Page>;
  /** A few rows by one indexed column, earliest start first. @param most 200 at most */
  some(which: Which, most: number): Promise<Some<Listed>>;
  /** The same as whole entries, with guests and a change under way. */
  someWhole(which: Which, most: number): Promise<Some<Entry>>;
  /** Whether each list is there with all its columns; never rejects. */
  lists(): Promise<readonly ListState[]>;
  /** The guests of each of these rows of a page, in their order. */
  guestsOfMany(rows: readonly Pick<Row, 'reference' | 'request'>[]): Promise<ReadonlyMap<Reference, readonly Guest[]>>;
  /** The agencies of those who were asked lately, A to Z; `Family` is one. */
  agencies(): Promise<readonly string[]>;
  /** The agency each of these was last invited with, to another meeting and after this one; the others are left out. */
  laterAgencies(reference: Reference, addresses: readonly Address[]): Promise<ReadonlyMap<Address, string>>;
  /** Which of these addresses belong to a meeting people were invited to. */
  metBefore(addresses: readonly Address[]): Promise<ReadonlySet<Address>>;
  /** Professionals from outside who were invited to a meeting of this school, newest first, fifteen at most; never family. */
  addressBook(): Promise<readonly Guest[]>;
  /**
   * Appends to the meeting's log unless this event stands there already, in the same words.
   * @param isRepeat also when this holds of the log it would be added to: whoever read it before may have been overtaken since
   */
  note(
    reference: Reference,
    event: EventName,
    by: PersonId | 'chaperone',
    at: Date,
    detail?: string,
    isRepeat?: (log: readonly LogEntry[]) => boolean,
  ): Promise<void>;
  log(reference: Reference): Promise<readonly LogEntry[]>;
  /** Keeps what was answered to lines of the packs, unless a line's newest answer says so already; answers all that is kept then. */
  keep(reference: Reference, answers: readonly Answer[], by: PersonId, at: Date): Promise<readonly Kept[]>;
  /** All that was answered about a meeting, the rows of one line in their order. */
  kept(reference: Reference): Promise<readonly Kept[]>;
  /** The same of several meetings, in one reading. */
  keptOfEach(references: readonly Reference[]): Promise<readonly Kept[]>;
  /** The meeting of this chat (`19:meeting_…@thread.v2`); those from before its id was kept are not found. */
  ofChat(chatThreadId: string): Promise<readonly Stored[]>;
  /** Whether each guest came, in the order of the request. */
  attendance(entry: Entry): Promise<readonly Attendance[]>;
  /** Writes what was said of guests, unless it stands so already. */
  noteAttendance(entry: Entry, said: readonly GuestCame[]): Promise<void>;
  /** Every statement about the agreements of a meeting's guests, oldest first; `register unreadable` too when one was taken out. */
  agreements(reference: Reference): Promise<readonly Statement[]>;
  /** The same of several meetings, in one reading; each meeting's own oldest first. */
  agreementsOfEach(references: readonly Reference[]): Promise<readonly Statement[]>;
  /** Adds a statement under its number and answers the one that stands there: another's, when that was written first. */
  state(statement: Statement): Promise<Statement>;
}
