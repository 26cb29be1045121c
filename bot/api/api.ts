import { me } from '../views/rights.ts';
import { accessRoutes } from './access.ts';
import { agreementRoutes } from './agreements.ts';
import { answerRoutes } from './answers.ts';
import { authorisationRoutes } from './authorisation.ts';
import { authoriseRoutes } from './authorise.ts';
import { changeRoutes } from './changes.ts';
import { colleagueRoutes } from './colleagues.ts';
import { concernRoutes } from './concerns.ts';
import { dataProtectionRoutes } from './data-protection.ts';
import { disposalRoutes } from './disposal.ts';
import { doctorRoutes } from './doctor.ts';
import { type ApiRoute, type ApiWorld, answer, forCaller } from './door.ts';
import { exportRoutes } from './exports.ts';
import { heldRoutes } from './held.ts';
import { inTheMeetingRoutes } from './in-the-meeting.ts';
import { insightRoutes } from './insights.ts';
import { lookingRoutes } from './looking.ts';
import { meetingRoutes } from './meetings.ts';
import { policyRoutes } from './policy.ts';
import { todayRoutes } from './today.ts';

/** Everything the tab can ask; a file of this room a page of it. Every route but `/api/where` goes through the door. */

/** @returns the routes, for the server to mount; their handlers never reject */
export const createApi = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/where', handle: () => Promise.resolve(answer({ teamsUrl: world.teamsUrl })) },
  { method: 'GET', path: '/api/me', handle: forCaller(world, ({ caller }) => Promise.resolve(answer(me(caller)))) },
  ...meetingRoutes(world),
  ...exportRoutes(world),
  ...authorisationRoutes(world),
  ...changeRoutes(world),
  ...heldRoutes(world),
  ...lookingRoutes(world),
  ...agreementRoutes(world),
  ...answerRoutes(world),
  ...colleagueRoutes(world),
  ...concernRoutes(world),
  ...inTheMeetingRoutes(world),
  ...todayRoutes(world),
  ...insightRoutes(world),
  ...dataProtectionRoutes(world),
  ...disposalRoutes(world),
  ...accessRoutes(world),
  ...authoriseRoutes(world),
  ...policyRoutes(world),
  ...doctorRoutes(world),
];
