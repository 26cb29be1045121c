import { faults } from '../../cards/words/faults.ts';
import { lineNotes } from '../../cards/words/questions.ts';
import { type Colleague, hidden, type Initials, type Place, type SchoolYear } from '../../meetings/ask.ts';
import type { Fact } from '../../policy/fact.ts';
import type { Kind } from '../../policy/kind.ts';
import type { School } from '../../policy/school.ts';
import type { Heard, Mentioned } from '../conversation.ts';
import { hasChild } from '../plan.ts';
import { initialsOf, yearOf, yearPhrase } from './child.ts';
import { findColleagues } from './colleagues.ts';
import { findKind } from './kind.ts';
import { findLength } from './length.ts';
import { findPlace } from './place.ts';
import { readPurpose, readReason } from './purpose.ts';
import { findRoles } from './roles.ts';
import { readSecondAdult } from './second-adult.ts';
import { plain, readWhen } from './when.ts';

/**
 * Reads one line such as "TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins".
 * Each reader takes its words out of the line and leaves the rest to the next. What nobody could read is dropped, never kept
 * and never repeated, since it may be a name.
 */

export type LineRead = {
  /** What kind it names; `null` when it names none. */
  readonly kind: Kind | null;
  readonly place: Place;
  readonly urgent: boolean;
  /** Why it cannot wait, when an urgent line says so behind "because". */
  readonly reason: string | null;
  readonly initials: Initials | null;
  readonly year: SchoolYear | null;
  readonly purpose: string | null;
  readonly secondAdult: Colleague | null;
  readonly colleagues: readonly Colleague[];
  readonly minutes: number | null;
  readonly heard: Heard;
  readonly mentioned: readonly Mentioned[];
  /** What the person should know about the reading. */
  readonly notes: readonly string[];
};

type Staff = {
  readonly host: Colleague;
  readonly colleagues: Fact<readonly Colleague[]>;
  readonly words: School['words'];
};
type Taken<T> = { readonly value: T; readonly rest: string };

const emptyLine: LineRead = {
  kind: null,
  place: 'teams',
  urgent: false,
  reason: null,
  initials: null,
  year: null,
  purpose: null,
  secondAdult: null,
  colleagues: [],
  minutes: null,
  heard: { known: 'nothing' },
  mentioned: [],
  notes: [],
};

/**
 * @param text as typed, at most a thousand characters
 * @param before the kind that is known already, should the line name none
 * @param now times in the line are read as said then
 */
export function readLine(text: string, staff: Staff, now: Date, before: Kind | null = null): LineRead {
  const line = text.replace(/\s*[\r\n]+\s*/g, ', ').trim();
  if (hidden.test(line)) return { ...emptyLine, notes: [faults.hidden] };
  const named = findKind(line, staff.words);
  const kind = named?.kind ?? before;
  const place = findPlace(named?.rest ?? line);
  const why = findReason(place.rest);
  const length = findLength(why.rest);
  const topic = findPurpose(length?.rest ?? why.rest);
  const staffed = kind === 'staff' ? findColleagues(topic.rest, staff) : null;
  const adult = staffed === null ? findSecondAdult(topic.rest, staff) : { value: nobody, rest: staffed.rest };
  const { roles, rest } = findRoles(adult.rest);
  const child = findChild(rest, kind);
  const when = findWhen(child.rest);
  const time = readWhen(when.value, now);
  const span = length?.length.ok === true ? length.length.value : usable(time.minutes);
  const notes = [
    length?.length.ok === false ? length.length.fault : null,
    why.value !== null && !why.value.ok ? why.value.fault : null,
    topic.value !== null && !topic.value.ok ? topic.value.fault : null,
    adult.value.fault,
    staffed?.fault ?? null,
    time.heard.known === 'unclear' ? lineNotes.timeLater(time.heard.why) : null,
    leftNote(when.rest, child.value.initials !== null || !hasChild(kind)),
  ];
  return {
    kind: named?.kind ?? null,
    place: place.place,
    urgent: urgency.test(line),
    reason: why.value?.ok === true ? why.value.value : null,
    ...child.value,
    purpose: topic.value?.ok === true ? topic.value.value : (named?.purpose ?? null),
    secondAdult: adult.value.colleague,
    colleagues: staffed?.colleagues ?? [],
    minutes: span,
    heard: time.heard,
    mentioned: roles,
    notes: notes.filter((note) => note !== null),
  };
}

