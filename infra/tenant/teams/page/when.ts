const london = { timeZone: 'Europe/London' } as const;
const clock = new Intl.DateTimeFormat('en-GB', { ...london, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { ...london, weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', {
  ...london,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const zone = new Intl.DateTimeFormat('en-GB', { ...london, timeZoneName: 'short' });

/** @param at UTC, ISO 8601; @returns the time of day in London: 15:15 */
export const timeOf = (at: string): string => clock.format(new Date(at));

/** @param at UTC, ISO 8601; @returns the day in London: Today, Yesterday, Tuesday 1 December */
export function dayOf(at: string, now: Date): string {
  const name = day.format(new Date(at)).replace(',', '');
  if (name === day.format(now).replace(',', '')) return 'Today';
  if (name === day.format(new Date(now.getTime() - 86_400_000)).replace(',', '')) return 'Yesterday';
  return name;
}

// Intl puts a comma after the weekday; letters from a school do not.
const fullDay = (at: string): string => dayAndYear.format(new Date(at)).replace(',', '');

/** @param start @param end UTC, ISO 8601; @returns Tuesday 1 December 2026, 15:15 to 16:00 (GMT) */
export function spanOf(start: string, end: string): string {
  const name = zone.formatToParts(new Date(start)).find(({ type }) => type === 'timeZoneName')?.value ?? 'UK time';
  return `${fullDay(start)}, ${timeOf(start)} to ${timeOf(end)} (${name})`;
}

/** @param at UTC, ISO 8601; @returns Tuesday 1 December 2026, 15:15 */
export const momentOf = (at: string): string => `${fullDay(at)}, ${timeOf(at)}`;
