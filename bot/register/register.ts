import type { ListState } from '../graph/ensure-list.ts';
import type { Address, Guest, PersonId, Reference } from '../meetings/ask.ts';
import type { Kind } from '../policy/kind.ts';
import type { AccessBook } from './access.ts';
import type { Statement } from './agreements.ts';
import type { Authorisation, Entry, EventName, Listed, LogEntry, Status, Stored } from './entry.ts';
import type { Answer, Kept } from './kept.ts';
import type { Some, Which } from './some.ts';

/** Which rows of the register, newest start first unless asked otherwise; every field is an indexed column. */
export type RegisterQuery = {
  /** Only the meetings this person hosts or is second adult of; `null` for the whole school. */
  readonly of: PersonId | null;
  readonly kind: Kind | null;
  readonly status: Status | null;
  /** `wanted`: those that wait for somebody's yes. */
  readonly authorisation: Authorisation['state'] | null;
  /** UTC, ISO 8601; meetings that start at or after, and before. */
  readonly from: string | null;
  readonly to: string | null;
  readonly order: 'newest first' | 'oldest first';
  /** What a page before this one gave as `next`; opaque. */
  readonly cursor: string | null;
};

/** `unreadable`: how many rows of the page are left out because somebody has edited them out of shape. */
export type Page = { readonly rows: readonly Listed[]; readonly next: string | null; readonly unreadable: number };

/** What may be written to a row after it was opened. Its request gives way only to one that stood in its `amendment` before. */
export type Change = Partial<Omit<Entry, 'reference'>>;

/**
 * The school's register. It has two real sides: SharePoint lists through Graph, and whatever holds it next.
 * Every method rejects with a `Failure` of kind `register unavailable`, `register missing`, `register changed` or `register unreadable`, and with nothing else.
 */
export interface Register extends AccessBook {
  /** Writes the row and its guests, and reads them back. Twice is once: an entry of that reference that is there already is answered. */
  open(entry: Entry): Promise<Stored>;
  /** Writes what changed, and first the guests of a request that is new to the row, on condition that nobody wrote since (`register changed` if somebody did), and reads it back. */
  write(stored: Stored, change: Change): Promise<Stored>;
  /** `register unreadable` too when row or guests were edited by hand, so that they are not the request that was opened. */
  find(reference: Reference): Promise<Stored | null>;
  /** Rows whose next check is at or before `now`, oldest first; and the item ids of those among them that cannot be read. */
  due(now: Date): Promise<{ readonly rows: readonly Stored[]; readonly unreadable: readonly string[] }>;
  /** A row that cannot be read fails no page: it is left out and counted. */
  page(query: RegisterQuery): Promise<Page>;
  /** A few rows by one indexed column, earliest start first. @param most 200 at most */
  some(which: Which, most: number): Promise<Some<Listed>>;
  /** The same as whole entries, with guests and a change under way. */
  someWhole(which: Which, most: number): Promise<Some<Entry>>;
  /** Whether each list is there with all its columns; never rejects. */
  lists(): Promise<readonly ListState[]>;
  /** Which of these addresses belong to a meeting people were invited to. */
  /** The agency each of these was last invited with, to another meeting and after this one; the others are left out. */
  laterAgencies(reference: Reference, addresses: readonly Address[]): Promise<ReadonlyMap<Address, string>>;
  metBefore(addresses: readonly Address[]): Promise<ReadonlySet<Address>>;
  /** Professionals from outside who were invited to a meeting of this school, newest first, fifteen at most; never family. */
  addressBook(): Promise<readonly Guest[]>;
  /** Appends to the meeting's log unless this event stands there already, in the same words. */
  note(reference: Reference, event: EventName, by: PersonId | 'chaperone', at: Date, detail?: string): Promise<void>;
  log(reference: Reference): Promise<readonly LogEntry[]>;
  /** Keeps what was answered to lines of the packs, unless a line's newest answer says so already; answers all that is kept then. */
  keep(reference: Reference, answers: readonly Answer[], by: PersonId, at: Date): Promise<readonly Kept[]>;
  /** All that was answered about a meeting, the rows of one line in their order. */
  kept(reference: Reference): Promise<readonly Kept[]>;
  /** The same of several meetings, in one reading. */
  keptOfEach(references: readonly Reference[]): Promise<readonly Kept[]>;
  /** Every statement about the agreements of a meeting's guests, oldest first; `register unreadable` too when one was taken out. */
  agreements(reference: Reference): Promise<readonly Statement[]>;
  /** The same of several meetings, in one reading; each meeting's own oldest first. */
  agreementsOfEach(references: readonly Reference[]): Promise<readonly Statement[]>;
  /** Adds a statement under its number and answers the one that stands there: another's, when that was written first. */
  state(statement: Statement): Promise<Statement>;
}
