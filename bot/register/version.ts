import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { z } from 'zod';
import type { Entry } from './entry.ts';
import { askHash } from './rows.ts';

export const Version = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'Version'>();
/** What somebody saw of a meeting when they decided to do something about it. */
export type Version = z.infer<typeof Version>;

/**
 * The same text for as long as nothing has changed that a person would decide otherwise for: what was asked for, whether it stands,
 * what is under way, whether a yes is waited for, and whether it took place. Not the row's eTag: Chaperone writes the row by itself
 * as well, each time it reads the safeguards again, asks the second adult or reminds an approver, and nobody should have to
 * decide afresh because of that. What such a write may come to (on hold, under review) is in the status. Pure.
 */
export function versionOf({ ask, status, amendment, authorisation, replacedBy, outcome }: Entry): Version {
  const change = amendment && { at: amendment.at, ask: askHash(amendment.ask), came: amendment.came };
  const seen = { ask: askHash(ask), status, change, authorisation: authorisation.state, replacedBy, outcome };
  return Version.parse(createHash('sha256').update(stringify(seen)).digest('hex').slice(0, 16));
}
