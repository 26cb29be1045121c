import { Temporal } from 'temporal-polyfill';
import { type AskWithoutGuests, secondAdultOf } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { type Fact, known } from '../policy/fact.ts';

/** Which of the staff who come have something else in their calendars then, by name. */
export async function whoIsBusy(
  ask: AskWithoutGuests,
  busyTimes: World['busyTimes'],
): Promise<Fact<readonly string[]>> {
  const secondAdult = secondAdultOf(ask);
  const staff = [ask.host, ...(secondAdult ? [secondAdult] : [])];
  const to = Temporal.Instant.from(ask.start).add({ minutes: ask.minutes }).toString();
  const busy = await busyTimes(staff, { from: ask.start, to });
  if (!busy.known) return busy;
  const taken = new Set(busy.value.map(({ person }) => person));
  return known(staff.filter(({ id }) => taken.has(id)).map(({ name }) => name));
}
