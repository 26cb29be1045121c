import { todayOf } from '../policy/school-day.ts';
import { policyView } from '../views/policy.ts';
import { type ApiRoute, type ApiWorld, answer, forCaller } from './door.ts';

/** What the school follows, for everybody of the school. */
export const policyRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'GET',
    path: '/api/policy',
    handle: forCaller(world, () =>
      Promise.resolve(answer(policyView(world.policy, world.school, todayOf(world.now())))),
    ),
  },
];
