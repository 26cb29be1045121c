import { z } from 'zod';
import { Failure } from '../failure.ts';
import { guestsOf, PersonId, secondAdultOf } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { type Attendance, attendances } from '../register/attendance.ts';
import type { Entry } from '../register/entry.ts';
import { type Answer, type Kept, LineName, standing } from '../register/kept.ts';

/**
 * Who came. Of guests it stands in the list Guests, beside who they are; of staff among the meeting's records, as the answer to
 * whether they are here. Whoever has the roll in hand is there, so the host is not on it.
 */

export type OnRoll = {
  /** `guest/2`, counted in the order of the request, or `staff/` and an object id. */
  readonly who: string;
  readonly name: string;
  /** What they are there as: `School nurse, Community Health`, `Second adult`. */
  readonly part: string;
  readonly attended: Attendance;
};

/** Who it is about, and what was said of them. */
export const Said = z.strictObject({
  who: z.union([
    z
      .string()
      .regex(/^guest\/\d{1,2}$/)
      .transform((who) => ({ guest: Number(who.slice(6)) })),
    z
      .string()
      .startsWith('staff/')
      .transform((who) => who.slice(6))
      .pipe(PersonId)
      .transform((staff) => ({ staff })),
  ]),
  attended: z.enum(attendances),
});
export type Said = z.infer<typeof Said>;

const staffOf = ({ ask }: Pick<Entry, 'ask'>) => {
  const secondAdult = secondAdultOf(ask);
  return [
    ...(secondAdult ? [{ ...secondAdult, part: 'Second adult' }] : []),
    ...ask.colleagues.map((colleague) => ({ ...colleague, part: 'Colleague' })),
  ];
};

/** The roll as it stands, those from outside first, as they are let in. Pure. */
export function rollOf(
  entry: Pick<Entry, 'ask'>,
  { attendance, kept }: { attendance: readonly Attendance[]; kept: readonly Kept[] },
): readonly OnRoll[] {
  const stands = standing(kept);
  return [
    ...guestsOf(entry.ask).map(({ name, role, agency }, index) => ({
      who: `guest/${index + 1}`,
      name,
      part: `${role}, ${agency}`,
      attended: attendance[index] ?? 'not noted',
    })),
    ...staffOf(entry).map(({ id, name, part }) => {
      const answer = stands.get(lineOf(id))?.answer;
      return { who: `staff/${id}`, name, part, attended: attendances.find((one) => one === answer) ?? 'not noted' };
    }),
  ];
}

/** Who came, once anybody has been noted at all; the rest is said to be not noted. Pure. */
export function whoCame(...roll: Parameters<typeof rollOf>): { readonly whoCame?: readonly Omit<OnRoll, 'who'>[] } {
  const noted = rollOf(...roll);
  if (noted.every(({ attended }) => attended === 'not noted')) return {};
  return { whoCame: noted.map(({ name, part, attended }) => ({ name, part, attended })) };
}

/** A record that is part of the roll and no line of the packs. */
export const isOfRoll = (line: LineName): boolean => line.startsWith('roll/');

const lineOf = (id: PersonId): LineName => LineName.parse(`roll/${id.toLowerCase()}`);

type Around = Pick<World, 'register' | 'now'>;

/**
 * Writes what was said; saying it twice is saying it once, and the newest counts.
 * @returns false when one of them is not on this meeting's roll; nothing is written then
 * @throws Failure of a `register …` kind
 */
export async function noteRoll(
  entry: Entry,
  { said, by }: { readonly said: readonly Said[]; readonly by: PersonId },
  { register, now }: Around,
): Promise<boolean> {
  const staff = staffOf(entry);
  const guests = guestsOf(entry.ask).length;
  const isOnRoll = ({ who }: Said) =>
    'guest' in who ? who.guest >= 1 && who.guest <= guests : staff.some(({ id }) => id === who.staff);
  if (!said.every(isOnRoll)) return false;
  const ofGuests = said.flatMap(({ who, attended }) => ('guest' in who ? [{ guest: who.guest, attended }] : []));
  if (ofGuests.length > 0) await register.noteAttendance(entry, ofGuests);
  const ofStaff = said.flatMap(({ who, attended }): readonly Answer[] => {
    const one = 'staff' in who && staff.find(({ id }) => id === who.staff);
    if (!one) return [];
    const answer = attended === 'not noted' ? '' : attended;
    return [{ line: lineOf(one.id), moment: 'start', asked: `Is ${one.name} here?`, answer }];
  });
  if (ofStaff.length > 0) await register.keep(entry.reference, ofStaff, by, now());
  await logWhenComplete(entry, by, { register, now });
  return true;
}

const tries = 3;

/** Once everybody is noted, and again when that is set right: a line in numbers, since names have no place in the log. */
async function logWhenComplete(entry: Entry, by: PersonId, { register, now }: Around): Promise<void> {
  const { reference } = entry;
  const [attendance, kept] = [await register.attendance(entry), await register.kept(reference)];
  const roll = rollOf(entry, { attendance, kept });
  if (roll.some(({ attended }) => attended === 'not noted')) return;
  const says = `${roll.filter(({ attended }) => attended === 'came').length} of ${roll.length} came`;
  for (let attempt = 1; ; attempt += 1) {
    const before = (await register.log(reference)).filter(({ event }) => event === 'attendance noted');
    if (before.at(-1)?.detail.startsWith(says)) return;
    try {
      // The log takes no line twice, and what was set right twice may be what it was at first.
      const detail = before.length === 0 ? says : `${says}, noted for the ${before.length + 1}. time`;
      await register.note(reference, 'attendance noted', by, now(), detail);
      return;
    } catch (error) {
      if (attempt === tries || !(error instanceof Failure) || error.kind !== 'register changed') throw error;
    }
  }
}
