import { kindWords } from '../cards/words/kinds.ts';
import { placeWords, yearInWords } from '../cards/words/questions.ts';
import { childOf, guestsOf, secondAdultOf } from '../meetings/ask.ts';
import { type AccessRow, accessEvents } from '../register/access.ts';
import type { Statement } from '../register/agreements.ts';
import type { Entry, LogEntry } from '../register/entry.ts';
import type { GuestPlace } from '../register/finding.ts';
import type { Kept } from '../register/kept.ts';
import { logView, nameOf } from '../views/log-view.ts';
import type { Subject } from './people-search.ts';

/**
 * Everything that is held about somebody in one meeting, row by row of every list, in plain words: what a subject access request is
 * answered from. Who else is named in it is marked, so that a person decides of each whether they may stay (Data Protection Act 2018,
 * Schedule 2, paragraph 16), and free text is kept apart, because nobody but a person can tell whom it is about. Pure.
 */

/** Somebody who is named. `key`: the same person in every meeting of a bundle. */
export type Named = {
  readonly key: string;
  readonly name: string;
  readonly as: 'colleague' | 'guest' | 'child';
  readonly isSubject: boolean;
};

/** A line of the bundle. `says`: words, and whoever is named among them by their key; `text` is what stands there when they may stay. */
export type Piece = {
  readonly label: string;
  /** UTC; absent where it is of no moment. */
  readonly at?: string;
  readonly says: readonly (string | { readonly key: string; readonly text: string })[];
  /** Somebody's own words: to be read, and edited where they tell of others. */
  readonly isFree: boolean;
};

export type BundledMeeting = {
  readonly reference: string;
  readonly title: string;
  readonly start: string;
  readonly named: readonly Named[];
  readonly parts: readonly { readonly title: string; readonly pieces: readonly Piece[] }[];
};

export type HeldRows = {
  readonly entry: Entry;
  readonly guests: readonly GuestPlace[];
  readonly log: readonly LogEntry[];
  readonly kept: readonly Kept[];
  readonly statements: readonly Statement[];
  readonly access: readonly AccessRow[];
};

/** @returns `null` when the meeting says nothing about this person: it is none of their bundle's */
export function bundledMeeting(rows: HeldRows, subject: Subject): BundledMeeting | null {
  const { ask, reference } = rows.entry;
  const known = namedIn(rows, subject);
  if (!known.some(({ isSubject }) => isSubject)) return null;
  const parts = [
    { title: 'The meeting', pieces: meetingPieces(rows.entry) },
    { title: 'Who was asked', pieces: peoplePieces(rows) },
    { title: 'Agreements', pieces: rows.statements.map(statementPiece(rows)) },
    { title: 'Checklist', pieces: rows.kept.flatMap(keptPieces(rows.entry)) },
    { title: 'What happened', pieces: rows.log.map(logPiece(rows.entry)) },
    { title: 'Who looked at it', pieces: rows.access.map(accessPiece) },
  ];
  const title = kindWords[ask.kind].title;
  // Somebody who only acted, an approver perhaps, is named by what they did.
  const keys = new Set(known.map(({ key }) => key));
  const mentions = parts
    .flatMap(({ pieces }) => pieces)
    .flatMap(({ says }) => says.filter((one) => typeof one !== 'string'));
  const acting = mentions
    .filter(({ key }) => !keys.has(key))
    .map(({ key, text }): Named => ({ key, name: text, as: 'colleague', isSubject: isColleague(subject, key) }));
  const named = [...new Map([...known, ...acting].map((one) => [one.key, one])).values()];
  return { reference, title, start: ask.start, named, parts: parts.filter(({ pieces }) => pieces.length > 0) };
}

const colleagueKey = (id: string) => `colleague/${id}`;
const guestKey = (address: string) => `guest/${address}`;
const childKey = (initials: string) => `child/${initials}`;

