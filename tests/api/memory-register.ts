import type { ListState } from '../../bot/graph/list-state.ts';
import { guestsOf, type Reference, secondAdultOf } from '../../bot/meetings/ask.ts';
import type { AccessRow } from '../../bot/register/access.ts';
import type { Statement } from '../../bot/register/agreements.ts';
import type { Entry, LogEntry, Stored } from '../../bot/register/entry.ts';
import type { Kept } from '../../bot/register/kept.ts';
import type { Register, RegisterQuery } from '../../bot/register/register.ts';
import type { Some, Which } from '../../bot/register/some.ts';
import { memoryAccess } from './memory-access.ts';
import { memoryFinding } from './memory-finding.ts';
import { memoryNotes } from './memory-notes.ts';
import { memoryOldMeetings } from './memory-old-meetings.ts';
import { pageOf } from './memory-page.ts';

export type MemoryRegister = Register & {
  /** Every query that reached the register, in order. */
  readonly asked: RegisterQuery[];
  /** How many rows each page leaves out from now on. */
  unreadable: number;
  /** What was answered about every meeting, from now on. */
  answers: readonly Kept[];
  /** Who looked at what, as it was kept. */
  readonly accesses: readonly AccessRow[];
  /** How its lists stand, from now on. */
  listStates: readonly ListState[];
  /** From now on every reading rejects with this, until it is `null` again. */
  failWith(fault: Error | null): void;
  /** Lets so many pages be read in all, and rejects from then on. */
  failAfter(pages: number, fault: Error): void;
};

/** A register whose rows are only read, for asking what the door lets through. It pages by two, so that a few rows make several pages. */
export function memoryRegister(
  first: readonly Entry[],
  logs: readonly LogEntry[] = [],
  statements: readonly Statement[] = [],
): MemoryRegister {
  const entries = [...first];
  const asked: RegisterQuery[] = [];
  let fault: Error | null = null;
  let later: { readonly pages: number; readonly fault: Error } | null = null;
  const reading = <T>(answer: () => T): Promise<T> => (fault ? Promise.reject(fault) : Promise.resolve(answer()));
  const neverWritten = () => Promise.reject(new Error('the tab’s door never writes'));
  const stored = (entry: Entry): Stored => ({ itemId: entry.reference, eTag: '"1"', entry });
  const register: MemoryRegister = {
    asked,
    unreadable: 0,
    answers: [],
    listStates: [],
    failWith: (next) => {
      fault = next;
    },
    failAfter: (pages, next) => {
      later = { pages, fault: next };
    },
    page: (query) => {
      asked.push(query);
      if (later && asked.length > later.pages) [fault, later] = [later.fault, null];
      return reading(() => ({ ...pageOf(entries, query), unreadable: register.unreadable }));
    },
    find: (reference: Reference) =>
      reading(() => {
        const entry = entries.find((each) => each.reference === reference);
        return entry ? stored(entry) : null;
      }),
    some: (which, most) => reading(() => someOf(entries, which, most)),
    someWhole: (which, most) => reading(() => someOf(entries, which, most)),
    lists: () => Promise.resolve(register.listStates),
    keptOfEach: () => reading(() => register.answers),
    agreementsOfEach: (references) =>
      reading(() => statements.filter(({ reference }) => references.includes(reference))),
    due: () => reading(() => ({ rows: [], unreadable: [] })),
    addressBook: () => reading(() => []),
    laterAgencies: () => reading(() => new Map()),
    metBefore: () => reading(() => new Set()),
    agreements: (reference) => reading(() => statements.filter((one) => one.reference === reference)),
    state: neverWritten,
    open: neverWritten,
    write: neverWritten,
    guestsOfMany: (rows) =>
      reading(
        () =>
          new Map(
            entries
              .filter(({ reference }) => rows.some((row) => row.reference === reference))
              .map(({ reference, ask }) => [reference, guestsOf(ask)]),
          ),
      ),
    agencies: () =>
      reading(() => [...new Set(entries.flatMap(({ ask }) => guestsOf(ask).map(({ agency }) => agency)))].toSorted()),
    kept: () => reading(() => register.answers),
    ...memoryNotes({ entries, logs, answers: () => register, reading }),
    ...memoryAccess(() => fault),
    ...memoryFinding(entries, statements),
    ...memoryOldMeetings(entries),
  };
  return register;
}

function someOf(entries: readonly Entry[], which: Which, most: number): Some<Entry> {
  const matching = entries.filter(isAmong(which)).sort((a, b) => a.ask.start.localeCompare(b.ask.start));
  return { rows: matching.slice(0, most), more: matching.length > most, unreadable: 0 };
}

const isAmong =
  (which: Which) =>
  ({ ask, status, authorisation, aftercare, nextCheck }: Entry): boolean => {
    switch (which.by) {
      case 'start': {
        const theirs = which.of === null || ask.host.id === which.of || secondAdultOf(ask)?.id === which.of;
        return theirs && ask.start >= which.from && ask.start < which.to;
      }
      case 'status':
        return status === which.status && ask.start >= which.from;
      case 'pending':
        return ['wanted', 'asked back'].includes(authorisation.state) && ask.start >= which.from;
      case 'aftercare due':
        return aftercare.state === 'due';
      case 'next check':
        return nextCheck !== null && nextCheck < which.before;
    }
  };
