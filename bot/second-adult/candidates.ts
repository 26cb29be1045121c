import { Temporal } from 'temporal-polyfill';
import { overlaps } from '../conversation/free-times.ts';
import { type Colleague, type PersonId, secondAdultOf } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { type Fact, known } from '../policy/fact.ts';
import type { Entry } from '../register/entry.ts';
import { everything } from '../register/register.ts';
import type { Cover } from './cover.ts';

/** Who may be second adult: colleagues, in the order in which they are offered and asked. */

/** Microsoft answers for twenty calendars at a time (https://learn.microsoft.com/graph/api/calendar-getschedule); the host's is one. */
const atATime = 19;

type Slot = { readonly start: string; readonly minutes: number };

/** @param earlier those who were second adult with this host before, the latest first */
export function inOrder(
  colleagues: readonly Colleague[],
  { earlier, leads }: { earlier: readonly PersonId[]; leads: ReadonlySet<PersonId> },
): readonly Colleague[] {
  const place = ({ id }: Colleague) => {
    const before = earlier.indexOf(id);
    if (before >= 0) return before;
    return earlier.length + (leads.has(id) ? 0 : 1);
  };
  return colleagues.toSorted(
    (one, other) =>
      place(one) - place(other) || one.name.localeCompare(other.name, 'en-GB') || (one.id < other.id ? -1 : 1),
  );
}

/**
 * Up to so many colleagues who are free then, in the order of `inOrder`.
 * @param except who is not to be asked, the host among them
 * @returns unknown when a calendar could not be read
 */
export async function freeColleagues(
  host: Colleague,
  slot: Slot,
  { many, except }: { many: number; except: ReadonlySet<PersonId> },
  world: World,
): Promise<{ readonly all: readonly Colleague[]; readonly free: Fact<readonly Colleague[]> }> {
  const all = await ordered(host, except, world);
  const to = Temporal.Instant.from(slot.start).add({ minutes: slot.minutes }).toString();
  const free: Colleague[] = [];
  for (let from = 0; from < all.length && free.length < many; from += atATime) {
    const some = all.slice(from, from + atATime);
    const busy = await world.busyTimes([host, ...some], { from: slot.start, to });
    if (!busy.known) return { all, free: busy };
    const taken = busy.value.filter((stretch) => overlaps(stretch, slot.start, slot.minutes));
    free.push(...some.filter(({ id }) => !taken.some(({ person }) => person === id)));
  }
  return { all, free: known(free.slice(0, many)) };
}

/** Everybody on the staff, the likeliest first. */
export async function ordered(host: Colleague, except: ReadonlySet<PersonId>, world: World) {
  const [staff, slt, dsl, earlier] = await Promise.all([
    world.people.colleagues(),
    world.people.thoseWith('slt'),
    world.people.thoseWith('dsl'),
    earlierWith(host.id, world),
  ]);
  const leads = new Set([...slt, ...dsl].map(({ id }) => id));
  return inOrder(
    staff.filter(({ id }) => id !== host.id && !except.has(id)),
    { earlier, leads },
  );
}

/** Those who were second adult with this host before, the latest first; as far as one page of the register goes. */
export async function earlierWith(host: PersonId, { register }: Pick<World, 'register'>): Promise<readonly PersonId[]> {
  const { rows } = await register.page({ ...everything, of: host });
  const ids = rows.flatMap(({ ask }) => (ask.host.id === host ? (secondAdultOf(ask)?.id ?? []) : []));
  return [...new Set(ids)];
}

/**
 * Whom to ask to stand in: first those who come to this meeting anyway, then who is free. Where the calendars cannot be read anybody
 * may be asked, because their own answer says more than a calendar.
 */
export async function standInsFor(
  { ask }: Entry,
  cover: Cover,
  many: number,
  world: World,
): Promise<readonly Colleague[]> {
  const except = new Set([ask.host.id, cover.of.id, ...cover.standIns.map(({ person }) => person.id)]);
  const { all, free } = await freeColleagues(ask.host, ask, { many: many * 2, except }, world);
  // Only who is on the staff list now.
  const coming = ask.colleagues.filter(({ id }) => all.some((one) => one.id === id));
  const others = (free.known ? free.value : all).filter(({ id }) => !coming.some((one) => one.id === id));
  const fit: Colleague[] = [];
  for (const person of [...coming, ...others]) {
    if (fit.length === many) break;
    // A pupil's account that strayed into the staff group is a pupil's account.
    if (!(await world.people.rolesOf(person.id)).has('pupil')) fit.push(person);
  }
  return fit;
}
