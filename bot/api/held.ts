import { z } from 'zod';
import { notSaid } from '../cards/words/held.ts';
import { SaidHeld } from '../held/held.ts';
import { Version } from '../register/version.ts';
import { changedMeanwhile } from './changes.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, forReader } from './door.ts';
import { about, readable, shown } from './meeting.ts';
import { refuse } from './refusals.ts';

/** Somebody says whether a meeting took place; answers the meeting as it stands then. */
export const heldRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/api/meetings/:reference/outcome',
    handle: forReader(world, (asked) => say(world, asked)),
  },
];

const Body = z.strictObject({ version: Version, said: SaidHeld });

async function say(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, Body);
  if ('status' in found) return found;
  const { reference } = found.entry;
  const { version, said } = found.body;
  const kept = await world.acts.sayHeld({ reference, said, seen: version }, asked.caller);
  if (kept.entry !== undefined) return shown(world, kept.entry, asked.caller);
  if (kept.why !== 'changed meanwhile') return refuse('not changed', notSaid[kept.why]);
  const now = await readable(world, asked);
  return now ? changedMeanwhile(world, now, asked.caller) : refuse('no such meeting');
}
