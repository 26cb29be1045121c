import { createHash } from 'node:crypto';
import { kindWords } from '../cards/words/kinds.ts';
import { type Ask, Reference } from './ask.ts';

// Crockford's alphabet: nothing that is mistaken for something else on the phone.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference of a request. The same request of the same draft always has the same one, so that *Send* pressed twice,
 * or again after a crash, is the same meeting; a changed answer makes another.
 * @param attempt 0, and one more each time an earlier attempt ended without a meeting
 */
export function referenceOf(draftId: string, ask: Ask, attempt: number): Reference {
  // `ask` comes out of one parser, so its members are always in the same order.
  const hash = createHash('sha256')
    .update(JSON.stringify([draftId, attempt, ask]))
    .digest();
  const letters = [...hash.subarray(0, 8)].map((byte) => alphabet[byte % 32]);
  return Reference.parse(`${kindWords[ask.kind].prefix}-${letters.join('')}`);
}
