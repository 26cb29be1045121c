import { canSeeInstallation } from '../views/rights.ts';
import { type ApiRoute, type ApiWorld, answer, forCaller } from './door.ts';
import { refuse } from './refusals.ts';

/** How the school's Microsoft 365 is set up, line by line, for ICT. */
export const doctorRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'GET',
    path: '/api/doctor',
    handle: forCaller(world, async ({ caller }) =>
      canSeeInstallation(caller).may ? answer(await world.doctor.examine()) : refuse('not for ict'),
    ),
  },
];
