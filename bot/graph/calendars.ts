import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Busy } from '../conversation/conversation.ts';
import { Failure } from '../failure.ts';
import type { Colleague } from '../meetings/ask.ts';
import { type Fact, known, unknown } from '../policy/fact.ts';
import type { Graph } from './graph.ts';

const DateTime = z.object({ dateTime: z.string(), timeZone: z.literal('UTC') });
const Schedules = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      // A mailbox that could not be read is an error inside a 200.
      error: z.object({ responseCode: z.string() }).nullish(),
      scheduleItems: z.array(z.object({ status: z.string(), start: DateTime, end: DateTime })).nullish(),
    }),
  ),
});

/**
 * When these colleagues are not free, from their calendars (https://learn.microsoft.com/graph/api/calendar-getschedule; at most 42 days).
 * @param from UTC, ISO 8601
 * @param to UTC, ISO 8601
 * @returns known busy stretches of all of them, or unknown: if one calendar cannot be read, nobody is taken to be free
 */
export async function busyTimes(
  graph: Graph,
  people: readonly Colleague[],
  span: { from: string; to: string },
): Promise<Fact<readonly Busy[]>> {
  const asked = people.map((person) => person.address);
  const [host] = people;
  if (!host) return known([]);
  try {
    const answer = await graph.ask(`/users/${host.id}/calendar/getSchedule`, {
      schedules: asked,
      startTime: { dateTime: withoutZone(span.from), timeZone: 'UTC' },
      endTime: { dateTime: withoutZone(span.to), timeZone: 'UTC' },
      availabilityViewInterval: 15,
    });
    if (!answer.found) return unknown('whether you and your colleague are free');
    const schedules = Schedules.parse(answer.body).value;
    const missing = asked.some((one) => !schedules.some((s) => s.scheduleId.toLowerCase() === one && !s.error));
    if (missing) return unknown('whether you and your colleague are free');
    return known(schedules.flatMap((schedule) => busyOf(schedule, people)));
  } catch (error) {
    if (error instanceof Failure || error instanceof z.ZodError)
      return unknown('whether you and your colleague are free');
    throw error;
  }
}

function busyOf(schedule: z.infer<typeof Schedules>['value'][number], people: readonly Colleague[]): Busy[] {
  const person = people.find((one) => one.address === schedule.scheduleId.toLowerCase());
  if (!person) return [];
  return (schedule.scheduleItems ?? [])
    .filter((item) => item.status !== 'free' && item.status !== 'workingElsewhere')
    .map((item) => ({ person: person.id, from: utc(item.start.dateTime), to: utc(item.end.dateTime) }));
}

const withoutZone = (instant: string) => Temporal.Instant.from(instant).toString().replace('Z', '');
const utc = (dateTime: string) => Temporal.Instant.from(`${dateTime.replace(/Z$/, '')}Z`).toString();
