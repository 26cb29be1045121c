import { Temporal } from 'temporal-polyfill';
import type { SeededPerson } from './people.ts';

/** Something in a calendar before Chaperone came, in UTC, ISO 8601. */
export type Busy = {
  readonly start: string;
  readonly end: string;
  readonly status: 'busy' | 'tentative' | 'oof' | 'workingElsewhere';
  readonly subject: string;
  readonly location: string;
};

type Weekly = {
  /** 1 Monday to 5 Friday. */
  readonly days: readonly number[];
  /** London wall-clock time, whatever the season. */
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly location?: string;
  readonly status?: Busy['status'];
};

const weekdays = [1, 2, 3, 4, 5];
const teaching = (subject: string, location: string): Weekly[] => [
  { days: weekdays, from: '08:50', to: '12:00', subject, location },
  { days: weekdays, from: '13:00', to: '15:10', subject, location },
];
const staffMeeting: Weekly = { days: [3], from: '15:30', to: '16:30', subject: 'Staff meeting', location: 'Hall' };
const leadership: Weekly = {
  days: [1],
  from: '09:00',
  to: '10:30',
  subject: 'Leadership team',
  location: 'Head’s office',
};

// By object id. The school week repeats; Tuesdays after school are kept free by everybody, for families.
const weeks = new Map<string, readonly Weekly[]>([
  [
    '5c0a1d0e-0000-4000-8000-000000000101',
    [
      staffMeeting,
      { days: [1, 4], from: '09:15', to: '11:00', subject: 'Small groups', location: 'Nest' },
      { days: [2], from: '13:30', to: '14:30', subject: 'Educational psychologist' },
      { days: [4], from: '15:30', to: '16:15', subject: 'SEND network', status: 'tentative' },
      { days: [5], from: '13:15', to: '14:45', subject: 'Annual reviews', location: 'Meeting room' },
    ],
  ],
  ['5c0a1d0e-0000-4000-8000-000000000102', [staffMeeting, ...teaching('Year 4', 'Room 6')]],
  [
    '5c0a1d0e-0000-4000-8000-000000000103',
    [
      staffMeeting,
      leadership,
      { days: weekdays, from: '08:30', to: '09:00', subject: 'Gate' },
      { days: [4], from: '13:00', to: '15:00', subject: 'Governors', location: 'Library' },
    ],
  ],
  [
    '5c0a1d0e-0000-4000-8000-000000000104',
    [
      staffMeeting,
      leadership,
      { days: [2, 5], from: '10:45', to: '12:00', subject: 'Year 6 maths', location: 'Room 11' },
      { days: [5], from: '13:00', to: '16:00', subject: 'Trust office', status: 'oof' },
    ],
  ],
  [
    '5c0a1d0e-0000-4000-8000-000000000105',
    [
      staffMeeting,
      { days: [1], from: '11:00', to: '12:00', subject: 'Private appointment' },
      { days: [4], from: '09:00', to: '12:30', subject: 'Children’s services', status: 'workingElsewhere' },
    ],
  ],
  ['5c0a1d0e-0000-4000-8000-000000000106', [{ days: [3], from: '08:00', to: '09:00', subject: 'Updates' }]],
  [
    '5c0a1d0e-0000-4000-8000-000000000107',
    [staffMeeting, { days: [2, 3], from: '10:00', to: '12:00', subject: 'Other schools', status: 'oof' }],
  ],
]);

const zone = 'Europe/London';

/**
 * What was in a person's calendar already, in the days a window touches.
 * @param from UTC, ISO 8601; @param to UTC, ISO 8601
 */
export function busyTimes({ id }: SeededPerson, from: string, to: string): Busy[] {
  const found: Busy[] = [];
  // School hours never reach into another day of UTC's, so its dates serve.
  for (let day = Date.parse(from.slice(0, 10)); day <= Date.parse(to); day += 86_400_000) {
    found.push(...schoolDay(id, new Date(day).toISOString().slice(0, 10)));
  }
  return found.filter((busy) => busy.start < to && busy.end > from);
}

const days = new Map<string, readonly Busy[]>();

/** Worked out once: the clocks are slow to read, and the week does not change. */
function schoolDay(personId: string, date: string): readonly Busy[] {
  const known = days.get(`${personId} ${date}`);
  if (known !== undefined) return known;
  const day = Temporal.PlainDate.from(date);
  const week = weeks.get(personId) ?? [];
  const busy = week.filter((one) => one.days.includes(day.dayOfWeek)).map((one) => onDay(one, day));
  days.set(`${personId} ${date}`, busy);
  return busy;
}

function onDay({ from, to, subject, location = '', status = 'busy' }: Weekly, day: Temporal.PlainDate): Busy {
  const at = (time: string) => {
    const zoned = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
    return new Date(zoned.epochMilliseconds).toISOString();
  };
  return { start: at(from), end: at(to), status, subject, location };
}
