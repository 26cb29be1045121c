import { z } from 'zod';
import type { Store } from './database.ts';
import type { Documents } from './documents.ts';
import { add } from './graph/lists/items.ts';
import { type ListsWorld, titled } from './graph/lists/lists.ts';
import { allStaff } from './options.ts';
import { everybody, groupKeys, join, type SeededPerson } from './school/people.ts';

/** Fills a school with years of rows and a hundred people at once: past Graph, which would take days for it. */

export type FillingWorld = ListsWorld & { readonly store: Store; readonly joiners: Documents<SeededPerson> };

export const Rows = z.strictObject({ items: z.array(z.record(z.string(), z.unknown())).max(20_000) });

/**
 * Adds items as a POST of each would, all of them or none.
 * @param name the list's title or id; @param items their fields
 * @throws Refusal as the POST of any of them would have been
 */
export function addMany(world: FillingWorld, name: string, items: z.infer<typeof Rows>['items']): object {
  const list = titled(world, name);
  world.store.write(
    () => {
      for (const fields of items) add(world, list, fields);
    },
    { keep: true },
  );
  return { added: items.length };
}

const Person = z.strictObject({
  id: z.guid(),
  name: z.string().min(1),
  jobTitle: z.string(),
  address: z.email(),
  userPrincipalName: z.string().min(1),
  kind: z.enum(['member', 'guest']),
  groups: z.array(z.enum(groupKeys)),
});
export const Joining = z.strictObject({ people: z.array(Person).max(2000) });

/** Takes people into the directory; the policies that cover all staff cover them too. */
export function admit({ store, joiners, options }: FillingWorld, people: readonly SeededPerson[]): object {
  store.write(
    () => {
      for (const person of people) joiners.put(person);
    },
    { keep: true },
  );
  join(people);
  const { accessPolicy, mailboxScope } = options.now();
  options.change({
    accessPolicy: [...new Set([...accessPolicy, ...allStaff()])],
    mailboxScope: [...new Set([...mailboxScope, ...allStaff()])],
  });
  return { people: everybody().length };
}
