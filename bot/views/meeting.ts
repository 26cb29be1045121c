import { type AftercareView, aftercareView } from '../aftercare/aftercare-view.ts';
import type { AgreementsView } from '../agreeing/agreements-view.ts';
import {
  type AuthorisationView,
  authorisationView,
  type CanAuthorise,
  canAuthorise,
} from '../authorising/authorisation-view.ts';
import { confirmedBy } from '../cards/words/authorisation.ts';
import { kindWords } from '../cards/words/kinds.ts';
import { placeWords, yearInWords } from '../cards/words/questions.ts';
import { recordingInWords } from '../cards/words/recording.ts';
import type { RecordsView } from '../checklist/records-view.ts';
import { canRaiseConcern, logFor } from '../concerns/concern.ts';
import type { Caller } from '../identity/caller.ts';
import type { OnRoll } from '../in-the-meeting/roll.ts';
import { childOf, guestsOf, secondAdultOf } from '../meetings/ask.ts';
import type { Clause } from '../policy/decision.ts';
import { type Entry, type Listed, type LogEntry, moment, type Status } from '../register/entry.ts';
import { exceptionsOf, exceptionWords } from '../register/exceptions.ts';
import type { Line } from '../register/line.ts';
import { type Version, versionOf } from '../register/version.ts';
import { type ReviewView, reviewView } from '../reviewing/review-view.ts';
import { type CoverView, coverView } from '../second-adult/cover-view.ts';
import { type ActsView, actsView } from './acts-view.ts';
import { failureWords, linkUnproved, statusWords, stepWords } from './in-words.ts';
import { type LogView, logView } from './log-view.ts';
import { type OutcomeView, outcomeView } from './outcome-view.ts';
import { type ProposalView, proposalView } from './proposal-view.ts';
import { type Ability, type Reader, runsIt, type Scope } from './rights.ts';
import { type SafeguardView, type SealView, safeguardViews, sealView } from './seal-view.ts';
import { underWayView } from './under-way.ts';

/**
 * What each reader sees of a meeting, and what they can do with it. Pure. A field a reader may not see is absent from the answer,
 * not blank in it: a page cannot show by mistake what it was never sent. All times are UTC, ISO 8601.
 */

export type MeetingSummary = {
  readonly reference: string;
  readonly kind: string;
  /** Initials and year, never a name: `AB, Year 4`; of a class its year. Absent from a kind that is about no pupil. */
  readonly child?: string;
  readonly start: string;
  readonly end: string;
  readonly host: string;
  readonly secondAdult?: string;
  readonly status: Status;
  readonly seal: SealView;
  /** What is out of the ordinary about it, in words; usually nothing. */
  readonly exceptions: readonly string[];
};

export type MeetingsPage = {
  readonly scope: Scope;
  readonly meetings: readonly MeetingSummary[];
  readonly next: string | null;
  /** How far the register has been looked through, UTC; `null`: to its end, or in another order than by when meetings start. */
  readonly lookedTo: string | null;
  /** How many entries of this page are left out because they cannot be read. */
  readonly unreadable: number;
};

/** `address` is there for the host and the second adult only. */
export type GuestView = {
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly address?: string;
};

export type MeetingDetail = MeetingSummary & {
  readonly purpose: string;
  readonly minutes: number;
  readonly guests: readonly GuestView[];
  /** Staff who come besides the host and the second adult. */
  readonly colleagues: readonly string[];
  /** Absent where the kind leaves no choice. */
  readonly childAttends?: boolean;
  /** Absent for a meeting in Teams. */
  readonly place?: string;
  /** Why it could not wait; absent when it could. */
  readonly urgent?: string;
  readonly confirmed: readonly string[];
  /** What it is recorded for, and until when that is kept; absent where nothing is recorded. */
  readonly recording?: string;
  /** Absent when nobody's yes was needed. */
  readonly authorisation?: AuthorisationView;
  /** How the second adult stands; absent from a kind without. */
  readonly secondAdultSays?: CoverView;
  /** Absent when nothing has come up. */
  readonly review?: readonly ReviewView[];
  /** Absent when it was not urgent. */
  readonly aftercare?: AftercareView;
  readonly statusSays: string;
  /** What stopped it and at which step, in words; `null` when it was not. */
  readonly stopped: string | null;
  readonly safeguards: readonly SafeguardView[];
  readonly clauses: readonly Clause[];
  /** Clauses that would have stood in the way, and why they did not. */
  readonly setAside: readonly { readonly why: string; readonly clauses: readonly Clause[] }[];
  readonly packs: readonly { readonly id: string; readonly version: string }[];
  readonly log: readonly LogView[];
  /** What was ticked and answered, by moment; absent for an approver who is not the safeguarding lead. */
  readonly records?: readonly RecordsView[];
  /** Absent for an approver who is not the safeguarding lead, and while nobody has been noted. */
  readonly whoCame?: readonly Omit<OnRoll, 'who'>[];
  /** Absent where nobody comes from outside. */
  readonly agreements?: AgreementsView;
  readonly outcome: OutcomeView;
  /** A change that is asked for and not made yet. */
  readonly proposal?: ProposalView;
  /** What is being done about it just now; absent while nobody works on it. */
  readonly underWay?: string;
  /** The meeting whose place it takes, and the one that took its place. */
  readonly replaces?: string;
  readonly replacedBy?: string;
  /** Every act carries the one it was decided on. */
  readonly version: Version;
  readonly can: ActsView & {
    readonly join: { readonly may: true; readonly url: string } | { readonly may: false; readonly why: string };
    readonly seeAddresses: Ability;
    readonly authorise: CanAuthorise;
    /** Answered by `POST …/concern`. */
    readonly raiseConcern: Ability;
  };
};

