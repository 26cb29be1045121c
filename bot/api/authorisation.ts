import { z } from 'zod';
import { notTaken } from '../cards/words/authorisation.ts';
import { Purpose } from '../meetings/ask.ts';
import { changedMeanwhile } from './changes.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, forReader } from './door.ts';
import { readable, shown } from './meeting.ts';
import { refuse } from './refusals.ts';

export const authorisationRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/api/meetings/:reference/authorisation',
    handle: forReader(world, (asked) => answerRequest(world, asked)),
  },
];

const seen = z.hash('sha256');
/** An approver's answer, from whichever page; `seen`: the hash of the request as it was shown there. */
export const ApproverSaid = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('yes'), seen }),
  z.strictObject({ say: z.literal('ask'), seen, words: Purpose }),
  z.strictObject({ say: z.literal('no'), seen, words: Purpose }),
]);

/** An approver's yes, no or question; answers the meeting as it stands then, also when it has changed since it was shown. */
async function answerRequest(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, { caller, request });
  if (!entry) return refuse('no such meeting');
  const said = ApproverSaid.safeParse(request.body);
  if (!said.success) return refuse('words missing');
  const { seen, ...what } = said.data;
  const answered = await world.authorising.answer(entry.reference, caller, what, seen);
  if (answered.done) return shown(world, answered.row.entry, caller);
  if (answered.why === 'changed since' && answered.entry) return changedMeanwhile(world, answered.entry, caller);
  return refuse('not taken', notTaken[answered.why]);
}
