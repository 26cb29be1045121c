/** Times as the school's wall clock shows them: the server sends UTC, people read London with its zone and day of the week. */

const london = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options });

const shortDay = london({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const fullDay = london({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const time = london({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const zone = london({ hour: '2-digit', timeZoneName: 'short' });

/** @param at UTC, ISO 8601 @returns e.g. `Tue 24 Nov 2026` */
export const dayOf = (at: string): string => inOrder(shortDay, at);

/** @returns e.g. `Tuesday 24 November 2026` */
export const fullDayOf = (at: string): string => inOrder(fullDay, at);

/** @returns e.g. `15:15 to 16:00 GMT`, in the zone of the start */
export const hoursOf = (start: string, end: string): string =>
  `${time.format(new Date(start))} to ${time.format(new Date(end))} ${zoneOf(start)}`;

/** @returns e.g. `15:20` */
export const clockOf = (at: string): string => time.format(new Date(at));

/** @returns e.g. `Wed 18 Nov 2026, 10:00 GMT` */
export const momentOf = (at: string): string => `${dayOf(at)}, ${time.format(new Date(at))} ${zoneOf(at)}`;

/** @returns e.g. `09:00 GMT` */
export const timeOf = (at: string): string => `${time.format(new Date(at))} ${zoneOf(at)}`;

const clock = london({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** @returns a moment as the fields of a form have it, e.g. `{ date: '2026-11-24', time: '15:15' }` */
export function dateAndTimeOf(at: string): { readonly date: string; readonly time: string } {
  const parts = new Map(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
    (part) => parts.get(part) ?? '',
  );
  return { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
}

/** @returns `GMT` or `BST` */
function zoneOf(at: string): string {
  return zone.formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** Browsers differ in whether a British date has a comma after the day of the week; ours has none. */
const inOrder = (format: Intl.DateTimeFormat, at: string) =>
  format
    .formatToParts(new Date(at))
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)
    .join(' ');

const date = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const language = new Intl.DisplayNames('en-GB', { type: 'language' });

/** @param day `2026-11-24`, no moment of it @returns `24 November 2026` */
export const dateOf = (day: string): string => date.format(new Date(day));

/** @param day `2026-11` or any day of it @returns `November 2026` */
export const monthOf = (day: string): string => month.format(new Date(day));

/** @param tag `cy` @returns `Welsh` */
export const languageOf = (tag: string): string => language.of(tag) ?? tag;

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** @returns e.g. `2026-11-24`, the day in London */
export const isoDayOf = (at: string): string => isoDay.format(new Date(at));
const shortDate = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });

/** @param day `2026-11-24`, no moment of it @returns `24 Nov`, where the year is known */
export const shortDateOf = (day: string): string => shortDate.format(new Date(day));
