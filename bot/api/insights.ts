import { z } from 'zod';
import { insightsView } from '../insights/insights-view.ts';
import { schoolYear, schoolYearOf } from '../insights/periods.ts';
import { todayOf } from '../policy/school-day.ts';
import { canSeeInsights } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forCaller } from './door.ts';
import { refuse } from './refusals.ts';

/** The pictures' figures: sums and weeks, from the one aggregate; nothing is read from the register. */
export const insightRoutes = (world: ApiWorld): readonly ApiRoute[] => [
  {
    method: 'GET',
    path: '/api/insights',
    handle: forCaller(world, (asked) => insights(world, asked)),
  },
];

const Day = z.iso.date().regex(/^20\d\d/);
/** Both days included; without them the school year that it is. */
const InsightsQuery = z.strictObject({ from: Day.optional(), to: Day.optional() });

async function insights({ figures, school, policy, now }: ApiWorld, { caller, request }: Asked): Promise<ApiAnswer> {
  if (!canSeeInsights(caller).may) return refuse('no insights for you');
  const query = InsightsQuery.safeParse(request.query);
  if (!query.success) return refuse('not understood');
  const today = todayOf(now());
  const { from = schoolYear(schoolYearOf(today)).from, to = schoolYear(schoolYearOf(today)).to } = query.data;
  if (from > to) return refuse('not understood');
  return answer(insightsView(await figures(), { from, to, today, school, policy }));
}
