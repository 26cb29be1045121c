import type { BundledMeeting, Named, Piece } from '../../bot/data-protection/bundle.ts';

/** What the data protection officer decides about a bundle, and what it says then. Pure. */

export type Decisions = {
  /** Whose names may stay; whoever is not in here is not decided about. */
  readonly people: Readonly<Record<string, 'keep' | 'take out'>>;
  /** Which meetings go in, and which are left out because showing them would be likely to cause serious harm. */
  readonly meetings: Readonly<Record<string, 'goes in' | 'left out'>>;
  /** Free text as it was edited. */
  readonly texts: Readonly<Record<string, string>>;
};

export const undecided: Decisions = { people: {}, meetings: {}, texts: {} };

/** Where a piece stands: its name among the texts. */
export const pieceId = (reference: string, part: number, piece: number): string =>
  `${reference}/${String(part)}/${String(piece)}`;

/** Everybody who is named besides the person it is about, once. */
export function othersIn(meetings: readonly BundledMeeting[]): readonly Named[] {
  const all = new Map(meetings.flatMap(({ named }) => named).map((one) => [one.key, one]));
  return [...all.values()].filter(({ isSubject }) => !isSubject);
}

/** How much is still to be decided: of people only those in meetings that go in. */
export function leftToDecide(meetings: readonly BundledMeeting[], { people, meetings: said }: Decisions) {
  const going = meetings.filter(({ reference }) => said[reference] !== 'left out');
  return {
    people: othersIn(going).filter(({ key }) => people[key] === undefined).length,
    meetings: meetings.filter(({ reference }) => said[reference] === undefined).length,
  };
}

export type BundleLine = { readonly label: string; readonly at?: string; readonly says: string };
export type BundleRecord = {
  readonly reference: string;
  readonly title: string;
  readonly start: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly BundleLine[] }[];
};
export type Decided = {
  readonly meetings: readonly BundleRecord[];
  readonly leftOut: number;
  readonly peopleTakenOut: number;
  readonly textsEdited: number;
};

/** What goes to the person: whose name may not stay, or was not decided about, is not in it. */
export function decided(meetings: readonly BundledMeeting[], decisions: Decisions, instead: string): Decided {
  const going = meetings.filter(({ reference }) => decisions.meetings[reference] === 'goes in');
  return {
    meetings: going.map((meeting) => recordOf(meeting, decisions, instead)),
    leftOut: meetings.length - going.length,
    peopleTakenOut: othersIn(going).filter(({ key }) => decisions.people[key] !== 'keep').length,
    textsEdited: Object.keys(decisions.texts).filter((id) =>
      going.some(({ reference }) => id.startsWith(`${reference}/`)),
    ).length,
  };
}

function recordOf(
  { reference, title, start, named, parts }: BundledMeeting,
  decisions: Decisions,
  instead: string,
): BundleRecord {
  const mayStay = new Set(
    named.filter(({ key, isSubject }) => isSubject || decisions.people[key] === 'keep').map(({ key }) => key),
  );
  const says = ({ says: some }: Piece) =>
    some.map((one) => (typeof one === 'string' ? one : mayStay.has(one.key) ? one.text : instead)).join('');
  return {
    reference,
    title,
    start,
    parts: parts.map((part, partIndex) => ({
      title: part.title,
      lines: part.pieces.map((piece, index) => ({
        label: piece.label,
        ...(piece.at !== undefined && { at: piece.at }),
        says: decisions.texts[pieceId(reference, partIndex, index)] ?? says(piece),
      })),
    })),
  };
}
