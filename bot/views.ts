import type { FailureKind } from './failure.ts';
import type { Caller } from './identity/caller.ts';
import type { SchoolYear } from './meetings/ask.ts';
import type { Clause, Safeguards } from './policy/decision.ts';
import {
  type Entry,
  events,
  type Listed,
  type LogEntry,
  moment,
  type Status,
  type Step,
  steps,
} from './register/entry.ts';

/**
 * What each reader sees of a meeting, and what they can do with it. Pure. A field a reader may not see is absent from the answer,
 * not blank in it: a page cannot show by mistake what it was never sent. All times are UTC, ISO 8601.
 */

/** In what capacity somebody reads a record; whoever has none does not learn that the record exists. */
export type Reader = 'host' | 'second adult' | 'slt';

/** Whether the reader can do a thing; when not, why not, in words to show beside it. */
export type Ability = { readonly may: true } | { readonly may: false; readonly why: string };

export type Me = { readonly name: string; readonly can: { readonly seeWholeSchool: Ability } };

export type SealView =
  | { readonly state: 'sealed'; readonly readBackAt: string; readonly says: string }
  | { readonly state: 'not yet' | 'not sealed' | 'broken'; readonly says: string };

export type MeetingSummary = {
  readonly reference: string;
  readonly kind: string;
  /** Initials and year, never a name: `AB, Year 4`. */
  readonly child: string;
  readonly start: string;
  readonly end: string;
  readonly host: string;
  readonly secondAdult: string;
  readonly status: Status;
  readonly seal: SealView;
};

/** Whose meetings a list shows: those the reader hosts or is second adult of, or everybody's. */
export const scopes = ['mine', 'all'] as const;
export type Scope = (typeof scopes)[number];

export type MeetingsPage = {
  readonly scope: Scope;
  readonly meetings: readonly MeetingSummary[];
  readonly next: string | null;
};

/** `address` is there for the host and the second adult only. */
export type GuestView = {
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly address?: string;
};

/** `readBack` is what Teams answered when it was last asked, in the same words; `null` while there is no such answer. */
export type SafeguardView = { readonly name: string; readonly asked: string; readonly readBack: string | null };

export type LogView = { readonly at: string; readonly says: string; readonly by: string; readonly detail: string };

export type MeetingDetail = MeetingSummary & {
  readonly purpose: string;
  readonly minutes: number;
  readonly guests: readonly GuestView[];
  readonly statusSays: string;
  /** What stopped it and at which step, in words; `null` when it was not. */
  readonly stopped: string | null;
  readonly safeguards: readonly SafeguardView[];
  readonly clauses: readonly Clause[];
  readonly pack: { readonly id: string; readonly version: string };
  readonly log: readonly LogView[];
  readonly can: {
    readonly join: { readonly may: true; readonly url: string } | { readonly may: false; readonly why: string };
    readonly seeAddresses: Ability;
  };
};

/**
 * Who may open the register at all. A pupil account that has strayed into a staff group is still a pupil.
 * DPO and ICT have no duty that needs a child's meeting, so they come in only as staff, to their own.
 */
export function canEnter(caller: Caller): Ability {
  const comesIn =
    !caller.roles.has('pupil') && (['staff', 'slt', 'dsl'] as const).some((role) => caller.roles.has(role));
  return comesIn ? { may: true } : { may: false, why: 'The register is for staff of the school.' };
}

/** The safeguarding lead is not here: until incidents are kept, being DSL opens no more than one's own meetings. */
export function canSeeWholeSchool(caller: Caller): Ability {
  if (canEnter(caller).may && caller.roles.has('slt')) return { may: true };
  return { may: false, why: 'The whole school’s register is for the senior leadership team.' };
}

/** What somebody is shown who did not say: the most they may see, so that an empty list means an empty register to them. */
export const usualScope = (caller: Caller): Scope => (canSeeWholeSchool(caller).may ? 'all' : 'mine');

/** @returns in what capacity the caller may read this record; their own part in it comes first. `null`: not at all */
export function readerOf(entry: Listed, caller: Caller): Reader | null {
  if (!canEnter(caller).may) return null;
  if (entry.ask.host.id === caller.id) return 'host';
  if (entry.ask.secondAdult.id === caller.id) return 'second adult';
  return canSeeWholeSchool(caller).may ? 'slt' : null;
}

