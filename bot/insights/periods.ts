import type { School } from '../policy/school.ts';

/** The spans of days that people look at: school years, and the terms and half-terms of the school's settings. Pure. */

/** Both days included, London. */
export type Period = {
  readonly is: 'school year' | 'term' | 'half-term';
  readonly name: string;
  readonly from: string;
  readonly to: string;
};

/** A school year by the calendar year it begins in: September to August. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);

export const schoolYear = (year: number): Period => ({
  is: 'school year',
  name: `School year ${year} to ${year + 1}`,
  from: `${year}-09-01`,
  to: `${year + 1}-08-31`,
});

/**
 * @param days the first and the last day that there is anything of
 * @returns school years, newest first, then the terms and half-terms of the settings as they come
 */
export function periodsOf(
  { terms }: Pick<School, 'terms'>,
  days: { readonly first: string; readonly last: string },
): readonly Period[] {
  const [first, last] = [schoolYearOf(days.first), schoolYearOf(days.last)];
  const years = Array.from({ length: last - first + 1 }, (_, index) => schoolYear(last - index));
  const spans = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const named = Map.groupBy(spans, seasonOf);
  return [...years, ...[...named].flatMap(([season, parts]) => termAndHalves(season, parts))];
}

type Span = School['terms'][number];
const parts = ['first', 'second', 'third', 'fourth'] as const;

function termAndHalves(season: string, spans: readonly Span[]): readonly Period[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole: Period = { is: 'term', name: season, from: first.from, to: last.to };
  if (spans.length === 1) return [whole];
  const halves = spans.map(
    ({ from, to }, index): Period => ({ is: 'half-term', name: `${season}, ${parts[index] ?? 'last'} half`, from, to }),
  );
  return [whole, ...halves];
}

function seasonOf({ from }: Span): string {
  const [year, month = ''] = from.split('-');
  const season = month >= '09' ? 'Autumn' : month >= '04' ? 'Summer' : 'Spring';
  return `${season} term ${year}`;
}
