import { standings } from '../agreeing/ledger.ts';
import { approverInWords, listInWords } from '../cards/words/approvers.ts';
import { whys } from '../cards/words/reviewing.ts';
import { mine as words } from '../cards/words/today.ts';
import { openIn } from '../checklist/meeting-checklist.ts';
import { type Checklist, startMoment } from '../checklist/moments.ts';
import type { Caller } from '../identity/caller.ts';
import { secondAdultOf } from '../meetings/ask.ts';
import type { Fact } from '../policy/fact.ts';
import type { Statement } from '../register/agreements.ts';
import { type Entry, isOver, type Listed, stands } from '../register/entry.ts';
import { type Kept, standing } from '../register/kept.ts';
import type { Some } from '../register/some.ts';
import { openReasons } from '../reviewing/reasons.ts';
import { coverOf } from '../second-adult/next-move.ts';
import { canJoin, type MeetingSummary, meetingSummary } from '../views/meeting.ts';
import { readerOf, runsIt } from '../views/rights.ts';

/** Somebody's own next meetings, and what each still lacks. Pure. */

/** `missing`: a sentence each. `join`: from shortly before the start until the end. */
export type MineRow = MeetingSummary & {
  readonly as: 'host' | 'second adult';
  readonly missing: readonly string[];
  readonly join?: string;
};
export type MineView = {
  readonly meetings: readonly MineRow[];
  readonly more: boolean;
  readonly unreadable: number;
  /** Of the last days: nobody has said yet whether they took place. */
  readonly unsaid: readonly MeetingSummary[];
};

export const mostMeetings = 20;
export const daysAhead = 7;
export const daysBack = 7;

export type MineFacts = {
  readonly next: Some<Entry>;
  /** Those of the last days. */
  readonly before: Some<Listed>;
  /** Of all of them together. */
  readonly kept: Fact<readonly Kept[]>;
  readonly statements: Fact<readonly Statement[]>;
  readonly checklistOf: (entry: Entry) => Checklist;
};

const day = 24 * 3_600_000;

export function mineView(
  facts: MineFacts,
  { caller, now }: { caller: Caller; now: Date },
): MineView & { presses: boolean } {
  const { rows, more, unreadable } = facts.next;
  const own = rows.filter((entry) => isToBeShown(entry, now)).flatMap((entry) => rowOf(entry, facts, { caller, now }));
  const soon = ({ start }: MineRow) => Date.parse(start) - now.getTime() < day;
  return {
    presses: own.some((row) => row.join !== undefined || (soon(row) && row.missing.length > 0)),
    meetings: own.slice(0, mostMeetings),
    more: more || own.length > mostMeetings,
    unreadable,
    unsaid: facts.before.rows.filter((row) => isUnsaid(row, { caller, now })).map(meetingSummary),
  };
}

/** It was to take place and is over, and nobody has said that it did or did not. */
function isUnsaid(row: Listed, { caller, now }: { caller: Caller; now: Date }): boolean {
  const reader = readerOf(row, caller);
  const wasToBe = stands(row) || row.status === 'held elsewhere';
  const isPast = Date.parse(row.ask.start) + row.ask.minutes * 60_000 <= now.getTime();
  return row.outcome.state === 'not said' && wasToBe && isPast && reader !== null && runsIt(reader);
}

/** What came to nothing is done with, unless people were told to come to it. */
const isToBeShown = ({ status, ask }: Entry, now: Date): boolean =>
  (!isOver[status] || status === 'called off') && Date.parse(ask.start) + ask.minutes * 60_000 > now.getTime();

function rowOf(entry: Entry, facts: MineFacts, { caller, now }: { caller: Caller; now: Date }): readonly MineRow[] {
  const reader = readerOf(entry, caller);
  if (reader === null || !runsIt(reader)) return [];
  const as = reader === 'host' ? 'host' : 'second adult';
  const join = canJoin(entry, reader, now);
  const isNear = startMoment(entry) <= now.getTime();
  return [
    {
      ...meetingSummary(entry),
      as,
      missing: [...ofStatus(entry, as), ...ofCover(entry, as), ...ofPapers(entry, facts)],
      ...(join.may && isNear && { join: join.url }),
    },
  ];
}

function ofStatus(entry: Entry, as: MineRow['as']): readonly string[] {
  const { status, authorisation } = entry;
  const pending = authorisation.state === 'wanted' || authorisation.state === 'asked back';
  const yes = !pending
    ? []
    : authorisation.state === 'asked back'
      ? [(as === 'host' ? words.question : words.questionToHost)(authorisation.by.name)]
      : [words.waits(listInWords(authorisation.of.map((group) => approverInWords[group])))];
  switch (status) {
    case 'waiting':
      return yes;
    case 'needs review':
      return [...new Set(openReasons(entry).map(({ why }) => whys[why])), ...yes];
    case 'arranging':
      return [words.arranging];
    case 'on hold':
      return [words.onHold];
    case 'called off':
      return [words.calledOff];
    case 'arranged':
    case 'held elsewhere':
    case 'not arranged':
    case 'refused':
    case 'moved':
    case 'cancelled':
      return [];
  }
}

function ofCover(entry: Entry, as: MineRow['as']): readonly string[] {
  const adult = secondAdultOf(entry.ask);
  if (adult === null || !stands(entry) || entry.ask.place !== 'teams') return [];
  const says = coverOf(entry)?.state.is ?? 'not asked';
  const isMe = as === 'second adult';
  switch (says) {
    case 'accepted':
      return [];
    case 'declined':
      return [isMe ? words.youCannot : words.cannotCome(adult.name)];
    case 'asked':
      return [isMe ? words.youAnswer : words.notAnswered(adult.name)];
    case 'being asked':
    case 'not asked':
      return [isMe ? words.youAnswer : words.notAsked(adult.name)];
  }
}

/** What is to be ticked and written down before it starts. */
function ofPapers(entry: Entry, { kept, statements, checklistOf }: MineFacts): readonly string[] {
  if (!stands(entry)) return [];
  const { reference } = entry;
  const lines = kept.known
    ? openLines(
        checklistOf(entry),
        kept.value.filter((one) => one.reference === reference),
      )
    : 0;
  const all = statements.known
    ? standings(
        entry,
        statements.value.filter((one) => one.reference === reference),
      )
    : [];
  const open = all.filter(({ agreed }) => agreed['take part']?.says !== 'given').length;
  return [
    ...(kept.known ? [] : [words.linesUnknown]),
    ...(lines === 0 ? [] : [words.lines(lines)]),
    ...(statements.known ? [] : [words.agreementsUnknown]),
    ...(open === 0 ? [] : [words.agreements(open, all.length)]),
  ];
}

function openLines(lists: Checklist, kept: readonly Kept[]): number {
  const { arranging, before } = openIn(lists, standing(kept));
  return arranging + before;
}