export const me = (caller: Caller): Me => ({ name: caller.name, can: { seeWholeSchool: canSeeWholeSchool(caller) } });

/** One row of the list; the same for every reader. */
export function meetingSummary({ reference, ask, status, ...entry }: Listed): MeetingSummary {
  return {
    reference,
    kind: 'Team Around the Child',
    child: `${ask.child.initials}, ${yearInWords(ask.child.year)}`,
    start: ask.start,
    end: moment(endOf(ask)),
    host: ask.host.name,
    secondAdult: ask.secondAdult.name,
    status,
    seal: sealView(status, entry.seal),
  };
}

/** @param now for what can still be done with the meeting */
export function meetingDetail(
  entry: Entry,
  log: readonly LogEntry[],
  { reader, now }: { reader: Reader; now: Date },
): MeetingDetail {
  const { ask, decision } = entry;
  const summary = meetingSummary(entry);
  return {
    ...summary,
    purpose: ask.purpose,
    minutes: ask.minutes,
    guests: ask.guests.map(({ address, ...guest }) => (reader === 'slt' ? guest : { ...guest, address })),
    statusSays: statusWords[entry.status],
    stopped: stoppedInWords(entry),
    safeguards: safeguardViews(decision.safeguards, summary.seal),
    clauses: decision.because,
    pack: decision.pack,
    log: log.map((line) => logView(line, entry)),
    can: { join: canJoin(entry, reader, now), seeAddresses: canSeeAddresses(reader) },
  };
}

const endOf = ({ start, minutes }: Listed['ask']) => new Date(Date.parse(start) + minutes * 60_000);

function yearInWords(year: SchoolYear): string {
  if (year === 'N') return 'Nursery';
  return year === 'R' ? 'Reception' : `Year ${year}`;
}

function sealView(status: Status, seal: Listed['seal']): SealView {
  // What was sealed once says nothing about a meeting that was called off because it did not stay so.
  if (status === 'called off') return { state: 'broken', says: 'The safeguards did not stay as asked.' };
  if (status === 'not arranged') return { state: 'not sealed', says: 'There is no meeting to seal.' };
  if (seal.state === 'sealed')
    return { state: 'sealed', readBackAt: seal.at, says: 'Every safeguard read back as asked.' };
  return { state: 'not yet', says: 'The safeguards have not been read back yet.' };
}

const statusWords: Record<Status, string> = {
  arranging: 'Being arranged.',
  arranged: 'Sealed first, then sent, then read back again.',
  'not arranged': 'Nobody was invited.',
  'called off': 'The invitations had left already, so the lobby was shut and the meeting cancelled.',
};

/** In the past tense, because a record is read long after: what the host was told in chat is about that moment. */
function stoppedInWords({ status, stoppedAt, stoppedBy }: Entry): string | null {
  if (stoppedAt === null) return null;
  const what = status === 'called off' ? 'It went wrong' : 'It stopped';
  const why = stoppedBy === null ? '' : `: ${failureWords[stoppedBy]}`;
  return `${what} ${stepWords[stoppedAt]}${why}.`;
}

const stepWords: Record<Step, string> = {
  open: 'before anything was done',
  draft: 'while it was put in the calendar',
  seal: 'while its safeguards were being proved',
  invite: 'while the invitations were about to leave',
  confirm: 'while invitations and safeguards were read back',
  remove: 'while its calendar entry was being removed',
  'call off': 'while it was being called off',
  tell: 'while people were being told',
  done: 'at the end',
};

const failureWords: Record<FailureKind, string> = {
  'graph unavailable': 'Microsoft 365 did not answer',
  'graph refused': 'Microsoft 365 would not allow it',
  'graph unreadable': 'Microsoft 365 answered in a way that could not be checked',
  'register unavailable': 'the register did not answer',
  'register changed': 'somebody else changed this entry meanwhile',
  'register unreadable': 'an entry of the register could not be read',
  'no meeting link': 'Teams made a calendar entry without a meeting in it',
  'meeting not found': 'Teams made a meeting and then could not find it',
  'not sealed': 'the safeguards did not read back as asked',
  'not invited': 'Outlook would not keep the invitation',
  'invitation unclear': 'it could not be seen whether the invitations went',
  'not the people asked for': 'the invitation did not read back with exactly the people asked for',
  interrupted: 'the work was interrupted',
  'no longer allowed': 'the school’s policy no longer allowed it',
  'not checked': 'it could not be checked who is staff and who is from outside',
  'memory unavailable': 'the conversation could not be remembered',
};

