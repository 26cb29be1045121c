import { addressesAtOnce, inChunks, oneOf, pages } from '../graph/list-query.ts';
import type { List } from '../graph/lists.ts';
import type { Address, Reference } from '../meetings/ask.ts';
import { invitedAmong } from './met-before.ts';
import { addressIn, referenceIn, requestIn } from './reading.ts';

/** The agency each address was last invited with, to another meeting and after this one; addresses without one are left out. */
export async function laterAgencies(
  { meetings, guests }: { meetings: List; guests: List },
  reference: Reference,
  addresses: readonly Address[],
): Promise<ReadonlyMap<Address, string>> {
  const later = new Map<Address, string>();
  for (const some of inChunks(addresses, addressesAtOnce)) {
    const items = [];
    for await (const page of pages(guests, oneOf('Address', some))) items.push(...page);
    const invited = await invitedAmong(meetings, items.map(referenceIn));
    // SharePoint numbers the items of a list in the order they were made.
    const inOrder = items.toSorted((one, other) => Number(one.id) - Number(other.id));
    for (const address of some) {
      const own = inOrder.findLast((item) => addressIn(item) === address && referenceIn(item) === reference);
      const last = inOrder.findLast((item) => addressIn(item) === address && invited.has(requestIn(item)));
      if (!own || !last || referenceIn(last) === reference || Number(last.id) < Number(own.id)) continue;
      const { Agency: agency } = last.fields;
      if (typeof agency === 'string') later.set(address, agency);
    }
  }
  return later;
}
