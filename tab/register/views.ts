import * as z from 'zod/mini';
import type { Me } from '../../bot/views/rights.ts';
import { registerWords } from '../words/register.ts';
import { changed, type Filter, filterOf } from './filter.ts';

/** A way of looking at the register with a name: what it is narrowed down to, whose, and in which order. */
export type View = { readonly name: string; readonly filter: Filter };

export const OwnViews: z.ZodMiniType<readonly View[]> = z.readonly(
  z.array(
    z.object({
      name: z.string().check(z.minLength(1), z.maxLength(60)),
      filter: z.pipe(z.record(z.string(), z.string()), z.transform(filterOf)),
    }),
  ),
);

/** The views that come with the page, by what the server lets this person see. @param today London's, `2026-11-24` */
export function builtIn({ can }: Me, today: string): readonly View[] {
  const { views } = registerWords;
  const year = schoolYearOf(today);
  const ofSchool: readonly View[] = [
    { name: views.wantYes, filter: { scope: 'all', status: 'waiting', order: 'oldest' } },
    { name: views.needReview, filter: { scope: 'all', status: 'needs review', order: 'oldest' } },
    { name: views.onHold, filter: { scope: 'all', status: 'on hold', order: 'oldest' } },
    { name: views.unusual, filter: { scope: 'all', exceptions: 'yes', schoolYear: year } },
    { name: views.reviews, filter: { scope: 'all', kind: 'annual-review', schoolYear: year } },
  ];
  return [
    { name: views.toCome, filter: { scope: 'mine', from: today, order: 'oldest' } },
    ...(can.seeWholeSchool.may
      ? [{ name: views.schoolToCome, filter: { scope: 'all', from: today, order: 'oldest' } }, ...ofSchool]
      : []),
  ];
}

/** The calendar year in which a day's school year began: on the first of September. */
function schoolYearOf(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return String(Number(year) - (Number(month) < 9 ? 1 : 0));
}

/**
 * What is seen now, under a name; another of that name gives way to it. What was searched for is not kept in the browser: it may be
 * a child's initials or a guest's name.
 */
export function withView(own: readonly View[], name: string, filter: Filter): readonly View[] {
  return [...own.filter((view) => view.name !== name), { name, filter: changed(filter, { search: '' }) }];
}
