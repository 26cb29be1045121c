import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../call.ts';

/** Graph's dateTimeTimeZone: a wall clock and the zone it hangs in. */
export type DateTimeTimeZone = { readonly dateTime: string; readonly timeZone: string };

// Exchange takes Windows names and the IANA ones; these are the ones a British school can meet.
const ianaNames = new Map([
  ['utc', 'UTC'],
  ['tzone://microsoft/utc', 'UTC'],
  ['etc/utc', 'UTC'],
  ['gmt standard time', 'Europe/London'],
  ['europe/london', 'Europe/London'],
  ['romance standard time', 'Europe/Paris'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['eastern standard time', 'America/New_York'],
]);

function iana(zone: string): string {
  const known = ianaNames.get(zone.toLowerCase());
  if (known !== undefined) return known;
  const message = `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`;
  throw new Refusal(400, 'TimeZoneNotSupportedException', message);
}

/**
 * @returns the instant in UTC, ISO 8601 with milliseconds
 * @throws Refusal 400 for a zone or a date that is none
 */
export function toUtc({ dateTime, timeZone }: DateTimeTimeZone): string {
  const zone = iana(timeZone);
  // A trailing Z contradicts a zone beside it; Exchange takes it for UTC only where the zone says UTC too.
  const wall = zone === 'UTC' ? dateTime.replace(/Z$/, '') : dateTime;
  try {
    const instant = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;
    return new Date(instant).toISOString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(400, 'ErrorInvalidArgument', `The value '${dateTime}' is not a valid date and time.`);
  }
}

/** @param utc ISO 8601; @param zone as the caller prefers it, e.g. `Europe/London` */
export function inZone(utc: string, zone: string): DateTimeTimeZone {
  const ianaZone = iana(zone);
  if (ianaZone === 'UTC') return { dateTime: `${new Date(utc).toISOString().slice(0, 19)}.0000000`, timeZone: zone };
  const wall = Temporal.Instant.from(utc).toZonedDateTimeISO(ianaZone).toPlainDateTime();
  return { dateTime: `${wall.toString({ smallestUnit: 'second' })}.0000000`, timeZone: zone };
}

/** The zone of `Prefer: outlook.timezone="…"`; UTC without. */
export const preferredZone = (prefer: string | undefined): string =>
  /outlook\.timezone\s*=\s*"?([^",;]+)"?/i.exec(prefer ?? '')?.[1]?.trim() ?? 'UTC';
