import { addressesAtOnce, inChunks, oneOf, pages } from '../graph/list-query.ts';
import type { Item, List } from '../graph/lists.ts';
import { type Address, Guest, isFamily } from '../meetings/ask.ts';
import { invitedAmong } from './met-before.ts';
import { addressIn, referenceIn, requestIn } from './reading.ts';

// A page of the newest rows is a term or so of most schools' meetings, and never near what SharePoint refuses.
const rowsLookedAt = 100;
export const mostInBook = 15;

/**
 * People from outside who were invited to a meeting of this school, newest first, each once and as they were called last. Never
 * anybody who has come as family, even if only once: families are not for other hosts to find. Asks indexed columns only.
 */
export async function addressBook({ meetings, guests }: { meetings: List; guests: List }): Promise<readonly Guest[]> {
  const { items } = await guests.query(`$orderby=fields/Asked%20desc&$top=${rowsLookedAt}`);
  const professionals = items.flatMap(professionalIn);
  const invited = await invitedAmong(
    meetings,
    professionals.map(({ item }) => referenceIn(item)),
  );
  const met = professionals.filter(({ item }) => invited.has(requestIn(item))).map(({ person }) => person);
  const newest = met.filter(({ address }, at) => met.findIndex((one) => one.address === address) === at);
  const family = await familyAmong(
    guests,
    newest.map(({ address }) => address),
  );
  return newest.filter(({ address }) => !family.has(address)).slice(0, mostInBook);
}

/** A row that somebody has edited out of shape is nobody's. */
function professionalIn(item: Item): readonly { readonly item: Item; readonly person: Guest }[] {
  const { Name: name, Role: role, Agency: agency, Address: address } = item.fields;
  const person = Guest.safeParse({ name, role, agency, address }).data;
  return person === undefined || isFamily(person) ? [] : [{ item, person }];
}

/** Which of these have come as family, in whatever year. */
async function familyAmong(guests: List, addresses: readonly Address[]): Promise<ReadonlySet<string>> {
  const family = new Set<string>();
  for (const some of inChunks(addresses, addressesAtOnce))
    for await (const items of pages(guests, `(${oneOf('Address', some)})%20and%20${oneOf('Agency', ['Family'])}`))
      for (const item of items) family.add(addressIn(item));
  return family;
}
