import { Failure } from '../failure.ts';
import { type MeetingsPage, meetingSummary } from '../views/meeting.ts';
import { isInScope } from '../views/rights.ts';
import { choiceRoute } from './choices.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';
import { meetingRoute } from './meeting.ts';
import { understood } from './meetings-query.ts';
import { refuse } from './refusals.ts';

/** The list of meetings, page by page. */

export const meetingRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  { method: 'GET', path: '/api/meetings', handle: forReader(world, (asked) => listMeetings(world, asked)) },
  choiceRoute(world),
  meetingRoute(world),
];

async function listMeetings({ register, report }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  const asked = understood(request.query, caller);
  if ('refused' in asked) return refuse(asked.refused);
  const { scope, query } = asked;
  const { rows, unreadable, ...page } = await register.page(query);
  // The cursor comes from the caller's hands, so what it led to is judged row by row.
  const seen = rows.filter((row) => isInScope(row, caller, scope));
  if (unreadable > 0) report(new Failure('register unreadable', `${unreadable} rows of a page`));
  const view: MeetingsPage = { scope, meetings: seen.map(meetingSummary), ...page, unreadable };
  return answer(view);
}
