import { keyOf } from '../../bot/agreeing/ledger.ts';
import { guestsOf, type Reference } from '../../bot/meetings/ask.ts';
import { Statement } from '../../bot/register/agreements.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest } from '../authorising/a-request.ts';

/** A meeting that stands, with a mother and a school nurse, and what they have said about agreements. */

export const maya = { id: anAsk().host.id, name: 'Maya Okafor' };
export const tom = { id: anAsk().secondAdult.id, name: 'Tom Birch' };

export const aMeeting = (change: Partial<Entry> = {}): Entry => aRequest({ status: 'arranged', ...change });

/** The key of a guest by their number on the list. */
export function guestKey(number: number, { ask, reference }: Pick<Entry, 'ask' | 'reference'> = aMeeting()): string {
  const guest = guestsOf(ask)[number - 1];
  if (guest === undefined) throw new Error('there is no such guest');
  return keyOf(guest, reference);
}

type Told = Partial<Pick<Statement, 'agreement' | 'says' | 'how' | 'on' | 'by'>> & { readonly guest?: number };

/** Statements in the order they were written down; each names only what matters. */
export function told(each: readonly Told[], entry: Entry = aMeeting()): readonly Statement[] {
  return each.map(({ guest = 1, ...one }, index) =>
    Statement.parse({
      reference: entry.reference satisfies Reference,
      number: index + 1,
      agreement: 'take part',
      says: 'given',
      how: 'by email',
      on: '2026-11-16',
      by: maya,
      at: '2026-11-16T10:00:00Z',
      ...one,
      guest: { key: guestKey(guest, entry), number: guest, name: 'Jo Marsh' },
    }),
  );
}
