import type { Clause } from '../policy/decision.ts';
import { type Kind, kinds } from '../policy/kind.ts';
import { nameOf } from '../policy/pack.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import type { Aggregate } from './aggregate.ts';
import { type CoverFigure, edges, type Figures, medianOf, none, sum } from './figures.ts';
import { type Period, periodsOf } from './periods.ts';
import { type Week, weekOfDay, weeksBetween } from './week.ts';

/** What the page of pictures reads: sums over the weeks of some days, and the weeks themselves. Pure; no child's or guest's name is in it. */

/** How far the figures are to be trusted. `counting`: some weeks are still those of before, or missing. */
export type Freshness =
  | { readonly is: 'up to date'; readonly at: string }
  | { readonly is: 'counting'; readonly counted: number; readonly of: number }
  | { readonly is: 'nothing yet' };

export type WeekView = { readonly week: string; readonly kinds: Readonly<Partial<Record<Kind, number>>> };
export type ExceptionView = {
  readonly why: string;
  /** The rule's own words; its name where no pack of the school has it any more. */
  readonly says: string;
  readonly clauses: readonly Clause[];
  readonly meetings: number;
};
export type AgencyView = {
  readonly agency: string;
  readonly came: number;
  readonly didNotCome: number;
  readonly notNoted: number;
};

export type InsightsView = {
  readonly freshness: Freshness;
  readonly periods: readonly Period[];
  /** The days asked about, both included; whole weeks are counted. */
  readonly from: string;
  readonly to: string;
  readonly meetings: number;
  /** In the order that kinds always have. */
  readonly kinds: readonly { readonly kind: Kind; readonly meetings: number }[];
  readonly weeks: readonly WeekView[];
  readonly sealing: { readonly before: number; readonly after: number; readonly unknown: number };
  /** `median`: half had their invitation within so many minutes; `upTo` in minutes, `null` for what took longer. */
  readonly waits: {
    readonly median: number | null;
    readonly bins: readonly { readonly upTo: number | null; readonly meetings: number }[];
  };
  readonly urgent: number;
  readonly recorded: number;
  readonly exceptions: readonly ExceptionView[];
  readonly cover: Readonly<Partial<Record<CoverFigure, number>>>;
  readonly agencies: readonly AgencyView[];
  readonly hosts: readonly { readonly name: string; readonly meetings: number }[];
  readonly unreadable: number;
};

type Of = {
  readonly from: string;
  readonly to: string;
  /** London, `2026-11-22`. */
  readonly today: string;
  readonly school: Pick<School, 'terms'>;
  readonly policy: Policy;
};

export function insightsView(aggregate: Aggregate | null, { from, to, today, school, policy }: Of): InsightsView {
  const weeks = weeksBetween(weekOfDay(from), weekOfDay(to)).toReversed();
  const of = (week: Week): Figures => aggregate?.weeks[week] ?? none;
  const all = sum(weeks.map(of));
  const begun = sum(weeks.filter((week) => week <= today).map(of));
  const known = Object.keys(aggregate?.weeks ?? {}).toSorted();
  const days = { first: smaller(known[0] ?? today, today), last: larger(known.at(-1) ?? today, today) };
  return {
    freshness: freshnessOf(aggregate),
    periods: periodsOf(school, days),
    from,
    to,
    meetings: Object.values(all.kinds).reduce((so, one) => so + one, 0),
    kinds: kinds.map((kind) => ({ kind, meetings: all.kinds[kind] ?? 0 })).filter(({ meetings }) => meetings > 0),
    weeks: weeks.map((week) => ({ week, kinds: of(week).kinds })),
    sealing: { before: 0, after: 0, unknown: 0, ...all.sealing },
    waits: { median: medianOf(all.waits), bins: binsOf(all.waits) },
    urgent: all.urgent,
    recorded: all.recorded,
    exceptions: exceptionsOf(all.exceptions, policy),
    cover: all.cover,
    // Nobody can have come to what has not begun.
    agencies: agenciesOf(begun.agencies),
    hosts: most(Object.entries(all.hosts).map(([id, meetings]) => ({ name: aggregate?.hosts[id] ?? id, meetings }))),
    unreadable: all.unreadable,
  };
}

const smaller = (one: string, other: string) => (one < other ? one : other);
const larger = (one: string, other: string) => (one > other ? one : other);
const most = <T extends { readonly meetings: number }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => b.meetings - a.meetings);
function freshnessOf(aggregate: Aggregate | null): Freshness {
  if (aggregate === null) return { is: 'nothing yet' };
  const { due, begun, asOf } = aggregate;
  return due.length === 0 ? { is: 'up to date', at: asOf } : { is: 'counting', counted: begun - due.length, of: begun };
}

/** Few enough to be looked at; each an edge of those that are counted by. */
const shown = [5, 30, 120, 480, 1440, 4320, 10_080];

function binsOf(waits: Figures['waits']): InsightsView['waits']['bins'] {
  const bins = [...shown, null].map((upTo) => ({ upTo, meetings: 0 }));
  for (const [index, meetings] of Object.entries(waits)) {
    const edge = edges[Number(index)] ?? Number.POSITIVE_INFINITY;
    const bin = bins.find(({ upTo }) => upTo === null || edge <= upTo);
    if (bin) bin.meetings += meetings;
  }
  return bins;
}

function exceptionsOf(exceptions: Figures['exceptions'], policy: Policy): readonly ExceptionView[] {
  const views = Object.entries(exceptions).map(([name, { meetings, clauses }]) => {
    const [why = '', rule = ''] = name.split(' ');
    return { why, says: wordsOf(rule, policy), clauses: clauses.map((id) => clauseOf(id, policy)), meetings };
  });
  return most(views);
}

const wordsOf = (name: string, { packs }: Policy): string =>
  packs.flatMap(({ pack }) => pack.rules.filter((rule) => nameOf(pack, rule) === name))[0]?.says ?? name;

const clauseOf = (id: string, { packs }: Policy): Clause => ({
  id,
  says: packs.map(({ clauses }) => clauses[id]?.says).find((says) => says !== undefined) ?? '',
});

function agenciesOf(agencies: Figures['agencies']): readonly AgencyView[] {
  const views = Object.entries(agencies).map(([agency, came]) => ({
    agency,
    came: came.came ?? 0,
    didNotCome: came['did not come'] ?? 0,
    notNoted: came['not noted'] ?? 0,
  }));
  const all = ({ came, didNotCome, notNoted }: AgencyView) => came + didNotCome + notNoted;
  return views.toSorted((a, b) => all(b) - all(a));
}
