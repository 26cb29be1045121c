import { concernView } from '../in-the-meeting/panel-view.ts';
import { Reference } from '../meetings/ask.ts';
import { type ApiRoute, type ApiWorld, answer, forReader } from './door.ts';
import { refuse } from './refusals.ts';

/** A concern raised at a meeting. There is nothing to send with it: what it is about is told to the safeguarding lead in person. */
export const concernRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'POST',
    path: '/api/meetings/:reference/concern',
    handle: forReader(world, async ({ caller, request }) => {
      const reference = Reference.safeParse(request.params['reference']);
      const concern = reference.success ? await world.concerns.raise(reference.data, caller) : null;
      return concern ? answer(concernView(concern)) : refuse('no such meeting');
    }),
  },
];
