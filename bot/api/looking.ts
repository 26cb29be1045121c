import { z } from 'zod';
import { notLooked } from '../cards/words/aftercare.ts';
import { notDismissed } from '../cards/words/reviewing.ts';
import { Purpose } from '../meetings/ask.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, forReader } from './door.ts';
import { about, shown } from './meeting.ts';
import { refuse } from './refusals.ts';

/** A leader's look at an urgent meeting, and a reviewer's word that one may stand; both answer the meeting as it stands then. */
export const lookingRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/api/meetings/:reference/looked-at',
    handle: forReader(world, (asked) => lookedAt(world, asked)),
  },
  {
    method: 'POST',
    path: '/api/meetings/:reference/let-stand',
    handle: forReader(world, (asked) => letStand(world, asked)),
  },
];

const Looked = z.strictObject({ words: Purpose.nullable() });

async function lookedAt(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, Looked);
  if ('status' in found) return found;
  const looked = await world.acts.look(found.entry.reference, asked.caller, found.body.words);
  if (looked.entry !== undefined) return shown(world, looked.entry, asked.caller);
  return refuse('not changed', notLooked[looked.why]);
}

/** `shown`: the reasons this person has read; what has come up since is not dismissed with them. */
const LetStand = z.strictObject({ shown: z.array(z.string().max(400)).max(50), words: Purpose });

async function letStand(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, LetStand);
  if ('status' in found) return found;
  const done = await world.acts.letStand(found.entry.reference, asked.caller, found.body);
  if (done.entry !== undefined) return shown(world, done.entry, asked.caller);
  return refuse('not changed', notDismissed[done.why]);
}
