import { inLondon, toUtc } from '../london.ts';

/** Midnight in London at the beginning of today, or of the day so many days later, as UTC. Pure. */
export const midnight = (now: Date, daysLater = 0): string =>
  toUtc(inLondon(now).toPlainDate().add({ days: daysLater }).toZonedDateTime('Europe/London'));
