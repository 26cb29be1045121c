import { createHash } from 'node:crypto';
import stringify from 'safe-stable-stringify';
import { conformingCard } from '../cards/reviewing-card.ts';
import { Failure } from '../failure.ts';
import { heldUntil } from '../meetings/claim.ts';
import type { World } from '../meetings/world.ts';
import { type NoLongerConforming, noLongerConforming } from '../policy/conforming.ts';
import type { Policy } from '../policy/policy.ts';
import { type Entry, moment, type Stored, standing } from '../register/entry.ts';
import { everything } from '../register/register.ts';

/**
 * After a change of packs: the meetings that stand and would not be arranged so any more. Leaders get one list; each meeting is then
 * looked at by the sweep, which tightens it or sends it to be reviewed (reviewing/look-at-facts.ts).
 */

/** A meeting of the list. */
export type Listing = Pick<Entry, 'reference' | 'ask'> & Omit<NoLongerConforming, 'reference'>;

/** @throws Failure when the register cannot be asked */
export const listNoLongerConforming = async (world: World): Promise<readonly Listing[]> =>
  (await those(world)).map(({ listing }) => listing);

async function those(world: World): Promise<readonly { readonly row: Stored; readonly listing: Listing }[]> {
  const { policy, school, register } = world;
  const found: { row: Stored; listing: Listing }[] = [];
  for (const reference of await upcoming(world)) {
    const row = await readable(() => register.find(reference));
    // The rows of the list are without guests, and a policy speaks of them.
    if (row === null) continue;
    const { ask } = row.entry;
    const [conforms] = noLongerConforming([row.entry], { policy, school });
    if (conforms !== undefined) found.push({ row, listing: { ...conforms, ask } });
  }
  return found;
}

async function upcoming({ register, now }: World): Promise<readonly Entry['reference'][]> {
  const references: Entry['reference'][] = [];
  const ahead = { ...everything, from: moment(now()) };
  for (const status of standing) {
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page: Awaited<ReturnType<typeof register.page>> = await register.page({
        ...ahead,
        status,
        order: 'oldest first',
        cursor,
      });
      references.push(...page.rows.map(({ reference }) => reference));
      cursor = page.next;
    }
  }
  return references;
}

// A row that somebody has edited out of shape keeps no other from being compared; the sweep reports it.
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'register unreadable') return null;
    throw error;
  }
}

/** Which policy this is: its packs with their versions and rules, and its waivers. SHA-256, hex. */
export const hashOf = (policy: Policy): string => createHash('sha256').update(stringify(policy)).digest('hex');

/**
 * Compares what stands with the policy now in force; once for each policy, whatever number of servers start. Whoever gets the first
 * row tells the leaders, and then makes each of the others due.
 * @throws Failure when the register cannot be asked; the next start compares again
 */
export async function compareWithPolicy(world: World): Promise<void> {
  const { register, posting, people, tabUrl, log } = world;
  const found = await those(world);
  const [first] = found;
  if (first === undefined) return;
  try {
    await register.write(first.row, { nextCheck: heldUntil(world) });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'register changed') return;
    throw error;
  }
  const slt = await people.thoseWith('slt');
  const leaders = slt.length > 0 ? slt : await people.thoseWith('head');
  const card = conformingCard(
    found.map(({ listing }) => listing),
    tabUrl,
  );
  const reached = await posting.send(`conforming/${hashOf(world.policy)}`, leaders, { card });
  log.info({ meetings: found.length, reached: reached.length }, 'meetings that no longer conform were listed');
  for (const { row } of found) await due(row, world);
}

async function due({ entry: { reference } }: Stored, { register, now }: World): Promise<void> {
  try {
    const row = await register.find(reference);
    if (row?.entry.step === 'done') await register.write(row, { nextCheck: moment(now()) });
  } catch (error) {
    // Whoever works on it looks at it anyway.
    if (!(error instanceof Failure) || error.kind !== 'register changed') throw error;
  }
}
