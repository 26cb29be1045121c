import type { FoundList } from '../graph/list-state.ts';
import type { Role } from '../identity/caller.ts';
import type { Fact } from '../policy/fact.ts';

/** What the doctor has read, and nothing yet of what it means. What could not be read is unknown, and says why. */

/** Whether Entra lets the app in, and the application permissions that its token carries. */
export type SignIn =
  | { readonly is: 'in'; readonly roles: readonly string[] }
  /** `code`: Entra's own, e.g. `AADSTS7000215`. */
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'not answering' };

/** What the app proves itself with. `notAfter`: ISO 8601, UTC. */
export type Credential =
  | { readonly kind: 'secret' }
  | { readonly kind: 'federated' }
  | { readonly kind: 'certificate'; readonly notAfter: string };

/** Somebody who may arrange meetings, by their object id at Entra, which every command takes and which no marriage changes. */
export type Organiser = {
  readonly id: string;
  readonly name: string;
  /** Which of the two services that a meeting needs their licence gives them. */
  readonly hasTeams: boolean;
  readonly hasMailbox: boolean;
};
/** `more`: there are more than were looked at. */
export type Organisers = { readonly people: readonly Organiser[]; readonly more: boolean };

export type Reach = 'open' | 'refused' | 'not known';
export type Reached = { readonly organiser: Organiser; readonly is: Reach };

/** The app in the organisation's catalogue, by the id the catalogue gave it; versions newest last. */
export type TeamsApp = { readonly id: string; readonly versions: readonly string[] };

export type DoctorFacts = {
  readonly signIn: SignIn;
  readonly credential: Credential;
  readonly organisers: Fact<Organisers>;
  /** Of each organiser, whether the app may look for a meeting of theirs. */
  readonly accessPolicy: Fact<readonly Reached[]>;
  /** Of each organiser, whether the app may open their calendar. */
  readonly calendars: Fact<readonly Reached[]>;
  /** What the mailbox outside of the scope answers; `null` while the settings name none. */
  readonly outside: Fact<'open' | 'refused' | 'no such mailbox'> | null;
  readonly site: Fact<'there' | 'refused' | 'gone'>;
  readonly lists: readonly { readonly name: string; readonly there: Fact<FoundList | 'gone'> }[];
  /** The number of the newest row of each list: numbers only go up, so it has at most so many. */
  readonly rows: Fact<readonly { readonly list: string; readonly newest: number }[]>;
  /** Of a row that was written more than once, how often, and how many versions SharePoint has of it; `null`: there is no such row. */
  readonly versions: Fact<{ readonly writes: number; readonly versions: number } | null>;
  readonly groups: Readonly<Record<Role, Fact<'peopled' | 'empty' | 'gone'>>>;
  /** `null`: the organisation's catalogue does not have it. */
  readonly app: Fact<TeamsApp | null>;
  /** How many seconds this machine's clock is ahead of Microsoft's; negative: behind. */
  readonly clock: Fact<number>;
  /** The status of a request without a token; `null` while the settings name no public address. */
  readonly endpoint: Fact<number> | null;
  readonly storage: 'ok' | 'not answering';
};
