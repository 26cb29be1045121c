import { z } from 'zod';
import { Failure } from '../failure.ts';
import type { Item, List } from '../graph/lists.ts';
import { guestsOf } from '../meetings/ask.ts';
import type { Entry } from './entry.ts';
import { askHash } from './rows.ts';

/** Who came. Schools read these words in the Guests list. */

export const attendances = ['came', 'did not come', 'not noted'] as const;
export type Attendance = (typeof attendances)[number];
const Noted = z.enum(attendances).nullish();

/** One guest of a meeting, by their number in its request, counted from 1. */
export type GuestCame = { readonly guest: number; readonly attended: Attendance };

/** The rows of all requests a meeting ever had; those of its present one count. */
type Rows = (reference: string) => Promise<readonly Item[]>;

/** @returns one of each guest, in the order of the request. @throws Failure of a `register …` kind */
export async function attendanceOf(rows: Rows, { reference, ask }: Pick<Entry, 'reference' | 'ask'>) {
  const all = await rows(reference);
  return guestsOf(ask).map((_, index) => standsIn(all, ask, index + 1));
}

/**
 * What was noted of a guest. Where the present request says nothing of them, an earlier one does: whoever was noted before
 * another guest was added came all the same.
 */
function standsIn(all: readonly Item[], ask: Entry['ask'], guest: number): Attendance {
  const own = rowOf(all, ask, guest);
  const said = own && notedIn(own);
  if (said) return said;
  const same = all.filter(({ fields }) =>
    ['Name', 'Address'].every((column) => fields[column] === own?.fields[column] && fields[column] !== undefined),
  );
  return same.map(notedIn).findLast((one) => one !== null) ?? 'not noted';
}

const rowOf = (all: readonly Item[], ask: Entry['ask'], guest: number): Item | undefined =>
  all.find(({ fields }) => fields['Request'] === askHash(ask) && fields['Number'] === guest);

/** @throws Failure `register unreadable`, naming the column and never what it holds */
function notedIn({ fields }: Item): Attendance | null {
  const noted = Noted.safeParse(fields['Attended']);
  if (!noted.success) throw new Failure('register unreadable', 'Attended');
  return noted.data ?? null;
}

const tries = 5;

/** Writes what does not stand so already; of two who say something at once the later one counts. @throws Failure of a `register …` kind */
export async function noteAttendance(
  guests: { readonly rows: Rows; readonly list: List },
  { reference, ask }: Pick<Entry, 'reference' | 'ask'>,
  said: readonly GuestCame[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const all = await guests.rows(reference);
      for (const { guest, attended } of said) {
        const row = rowOf(all, ask, guest);
        if (row === undefined) throw new Failure('register unreadable', `Guests has no row ${guest} of this request`);
        if (notedIn(row) !== attended) await guests.list.update(row, { Attended: attended });
      }
      return;
    } catch (error) {
      if (attempt === tries || !(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
}
