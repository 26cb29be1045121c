import { z } from 'zod';
import { Failure } from '../failure.ts';
import { inChunks, oneOf, pages, referencesAtOnce } from '../graph/list-query.ts';
import type { Fields, Item, List } from '../graph/lists.ts';
import { PersonId, Purpose, Reference } from '../meetings/ask.ts';
import { moment as instant } from './entry.ts';

/**
 * What was answered to a line of the packs: a row an answer, and rows are only ever added. The newest row of a line counts, so that
 * an answer can be set right and what it was before stays readable.
 */

/** `pack/id` of a tick or a prompt. */
export const LineName = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  .brand<'LineName'>();
export type LineName = z.infer<typeof LineName>;

/** The moments of a single meeting, in their order. */
export const meetingMoments = ['arranging', 'before', 'start', 'during', 'after'] as const;
export type MeetingMoment = (typeof meetingMoments)[number];

const answered = {
  line: LineName,
  moment: z.enum(meetingMoments),
  /** What was asked, as it was shown: packs change, and a record must be readable without them. */
  asked: z.string().min(1).max(500),
  /** `yes` to a tick; a day is `2026-12-01` and a time `15:15`, both London's. Empty: taken back. */
  answer: z.union([z.literal(''), Purpose]),
};
export type Answer = z.infer<z.ZodObject<typeof answered>>;

export const Kept = z.object({
  reference: Reference,
  /** 1, 2, 3 … within one line of one meeting: who answers different lines at once is not in each other’s way. */
  number: z.int().positive(),
  ...answered,
  by: PersonId,
  at: z.iso.datetime(),
});
export type Kept = z.infer<typeof Kept>;

/** How each line stands, those taken back left out. */
export const standing = (kept: readonly Kept[]): ReadonlyMap<LineName, Kept> =>
  new Map([...newestOf(kept)].filter(([, { answer }]) => answer !== ''));

/** Which row of each line somebody has seen, by its number; a line without one was not answered then. */
export type Seen = ReadonlyMap<LineName, number>;

/** How the lines stood for somebody who had seen these rows. */
export const stoodAt = (kept: readonly Kept[], seen: Seen): ReadonlyMap<LineName, Kept> =>
  standing(kept.filter(({ line, number }) => seen.get(line) === number));

export const seenIn = (kept: readonly Kept[]): Seen =>
  new Map([...newestOf(kept)].map(([line, { number }]) => [line, number]));

function newestOf(kept: readonly Kept[]): ReadonlyMap<LineName, Kept> {
  const newest = new Map<LineName, Kept>();
  for (const one of kept) if (one.number > (newest.get(one.line)?.number ?? 0)) newest.set(one.line, one);
  return newest;
}

/** @returns all that was answered about these meetings, in the order of their numbers. @throws Failure of a `register …` kind */
export async function keptOf(records: List, references: readonly Reference[]): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (const some of inChunks(references, referencesAtOnce))
    for await (const items of pages(records, oneOf('Reference', some))) all.push(...items.map(keptIn));
  return all.toSorted((a, b) => a.number - b.number);
}

type Answering = { readonly answers: readonly Answer[]; readonly by: PersonId; readonly at: Date };
const tries = 5;
// A mailbox and a list both answer few calls at once; a checklist is saved by somebody who waits.
const atOnce = 4;

/**
 * Appends the answers that do not stand so already.
 * @returns all that is kept then, in the order of their numbers. @throws Failure of a `register …` kind
 */
export async function keep(records: List, reference: Reference, answering: Answering): Promise<readonly Kept[]> {
  let left = answering.answers;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const there = await keptOf(records, [reference]);
    const stands = standing(there);
    left = left.filter(({ line, answer }) => (stands.get(line)?.answer ?? '') !== answer);
    if (left.length === 0) return there;
    left = await appended(records, rowsOf(left, there, { reference, ...answering }));
  }
  throw new Failure('register changed', 'others kept answers again and again');
}

function rowsOf(
  left: readonly Answer[],
  there: readonly Kept[],
  { reference, by, at }: Answering & { readonly reference: Reference },
): readonly Kept[] {
  const newest = newestOf(there);
  return left.map(({ line, moment, asked, answer }) => {
    const number = (newest.get(line)?.number ?? 0) + 1;
    return { reference, number, line, moment, asked, answer, by, at: instant(at) };
  });
}

/** @returns those that somebody else has answered otherwise meanwhile */
async function appended(records: List, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const missed: Kept[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const written = await Promise.all(some.map((row) => records.insert(keyOf(row), fieldsOf(row))));
    missed.push(...some.filter((row, index) => !isSame(row, written[index])));
  }
  return missed;
}

const keyOf = ({ reference, line, number }: Kept) => ({ column: 'Key', value: `${reference}/${line}/${number}` });

// The same answer by the same person is a second tap, whenever it came.
function isSame(row: Kept, item: Item | undefined): boolean {
  if (item === undefined) return false;
  const { line, answer, by } = keptIn(item);
  return line === row.line && answer === row.answer && by === row.by;
}

const fieldsOf = ({ reference, number, line, moment, asked, answer, by, at }: Kept): Fields => ({
  Title: line,
  Reference: reference,
  Number: number,
  Line: line,
  Moment: moment,
  Asked: asked,
  Answer: answer === '' ? null : answer,
  By: by,
  At: at,
});

function keptIn({ fields }: Item): Kept {
  const at = fields['At'];
  const read = Kept.safeParse({
    reference: fields['Reference'],
    number: fields['Number'],
    line: fields['Line'],
    moment: fields['Moment'],
    asked: fields['Asked'],
    answer: fields['Answer'] ?? '',
    by: fields['By'],
    at: typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? instant(new Date(at)) : at,
  });
  if (read.success) return read.data;
  throw new Failure('register unreadable', read.error.issues.map((issue) => issue.path.join('.')).join(', '));
}
