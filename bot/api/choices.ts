import type { Caller } from '../identity/caller.ts';
import type { Aggregate } from '../insights/aggregate.ts';
import { schoolYearOf } from '../insights/periods.ts';
import { todayOf } from '../policy/school-day.ts';
import { everything } from '../register/register.ts';
import { canSeeWholeSchool } from '../views/rights.ts';
import { type ApiAnswer, type ApiRoute, type ApiWorld, type Asked, answer, forReader } from './door.ts';

/**
 * What the list of meetings can be narrowed down to, beside what is the same everywhere. Whoever sees their own meetings only is
 * offered what stands in their own: who hosts at this school, and which agencies come, is more than that.
 */

export type ChoicesView = {
  readonly hosts: readonly { readonly id: string; readonly name: string }[];
  readonly agencies: readonly string[];
  /** By the calendar year each begins in, newest first. */
  readonly schoolYears: readonly number[];
};

export const choiceRoute = (world: ApiWorld): ApiRoute => ({
  method: 'GET',
  path: '/api/meetings/choices',
  handle: forReader(world, (asked) => choices(world, asked)),
});

type Known = Pick<ChoicesView, 'hosts' | 'agencies'>;

async function choices(world: ApiWorld, { caller }: Asked): Promise<ApiAnswer> {
  const figures = await world.figures();
  const counted = figures === null ? null : countedIn(figures);
  const { hosts, agencies } = canSeeWholeSchool(caller).may
    ? (counted ?? (await notYetCounted(world)))
    : await ownOf(world, caller);
  const view: ChoicesView = {
    hosts: hosts.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
    agencies: eachOnce(agencies),
    schoolYears: schoolYears(world.now(), figures),
  };
  return answer(view);
}

/** The figures know every host and every agency there has been; nothing is read for it from the register. */
const countedIn = ({ hosts, weeks }: Aggregate): Known => ({
  hosts: Object.entries(hosts).map(([id, name]) => ({ id, name })),
  agencies: Object.values(weeks).flatMap((week) => Object.keys(week.agencies)),
});

/** Until there are figures: those who work here, and who came lately. */
async function notYetCounted({ acts, register }: ApiWorld): Promise<Known> {
  const [staff, agencies] = await Promise.all([acts.colleagues(), register.agencies()]);
  return { hosts: staff.known ? staff.value.map(({ id, name }) => ({ id, name })) : [], agencies };
}

const rowsLookedAt = 100;

async function ownOf({ register }: ApiWorld, { id: of }: Caller): Promise<Known> {
  const { rows } = await register.page({ ...everything, of, most: rowsLookedAt });
  const guests = await register.guestsOfMany(rows);
  const hosts = new Map(rows.map(({ ask }) => [ask.host.id, ask.host.name]));
  return {
    hosts: [...hosts].map(([id, name]) => ({ id, name })),
    agencies: [...guests.values()].flat().map(({ agency }) => agency),
  };
}

/** People write an agency in more ways than one; SharePoint finds it in any case of letters. */
function eachOnce(agencies: readonly string[]): readonly string[] {
  const written = new Map(agencies.map((agency) => [agency.toLowerCase(), agency]));
  return [...written.values()].toSorted((one, other) => one.localeCompare(other, 'en-GB'));
}

const withoutFigures = 5;

/** From the first that anything was counted in to the one after this; meetings are seldom arranged further ahead. */
function schoolYears(now: Date, figures: Aggregate | null): readonly number[] {
  const current = schoolYearOf(todayOf(now));
  const counted = Object.keys(figures?.weeks ?? {}).map(schoolYearOf);
  const first = figures === null ? current - withoutFigures : Math.min(current, ...counted);
  const last = Math.max(current + 1, ...counted);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