function logView({ at, event, by, detail }: LogEntry, entry: Entry): LogView {
  return { at, says: events[event], by: nameOf(by, entry), detail: detailInWords(event, detail) };
}

/** The log keeps the register's own words for steps and failures; what stopped a meeting stands above the log in a sentence. */
function detailInWords(event: LogEntry['event'], detail: string): string {
  if (event === 'not arranged' || event === 'called off') return '';
  const step = event === 'picked up' ? steps.find((one) => one === detail) : undefined;
  return step ? `It had stopped ${stepWords[step]}` : detail;
}

function nameOf(by: LogEntry['by'], { ask: { host, secondAdult } }: Entry): string {
  if (by === 'chaperone') return 'Chaperone';
  return [host, secondAdult].find(({ id }) => id === by)?.name ?? 'a colleague';
}

function canJoin({ status, joinUrl, ask }: Entry, reader: Reader, now: Date): MeetingDetail['can']['join'] {
  if (status !== 'arranged' || joinUrl === null) return { may: false, why: 'There is no meeting to join.' };
  if (now >= endOf(ask)) return { may: false, why: 'The meeting is over.' };
  if (reader === 'slt') return { may: false, why: 'Only the host and the second adult join from here.' };
  return { may: true, url: joinUrl };
}

function canSeeAddresses(reader: Reader): Ability {
  if (reader === 'slt') return { may: false, why: 'Only the host and the second adult see guests’ addresses.' };
  return { may: true };
}

/** Every value policy can ask for has its sentence; a new one does not compile without. */
const safeguardWords: {
  readonly [Name in keyof Safeguards]: {
    readonly name: string;
    readonly says: Readonly<Record<`${Safeguards[Name]}`, string>>;
  };
} = {
  lobbyScope: {
    name: 'Lobby',
    says: {
      organizer: 'Everyone but the host and second adult waits to be let in',
      organizationExcludingGuests: 'Everyone from outside the school waits to be let in',
    },
  },
  dialInBypassesLobby: { name: 'Telephone callers', says: { false: 'Wait in the lobby too' } },
  allowedLobbyAdmitters: {
    name: 'Letting people in',
    says: { organizerAndCoOrganizers: 'The host and the second adult only' },
  },
  allowedPresenters: {
    name: 'Presenting',
    says: { organizer: 'The host and the second adult only', roleIsPresenter: 'Named staff only' },
  },
  allowMeetingChat: {
    name: 'Chat',
    says: { enabled: 'On', disabled: 'Off', limited: 'During the meeting only' },
  },
  allowRecording: { name: 'Recording', says: { true: 'Allowed', false: 'Off' } },
  recordAutomatically: { name: 'Recording by itself', says: { false: 'Off' } },
  allowTranscription: { name: 'Transcript', says: { true: 'Allowed', false: 'Off' } },
  allowBreakoutRooms: { name: 'Breakout rooms', says: { true: 'Allowed', false: 'Off' } },
  allowWhiteboard: { name: 'Whiteboard', says: { true: 'Allowed', false: 'Off' } },
  allowLiveShare: { name: 'Live sharing of apps', says: { enabled: 'Allowed', disabled: 'Off' } },
};

function safeguardViews(asked: Safeguards, seal: SealView): SafeguardView[] {
  // Generic, or the compiler forgets which value goes with which sentences.
  const inWords = <Name extends keyof Safeguards>(name: Name, value: Safeguards[Name]): string =>
    safeguardWords[name].says[`${value}`];
  // `Object.keys` forgets what the keys are; they are those of the table above.
  return (Object.keys(safeguardWords) as (keyof Safeguards)[]).map((name) => ({
    name: safeguardWords[name].name,
    asked: inWords(name, asked[name]),
    // A seal exists only when every setting read back equal to the one asked, so the words are the same.
    readBack: seal.state === 'sealed' ? inWords(name, asked[name]) : null,
  }));
}