/** Only what is urgent says why; anything else behind "because" stays in the line. */
function findReason(text: string): Taken<ReturnType<typeof readReason> | null> {
  const rest = text.replace(urgency, ' ');
  const said = urgency.test(text) ? /\bbecause(?: of)?\s+([^,;.]+)/i.exec(rest) : null;
  if (said?.[1] === undefined) return { value: null, rest };
  return { value: readReason(said[1].charAt(0).toUpperCase() + said[1].slice(1)), rest: rest.replace(said[0], ' , ') };
}

const urgency = /\b(?:urgent(?:ly)?|emergency)\b/i;

const usable = (minutes: number | null): number | null =>
  minutes !== null && minutes >= 15 && minutes <= 180 && minutes % 5 === 0 ? minutes : null;

const dayWord =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?s?|today|tonight|tomorrow|yesterday|weeks?|fortnight|weekend|month|morning|afternoon|evening|noon|midday|lunch\w*|break|period|half[ -]?term|term|christmas|easter|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\d|\bo'?clock\b|\b(?:quarter|half|ten|twenty|five) (?:past|to|[a-z]+)\b|\bafter school\b|\bfirst thing\b/i;

const beforeTime =
  '(?=[,;.]|\\bwith\\b|\\b(?:on|next|this|at)\\s+(?:the\\s+)?(?:\\d|mon|tue|wed|thu|fri|sat|sun)|\\b(?:today|tomorrow)\\b|\\bfor\\s+\\w\\.?\\s?\\w{1,2}\\b\\.?\\s*(?:[,;(]|in\\b|y|r|n|$)|$)';
const purposePhrase = new RegExp(
  `\\b(?:about|regarding|re:?|to (?:discuss|talk about)|to (?=review|plan|agree))(?!\\s+\\d)\\s+(.+?)\\s*${beforeTime}`,
  'i',
);

function findPurpose(text: string): Taken<ReturnType<typeof readPurpose> | null> {
  const found = purposePhrase.exec(text);
  const said = found?.[1] ?? '';
  if (found === null || said === '' || dayWord.test(said)) return { value: null, rest: text };
  return { value: readPurpose(said.charAt(0).toUpperCase() + said.slice(1)), rest: text.replace(found[0], ' , ') };
}

