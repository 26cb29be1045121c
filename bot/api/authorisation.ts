import { z } from 'zod';
import { notTaken } from '../cards/words/authorisation.ts';
import { Purpose } from '../meetings/ask.ts';
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

const ApproverAnswer = z.discriminatedUnion('say', [
  z.strictObject({ say: z.literal('yes') }),
  z.strictObject({ say: z.literal('ask'), words: Purpose }),
  z.strictObject({ say: z.literal('no'), words: Purpose }),
]);

/** An approver's yes, no or question; answers the meeting as it stands then. */
async function answerRequest(world: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const entry = await readable(world, { caller, request });
  if (!entry) return refuse('no such meeting');
  const said = ApproverAnswer.safeParse(request.body);
  if (!said.success) return refuse('words missing');
  const answered = await world.authorising.answer(entry.reference, caller, said.data);
  if (answered.done) return shown(world, answered.row.entry, caller);
  return refuse('not taken', notTaken[answered.why]);
}