/** One row of the list; the same for every reader. */
export function meetingSummary(line: Line): MeetingSummary {
  const { reference, ask, status } = line;
  const secondAdult = secondAdultOf(ask);
  return {
    reference,
    kind: kindWords[ask.kind].title,
    ...pupilsIn(ask),
    start: ask.start,
    end: moment(endOf(ask)),
    host: ask.host.name,
    ...(secondAdult && { secondAdult: secondAdult.name }),
    status,
    seal: sealView(line),
    exceptions: exceptionsOf(line).map((one) => exceptionWords[one]),
  };
}

/** @param now for what can still be done with the meeting */
export function meetingDetail(
  entry: Entry,
  log: readonly LogEntry[],
  { reader, caller, now }: { reader: Reader; caller: Caller; now: Date },
): MeetingDetail {
  const { ask, decision } = entry;
  const summary = meetingSummary(entry);
  return {
    ...summary,
    purpose: ask.purpose,
    minutes: ask.minutes,
    ...askViews(ask),
    guests: guestsOf(ask).map(({ name, role, agency, address }) => ({
      ...{ name, role, agency },
      ...(runsIt(reader) && { address }),
    })),
    statusSays: statusInWords(entry),
    stopped: stoppedInWords(entry),
    ...authorisationView(entry.authorisation),
    ...coverView(entry),
    ...aftercareView(entry, now),
    ...reviewView(entry),
    safeguards: ask.place === 'teams' ? safeguardViews(decision.safeguards, summary.seal) : [],
    clauses: decision.because,
    setAside: decision.setAside.map(({ why, because }) => ({ why: setAsideWords[why], clauses: because })),
    packs: decision.packs,
    log: logFor(log, entry, caller).map((line) => logView(line, entry)),
    outcome: outcomeView(entry),
    ...underWayView(entry),
    ...proposalView(entry),
    ...(entry.replaces !== null && { replaces: entry.replaces }),
    ...(entry.replacedBy !== null && { replacedBy: entry.replacedBy }),
    version: versionOf(entry),
    can: {
      ...actsView(entry, { caller, now }),
      join: canJoin(entry, reader, now),
      seeAddresses: canSeeAddresses(reader),
      authorise: canAuthorise(entry, caller, now),
      raiseConcern: canRaiseConcern(entry, caller),
    },
  };
}

/** An answer may say more than whoever is asked for their yes needs; the safeguarding lead may need it. */
export const seesRecords = (reader: Reader, { roles }: Caller): boolean => reader !== 'approver' || roles.has('dsl');

/** What was asked for besides the people from outside; a member a kind does not have is absent. */
function askViews(ask: Entry['ask']) {
  const { place, urgent } = ask;
  return {
    colleagues: ask.colleagues.map(({ name }) => name),
    ...('childAttends' in ask && { childAttends: ask.childAttends }),
    ...(place !== 'teams' && { place: sentence(placeWords[place]) }),
    ...(urgent && { urgent: urgent.reason }),
    ...(ask.recording && { recording: recordingInWords(ask.recording) }),
    confirmed: confirmedBy(ask).map(sentence),
  };
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const setAsideWords = {
  waiver: 'Waived by the school for now',
  urgent: 'Set aside because it is urgent',
} as const;

function pupilsIn(ask: Line['ask']): { child?: string } {
  if ('year' in ask) return { child: yearInWords(ask.year) };
  const child = childOf(ask);
  return child ? { child: `${child.initials}, ${yearInWords(child.year)}` } : {};
}

const endOf = ({ start, minutes }: Line['ask']) => new Date(Date.parse(start) + minutes * 60_000);

// Whoever ends a meeting must not read that its link is useless where nobody could prove it.
const statusInWords = ({ status, stoppedBy }: Entry): string =>
  (status === 'cancelled' || status === 'moved') && stoppedBy === 'link not retired'
    ? `${status === 'moved' ? 'Another meeting took its place.' : 'Cancelled by the school.'} ${linkUnproved}`
    : statusWords[status];

/** In the past tense, because a record is read long after: what the host was told in chat is about that moment. */
function stoppedInWords({ status, stoppedAt, stoppedBy }: Entry): string | null {
  if (stoppedAt === null) return null;
  const what = status === 'called off' ? 'It went wrong' : 'It stopped';
  const why = stoppedBy === null ? '' : `: ${failureWords[stoppedBy]}`;
  return `${what} ${stepWords[stoppedAt]}${why}.`;
}

export function canJoin(
  { status, joinUrl, ask }: Pick<Listed, 'status' | 'joinUrl' | 'ask'>,
  reader: Reader,
  now: Date,
): MeetingDetail['can']['join'] {
  if ((status !== 'arranged' && status !== 'needs review') || joinUrl === null)
    return { may: false, why: 'There is no meeting to join.' };
  if (now >= endOf(ask)) return { may: false, why: 'The meeting is over.' };
  if (!runsIt(reader)) return { may: false, why: 'Only the host and the second adult join from here.' };
  return { may: true, url: joinUrl };
}

function canSeeAddresses(reader: Reader): Ability {
  if (!runsIt(reader)) return { may: false, why: 'Only the host and the second adult see guests’ addresses.' };
  return { may: true };
}