const adultPhrase =
  /\bsecond adult(?:'s| is| will be|:)?\s+([^,;]+?)(?=[,;]|\band\b|\bwith\b|$)|([^,;]+?)\s+as (?:the )?second adult\b/i;

type Found = { readonly colleague: Colleague | null; readonly fault: string | null };
const nobody: Found = { colleague: null, fault: null };

/** By label, or a colleague's whole name anywhere in the line. */
function findSecondAdult(text: string, staff: Staff): Taken<Found> {
  const labelled = adultPhrase.exec(text);
  if (labelled !== null) {
    const said = (labelled[1] ?? labelled[2] ?? '').replace(/^.*\b(?:with|and)\b/i, '');
    const read = readSecondAdult(said, staff);
    const rest = text
      .replace(labelled[0].slice(labelled[0].indexOf(said)), ' , ')
      .replace(/\bsecond adult\b(?: is|:)?/i, ' ');
    return read.found === 'one'
      ? { value: { colleague: read.colleague, fault: null }, rest }
      : { value: { ...nobody, fault: read.found === 'none' ? read.fault : null }, rest };
  }
  const colleagues = staff.colleagues.known ? staff.colleagues.value : [];
  const named = colleagues.filter(
    ({ id, name }) => id !== staff.host.id && text.toLowerCase().includes(name.toLowerCase()),
  );
  const [only, second] = named;
  if (only === undefined || second !== undefined) return { value: nobody, rest: text };
  const at = text.toLowerCase().indexOf(only.name.toLowerCase());
  return {
    value: { colleague: only, fault: null },
    rest: `${text.slice(0, at)} , ${text.slice(at + only.name.length)}`,
  };
}

const year = yearPhrase.source;
// Initials stand beside the year or after "for"; small letters only there, and not when they are a word.
const caps = '[A-Z]{2,3}|[A-Z]\\.\\s?[A-Z]\\.?(?:\\s?[A-Z]\\.?)?';
const small = '(?!(?:in|is|of|me|us|my|at|on|to|up|an|we|he|by|as|it|or|so|no|tac)\\b)[a-z]{2}';

/** Kinds without a child have no initials to look for, and a staff meeting has no year either. */
function findChild(text: string, kind: Kind | null): Taken<{ initials: Initials | null; year: SchoolYear | null }> {
  const inCaps = text.replace(/\b(?:TAC|TAF|AM|PM|UK|GMT|BST|SENCO|DSL|EHCP)\b/g, (word) => word.toLowerCase());
  const yearFound = new RegExp(year, 'i').exec(inCaps);
  const saidYear = yearFound?.[1] ?? yearFound?.[2] ?? null;
  const marked = yearFound === null ? inCaps : inCaps.replace(yearFound[0], ' § ');
  const initialsFound = hasChild(kind) ? initialsIn(marked) : null;
  const initials = initialsFound === null ? null : initialsOf(initialsFound[1] ?? '');
  const rest = (initialsFound === null || initials === null ? marked : marked.replace(initialsFound[0], ' , ')).replace(
    '§',
    ' , ',
  );
  return { value: { initials, year: saidYear === null ? null : yearOf(saidYear) }, rest };
}

const initialsIn = (marked: string): RegExpExecArray | null =>
  new RegExp(`(?<![\\p{L}])(${caps}|${small})\\s*,?\\s*(?:\\(|in\\s+)?(?=\\s*§)`, 'u').exec(marked) ??
  new RegExp(`\\b(?:for|FOR|For)\\s+(${caps}|${small})(?![\\p{L}'])`, 'u').exec(marked) ??
  new RegExp(`(?<![\\p{L}])(${caps})(?![\\p{L}'])`, 'u').exec(marked);

/** Of the pieces between commas, "with", "for" and "and", those that speak of time are one phrase; the others are left. */
function findWhen(text: string): Taken<string> {
  const pieces = text
    .replace(/\bbetween (\S+) and (\S+)/gi, 'between $1 to $2')
    .replace(preamble, ' ')
    .split(/[,;&+]|\.(?=\s|$)|\bwith\b|\bfor\b|\band\b|\bplus\b/i)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const timely = pieces.filter((piece) => dayWord.test(piece)).join(' ');
  const others = pieces.filter((piece) => !dayWord.test(piece));
  const names = [...timely.matchAll(capitalised)].map(([word]) => word).filter((word) => !speaksOfTime(word));
  const phrase = timely.replace(capitalised, (word) => (speaksOfTime(word) ? word : ' '));
  return { value: plain(phrase), rest: [...others, ...names].join(' , ') };
}

const capitalised = /(?<![\p{L}'])\p{Lu}[\p{Ll}'-]+/gu;
const timeWords =
  /^(?:at|on|the|next|this|in|after|before|between|from|around|about|by|until|half|quarter|past|to|first|a|coming|ideally)$/i;
const speaksOfTime = (word: string): boolean => dayWord.test(word) || timeWords.test(word);

const preamble =
  /\b(?:tac|taf|team around the (?:child|family)|t\.a\.c\.|meeting|session|please|can (?:you|we|i)|could (?:you|we|i)|i(?:'d| would) like(?: to)?|i need(?: to)?|arrange|book|schedule|set up|organise|plan|register|write down|log|hello|hi|for me)\b/gi;

const chaff =
  /\b(?:the|a|an|of|in|on|at|is|to|my|our|her|his|their|pupil|child|initials|year|please|thanks|thank you|length|lasting|minutes|it|will|be|who|also|new|begin|start)\b|[^\p{L}]+/giu;

/** Whatever is left may be a name, most of all when no initials were given. */
function leftNote(rest: string, initialsGiven: boolean): string | null {
  if (rest.replace(chaff, '') === '') return null;
  return initialsGiven ? lineNotes.someUnread : faults.fullName;
}
