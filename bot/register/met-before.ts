import { addressesAtOnce, inChunks, oneOf, pages, referencesAtOnce } from '../graph/list-query.ts';
import type { List } from '../graph/lists.ts';
import type { Address } from '../meetings/ask.ts';
import { type Status, standing } from './entry.ts';
import { addressIn, referenceIn, requestIn } from './reading.ts';

/**
 * Which of these addresses were invited to a meeting that was arranged: only then has somebody written to them before.
 * Usually two calls, one to each list; both ask indexed columns only.
 */
export async function metBefore(
  { meetings, guests }: { meetings: List; guests: List },
  addresses: readonly Address[],
): Promise<ReadonlySet<Address>> {
  const met = new Set<Address>();
  for (const some of inChunks(addresses, addressesAtOnce)) {
    for await (const items of pages(guests, oneOf('Address', some))) {
      const invited = await invitedAmong(meetings, items.map(referenceIn));
      const addressesInvited = items.filter((item) => invited.has(requestIn(item))).map(addressIn);
      for (const address of some) if (addressesInvited.includes(address)) met.add(address);
      if (some.every((address) => met.has(address))) break;
    }
  }
  return met;
}

const sent: readonly unknown[] = [...standing, 'moved', 'cancelled'] satisfies Status[];

/** The requests whose invitations went out: also a guest of a change that came to nothing has a row. */
export async function invitedAmong(meetings: List, references: readonly string[]): Promise<ReadonlySet<string>> {
  const invited = new Set<string>();
  for (const some of inChunks([...new Set(references)], referencesAtOnce)) {
    const { items } = await meetings.query(`$filter=${oneOf('Reference', some)}`);
    for (const { fields } of items) if (sent.includes(fields['Status'])) invited.add(String(fields['AskHash']));
  }
  return invited;
}
