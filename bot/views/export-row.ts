import { kindWords } from '../cards/words/kinds.ts';
import { yearInWords } from '../cards/words/questions.ts';
import { childOf, type Guest, secondAdultOf } from '../meetings/ask.ts';
import type { Status } from '../register/entry.ts';
import { exceptionsOf, exceptionWords } from '../register/exceptions.ts';
import type { Row } from '../register/line.ts';
import { type SealView, sealView } from './seal-view.ts';

/**
 * A meeting as it leaves the register in a file. Pure. Guests stand in it by role and agency only, for every reader: a file cannot be
 * taken back, is sent on, and no disposal reaches it, and what it is made for (how many, with whom, sealed when) needs no name. Whoever
 * needs one and may read it opens the meeting.
 */
export type ExportRow = {
  readonly reference: string;
  readonly kind: string;
  /** UTC, ISO 8601. */
  readonly start: string;
  readonly minutes: number;
  /** Of the child; absent from a kind that is about no single child. */
  readonly initials?: string;
  readonly year?: string;
  readonly host: string;
  readonly secondAdult?: string;
  readonly guests: readonly { readonly role: string; readonly agency: string }[];
  readonly status: Status;
  readonly seal: SealView;
  readonly exceptions: readonly string[];
  /** Names of those who said yes; empty where nobody's was needed, or it has not been given. */
  readonly authorisedBy: readonly string[];
};

export type ExportPage = {
  readonly rows: readonly ExportRow[];
  readonly next: string | null;
  /** How many entries of this page are left out because they cannot be read. */
  readonly unreadable: number;
};

/** What was kept before anything is handed out. */
export type ExportBegun = {
  readonly id: string;
  readonly school: string;
  readonly by: string;
  /** UTC. */
  readonly at: string;
  /** UTC; after that nothing is handed out any more. */
  readonly until: string;
};

export function exportRow(row: Row, guests: readonly Guest[]): ExportRow {
  const { reference, ask, status, authorisation } = row;
  const child = childOf(ask);
  const year = child?.year ?? ('year' in ask ? ask.year : null);
  const secondAdult = secondAdultOf(ask);
  return {
    reference,
    kind: kindWords[ask.kind].title,
    start: ask.start,
    minutes: ask.minutes,
    ...(child && { initials: child.initials }),
    ...(year !== null && { year: yearInWords(year) }),
    host: ask.host.name,
    ...(secondAdult && { secondAdult: secondAdult.name }),
    guests: guests.map(({ role, agency }) => ({ role, agency })),
    status,
    seal: sealView(row),
    exceptions: exceptionsOf(row).map((one) => exceptionWords[one]),
    authorisedBy: authorisation.state === 'given' ? authorisation.yes.map(({ by }) => by.name) : [],
  };
}