function namedIn({ entry, guests, access }: HeldRows, subject: Subject): readonly Named[] {
  const { ask } = entry;
  const child = childOf(ask);
  const secondAdult = secondAdultOf(ask);
  const staff = [ask.host, ...(secondAdult ? [secondAdult] : []), ...ask.colleagues, ...access.map(({ by }) => by)];
  const outside = [...guestsOf(ask), ...guests];
  const all: Named[] = [
    ...(child
      ? [
          {
            key: childKey(child.initials),
            name: child.initials,
            as: 'child' as const,
            isSubject: isChild(subject, child),
          },
        ]
      : []),
    ...staff.map(({ id, name }) => ({
      key: colleagueKey(id),
      name,
      as: 'colleague' as const,
      isSubject: isColleague(subject, colleagueKey(id)),
    })),
    ...outside.map(({ name, address }) => ({
      key: guestKey(address),
      name,
      as: 'guest' as const,
      isSubject: subject.is === 'guest' && subject.address === address,
    })),
  ];
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

const isColleague = (subject: Subject, key: string): boolean =>
  subject.is === 'colleague' && colleagueKey(subject.id) === key;

const isChild = (subject: Subject, child: { readonly initials: string; readonly year: string }): boolean =>
  subject.is === 'child' &&
  subject.initials === child.initials &&
  (subject.year === null || subject.year === child.year);

function meetingPieces({ ask, status, authorisation, aftercare, review }: Entry): readonly Piece[] {
  const child = childOf(ask);
  const dismissed = (review?.reasons ?? []).flatMap((reason) => reason.dismissed ?? []);
  return [
    plain('Status', status),
    plain('Held', `${placeWords[ask.place]}, ${String(ask.minutes)} minutes`),
    ...(child
      ? [about('About', { key: childKey(child.initials), text: `${child.initials}, ${yearInWords(child.year)}` })]
      : []),
    free('Purpose', ask.purpose),
    ...(ask.urgent ? [free('Urgent because', ask.urgent.reason)] : []),
    ...(ask.recording ? [free('Recorded for', ask.recording.purpose)] : []),
    ...(ask.confirmed.length > 0 ? [plain('Confirmed by the host', ask.confirmed.join('; '))] : []),
    plain('Authorisation', authorisation.state),
    ...('question' in authorisation ? [free('An approver asked', authorisation.question)] : []),
    ...(authorisation.state === 'refused' ? [free('Refused because', authorisation.reason)] : []),
    ...(aftercare.state === 'reviewed' && aftercare.words !== null
      ? [free('Senior leaders afterwards', aftercare.words)]
      : []),
    ...dismissed.map(({ words }) => free('A reviewer', words)),
  ];
}

function peoplePieces({ entry: { ask }, guests }: HeldRows): readonly Piece[] {
  const colleague = (label: string, { id, name, address }: (typeof ask)['host']) =>
    about(label, { key: colleagueKey(id), text: `${name}, ${address}` });
  const secondAdult = secondAdultOf(ask);
  const rows = new Map(
    guests.map(({ name, role, agency, address }) => [
      `${address}/${name}/${role}/${agency}`,
      { name, role, agency, address },
    ]),
  );
  return [
    colleague('Host', ask.host),
    ...(secondAdult ? [colleague('Second adult', secondAdult)] : []),
    ...ask.colleagues.map((one) => colleague('Colleague', one)),
    ...[...rows.values()].map(({ name, role, agency, address }) =>
      about('From outside', { key: guestKey(address), text: `${name}, ${role}, ${agency}, ${address}` }),
    ),
  ];
}

const statementPiece =
  ({ guests }: HeldRows) =>
  ({ agreement, says, guest, how, on, by, at }: Statement): Piece => {
    const address = guests.find(({ name }) => name === guest.name)?.address;
    return {
      label: `${agreement}: ${says}`,
      at,
      says: [
        { key: address === undefined ? `guest/${guest.name}` : guestKey(address), text: guest.name },
        `, ${how} on ${on}, written down by `,
        { key: colleagueKey(by.id), text: by.name },
      ],
      isFree: false,
    };
  };

const keptPieces =
  (entry: Entry) =>
  ({ asked, answer, by, at }: Kept): readonly Piece[] => [
    { label: asked, at, says: [{ key: colleagueKey(by), text: nameOf(by, entry) }], isFree: false },
    ...(answer === '' || answer === 'yes'
      ? [plain('Answer', answer === '' ? 'taken back' : answer)]
      : [free('Answer', answer)]),
  ];

const logPiece =
  (entry: Entry) =>
  (line: LogEntry): Piece => {
    const { at, says, by, detail } = logView(line, entry);
    const who = line.by === 'chaperone' ? by : { key: colleagueKey(line.by), text: by };
    return { label: says, at, says: [who, ...(detail === '' ? [] : [` (${detail})`])], isFree: false };
  };

const accessPiece = ({ event, by, at }: AccessRow): Piece => ({
  label: accessEvents[event],
  at,
  says: [{ key: colleagueKey(by.id), text: by.name }],
  isFree: false,
});

const plain = (label: string, text: string): Piece => ({ label, says: [text], isFree: false });
const free = (label: string, text: string): Piece => ({ label, says: [text], isFree: true });
const about = (label: string, who: { readonly key: string; readonly text: string }): Piece => ({
  label,
  says: [who],
  isFree: false,
});
