import { z } from 'zod';
import { Failure } from '../failure.ts';
import { equals, type Fields, type Item, type List } from '../graph/lists.ts';
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
  /** 1, 2, 3 … within one meeting. */
  number: z.int().positive(),
  ...answered,
  by: PersonId,
  at: z.iso.datetime(),
});
export type Kept = z.infer<typeof Kept>;

/** How each line stands, those taken back left out. @param until a number: as it was when that row was the newest */
export function standing(kept: readonly Kept[], until = Number.POSITIVE_INFINITY): ReadonlyMap<LineName, Kept> {
  const newest = new Map<LineName, Kept>();
  for (const one of kept.toSorted((a, b) => a.number - b.number)) if (one.number <= until) newest.set(one.line, one);
  return new Map([...newest].filter(([, { answer }]) => answer !== ''));
}

/** The number of the newest row; 0 when there is none. */
export const newestNumber = (kept: readonly Kept[]): number => Math.max(0, ...kept.map(({ number }) => number));

/** @returns all that was answered about a meeting, oldest first. @throws Failure of a `register …` kind */
export async function keptOf(records: List, reference: Reference): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (let token: string | null | undefined; token !== null; ) {
    const from = token === undefined ? '' : `&$skiptoken=${encodeURIComponent(token)}`;
    const page: Awaited<ReturnType<List['query']>> = await records.query(
      `$filter=${equals('Reference', reference)}${from}`,
    );
    all.push(...page.items.map(keptIn));
    token = page.next;
  }
  return all.toSorted((a, b) => a.number - b.number);
}

type Answering = { readonly answers: readonly Answer[]; readonly by: PersonId; readonly at: Date };
const tries = 5;
// A mailbox and a list both answer few calls at once; a checklist is saved by somebody who waits.
const atOnce = 4;

/**
 * Appends the answers that do not stand so already.
 * @returns all that is kept then, oldest first. @throws Failure of a `register …` kind
 */
export async function keep(records: List, reference: Reference, answering: Answering): Promise<readonly Kept[]> {
  let left = answering.answers;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const there = await keptOf(records, reference);
    const stands = standing(there);
    left = left.filter(({ line, answer }) => (stands.get(line)?.answer ?? '') !== answer);
    if (left.length === 0) return there;
    left = await appended(records, rowsOf(left, reference, newestNumber(there), answering));
  }
  throw new Failure('register changed', 'others kept answers again and again');
}

const rowsOf = (left: readonly Answer[], reference: Reference, last: number, { by, at }: Answering): readonly Kept[] =>
  left.map((answer, index) => ({ reference, number: last + index + 1, ...answer, by, at: instant(at) }));

/** @returns those whose number was taken by somebody else's answer meanwhile */
async function appended(records: List, rows: readonly Kept[]): Promise<readonly Kept[]> {
  const missed: Kept[] = [];
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const written = await Promise.all(some.map((row) => records.insert(keyOf(row), fieldsOf(row))));
    missed.push(...some.filter((row, index) => !isSame(row, written[index])));
  }
  return missed;
}

const keyOf = ({ reference, number }: Kept) => ({ column: 'Key', value: `${reference}/${number}` });

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
