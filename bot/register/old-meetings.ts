import { z } from 'zod';
import { Failure } from '../failure.ts';
import { inChunks, oneOf, referencesAtOnce } from '../graph/list-query.ts';
import { compare, equals, type Item, type List } from '../graph/lists.ts';
import { Minutes, Reference, SchoolYear } from '../meetings/ask.ts';
import type { Kind } from '../policy/kind.ts';
import { kinds } from '../policy/kind.ts';
import { statuses } from './entry.ts';
import { instantOf, readable } from './reading.ts';

/** Meetings whose time is over, and how they leave the register: row by row of every list, their own last. */

/** What of a meeting's row says whether it may go. */
export const OldMeeting = z.object({
  reference: Reference,
  kind: z.enum(kinds),
  start: z.iso.datetime(),
  minutes: Minutes,
  /** The pupil's year group, where the kind has one. */
  year: SchoolYear.nullable(),
  status: z.enum(statuses),
  /** A step, a check or a change of it is not done yet. */
  underWay: z.boolean(),
  reviewOpen: z.boolean(),
  aftercareDue: z.boolean(),
  recordingDeleteOn: z.iso.date().nullable(),
  /** Which disposal has begun to take it away; `null`: none. */
  disposal: z.string().nullable(),
});
export type OldMeeting = z.infer<typeof OldMeeting>;

/** `unreadable`: how many rows cannot be judged, because somebody has edited them out of shape. */
export type OldMeetings = { readonly meetings: readonly OldMeeting[]; readonly unreadable: number };

export type Gone = 'gone' | 'kept back' | 'changed';

export type OldMeetingsBook = {
  /** Of one kind, that start at or after and before (UTC); a page of 200, oldest first. */
  oldMeetings(
    of: { readonly kind: Kind; readonly from: string; readonly to: string },
    cursor: string | null,
  ): Promise<OldMeetings & { readonly next: string | null }>;
  /** Those of them that are still in the register. */
  oldMeetingsAmong(references: readonly Reference[]): Promise<OldMeetings>;
  /** UTC; `null`: the register is empty. */
  oldestStart(): Promise<string | null>;
  /**
   * Takes a meeting out of every list. Twice is once; broken off anywhere, its row still stands and says which disposal it is of.
   * @param isHeld asked after the row says so: whoever keeps a meeting back looks at the row after writing that they do
   * @returns `kept back` and `changed`: it stays
   */
  takeOut(reference: Reference, disposal: string, isHeld: () => Promise<boolean>): Promise<Gone>;
};

type Lists = { readonly meetings: List; readonly others: readonly List[] };

const atOnce = 4;

export function oldMeetingsIn({ meetings, others }: Lists): OldMeetingsBook {
  return {
    async oldMeetings({ kind, from, to }, cursor) {
      const filter = [compare('Starts', 'ge', from), compare('Starts', 'lt', to), equals('Kind', kind)];
      const rest = cursor === null ? '' : `&$skiptoken=${encodeURIComponent(cursor)}`;
      const asked = `$filter=${filter.join('%20and%20')}&$orderby=fields/Starts&$top=200${rest}`;
      const { items, next } = await meetings.query(asked);
      return { ...readAll(items), next };
    },

    async oldMeetingsAmong(references) {
      const items: Item[] = [];
      for (const some of inChunks(inChunks(references, referencesAtOnce), atOnce)) {
        const asked = some.map((chunk) => meetings.query(`$filter=${oneOf('Reference', chunk)}`));
        for (const page of await Promise.all(asked)) items.push(...page.items);
      }
      return readAll(items);
    },

    async oldestStart() {
      const { items } = await meetings.query('$orderby=fields/Starts&$top=1');
      const start = z.string().safeParse(instantOf(items[0]?.fields['Starts']));
      return start.success ? start.data : null;
    },

    async takeOut(reference, disposal, isHeld) {
      const [row] = (await meetings.query(`$filter=${equals('Reference', reference)}`)).items;
      if (row === undefined) return 'gone';
      try {
        const marked = row.fields['Disposal'] === disposal ? row : await meetings.update(row, { Disposal: disposal });
        if (await isHeld()) {
          await meetings.update(marked, { Disposal: null });
          return 'kept back';
        }
        for (const list of others) await emptied(list, reference);
        await meetings.remove(marked);
        return 'gone';
      } catch (error) {
        if (error instanceof Failure && error.kind === 'register changed') return 'changed';
        throw error;
      }
    },
  };
}

/** Asked anew until nothing is found: a cursor into a list that is being emptied would pass rows over. */
async function emptied(list: List, reference: Reference): Promise<void> {
  for (;;) {
    const { items } = await list.query(`$filter=${equals('Reference', reference)}`);
    if (items.length === 0) return;
    for (const some of inChunks(items, atOnce)) await Promise.all(some.map((item) => list.remove(item)));
  }
}

function readAll(items: readonly Item[]): OldMeetings {
  const meetings: OldMeeting[] = [];
  let unreadable = 0;
  for (const item of items) {
    const meeting = oldMeetingOf(item);
    if (meeting === null) unreadable += 1;
    else meetings.push(meeting);
  }
  return { meetings, unreadable };
}

function oldMeetingOf({ fields }: Item): OldMeeting | null {
  const review = reviewIn(fields['Review']);
  if (review === null) return null;
  const read = OldMeeting.safeParse({
    reference: fields['Reference'],
    kind: fields['Kind'],
    start: instantOf(fields['Starts']),
    minutes: fields['Minutes'],
    year: fields['Year'] ?? null,
    status: fields['Status'],
    underWay: fields['Step'] !== 'done' || Boolean(fields['NextCheck']) || Boolean(fields['Amendment']),
    reviewOpen: review.reasons.some(({ dismissed }) => dismissed === null),
    aftercareDue: fields['Aftercare'] === 'due',
    recordingDeleteOn: fields['RecordingDeleteOn'] ?? null,
    disposal: fields['Disposal'] ?? null,
  });
  return read.success ? read.data : null;
}

const Reasons = z.object({ reasons: z.array(z.object({ dismissed: z.unknown() })) });

/** @returns `null` when nobody can tell what is written there */
function reviewIn(text: unknown): z.infer<typeof Reasons> | null {
  if (text === undefined || text === null) return { reasons: [] };
  try {
    return readable(Reasons, JSON.parse(readable(z.string(), text)));
  } catch {
    return null; // Counted as a row that cannot be judged.
  }
}
