import { z } from 'zod';
import { standings } from '../agreeing/ledger.ts';
import { notWrittenDown } from '../cards/words/agreements.ts';
import { agreements, Statement, says, ways } from '../register/agreements.ts';
import { Version, versionOf } from '../register/version.ts';
import { changedMeanwhile } from './changes.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, forReader } from './door.ts';
import { about, shown } from './meeting.ts';
import { refuse } from './refusals.ts';

/** Host or second adult writes down what a guest agrees to or takes back; answers the meeting as it stands then. */
export const agreementRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/api/meetings/:reference/agreements',
    handle: forReader(world, (asked) => writeDown(world, asked)),
  },
];

/** `guest`: by their number on the list as it was seen, from 1. Their own key is made of an address, which not every reader sees. */
const Body = z.strictObject({
  version: Version,
  guest: z.int().positive().max(20),
  agreement: z.enum(agreements),
  says: z.enum(says),
  how: z.enum(ways),
  on: Statement.shape.on,
});

async function writeDown(world: ApiWorld, asked: Asked): Promise<ApiAnswer> {
  const found = await about(world, asked, Body);
  if ('status' in found) return found;
  const { entry, body } = found;
  const { version, guest: number, ...statement } = body;
  if (version !== versionOf(entry)) return changedMeanwhile(world, entry, asked.caller);
  const guest = standings(entry, []).find((one) => one.number === number)?.key ?? '';
  const written = await world.acts.agree(entry.reference, asked.caller, { ...statement, guest });
  return written.done ? shown(world, written.entry, asked.caller) : refuse('not changed', notWrittenDown[written.why]);
}
