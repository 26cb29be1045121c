import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { type Entry, proposed } from '../register/entry.ts';
import { askHash } from '../register/rows.ts';
import { type Pending, pendingOf } from './authorise.ts';

/**
 * What an approver says yes to, in a hash: the request, why they are asked, and what was said to it so far. Whoever answers names
 * what they were shown, so that nobody's yes is taken for something else. SHA-256, hex. Pure.
 */
export function requestHash(entry: Entry): string {
  const { ask, decision } = proposed(entry);
  const pending = pendingOf(entry);
  const { authorisedBecause, setAside } = decision;
  const said = pending && { of: pending.of, yes: pending.yes, state: pending.state, words: wordsOf(pending) };
  const shown: object = { ask: askHash(ask), authorisedBecause, setAside, change: entry.amendment?.at ?? null, said };
  return createHash('sha256').update(stringify(shown)).digest('hex');
}

/** How often anybody was reminded changes nothing of what is asked. */
const wordsOf = (pending: Pending) => (pending.state === 'wanted' ? pending.answered : pending.question);
