import { dateInWords, timeInWords } from '../cards/words/dates.ts';
import { checks as words } from '../cards/words/today.ts';
import { allInWords, forAnyMeeting } from '../checklist/in-words.ts';
import { schoolTasks } from '../checklist/moments.ts';
import { isTimeOver } from '../data-protection/retention.ts';
import { countOf, type Examination } from '../doctor/line.ts';
import type { ListState } from '../graph/list-state.ts';
import { inLondon } from '../london.ts';
import type { Clause } from '../policy/decision.ts';
import type { Fact } from '../policy/fact.ts';
import type { Policy } from '../policy/policy.ts';
import type { School } from '../policy/school.ts';
import { todayOf } from '../policy/school-day.ts';
import type { Listed } from '../register/entry.ts';
import type { Some } from '../register/some.ts';
import type { Pass } from '../sweeper.ts';

/** What is misconfigured, stuck or due, for ICT and the data protection officer: counts and dates, no names and no children. Pure. */

/** `look`: somebody should look at it, in time. */
export type Check = {
  readonly name: string;
  readonly is: 'well' | 'look' | 'wrong' | 'unknown';
  readonly says: string;
};
export type CheckList = {
  readonly checks: readonly Check[];
  /** What the packs ask of the school's tenant: nobody but a person can look at it. */
  readonly byHand: readonly { readonly says: string; readonly clauses: readonly Clause[] }[];
};

export type IctFacts = {
  readonly lists: readonly ListState[];
  /** Rows whose next check is more than half an hour past. */
  readonly overdue: Fact<Some<Listed>>;
  readonly days: Fact<Some<Listed>>;
  /** What the doctor found. */
  readonly installation: Fact<Examination>;
  readonly health: Fact<{ readonly storage: 'ok' | 'not answering'; readonly sweep: Pass | null }>;
};
type Around = { readonly policy: Policy; readonly school: School; readonly now: Date };

export function ictView(facts: IctFacts, around: Around): CheckList & { presses: boolean } {
  const checks = [
    ...facts.lists.map(ofList),
    ...ofRows(facts),
    ofInstallation(facts.installation),
    ...ofHealth(facts.health, around.now),
    ...ofPacks(around),
    ofAssessment(around),
  ];
  return { ...withPressing(checks), byHand: tenantChecks(around) };
}

/** @param oldest the start of the register's oldest meeting, UTC; `null` while it is empty */
export const dpoView = (oldest: Fact<string | null>, around: Around): CheckList & { presses: boolean } => ({
  ...withPressing([ofRetention(oldest, around), ofAssessment(around), ...ofPacks(around)]),
  byHand: [],
});

/** Whether the oldest has stood longer than the shortest time anything is kept for; which may go, a dry run tells. */
function ofRetention(oldest: Fact<string | null>, { school, now }: Around): Check {
  const { name, notLooked, well, look } = words.retention;
  if (!oldest.known) return { name, is: 'unknown', says: notLooked };
  const shortest = Object.values(school.retention).toSorted((one, other) => one.years - other.years)[0];
  const start = oldest.value;
  const over =
    start !== null &&
    shortest !== undefined &&
    isTimeOver({ ...shortest, from: 'the meeting' }, { start, year: null }, now);
  return over ? { name, is: 'look', says: look(dateInWords(dayOfStart(start))) } : { name, is: 'well', says: well };
}

const dayOfStart = (start: string): string => inLondon(start).toPlainDate().toString();

// What is wrong is read first.
const order = ['wrong', 'unknown', 'look', 'well'] as const;
const withPressing = (checks: readonly Check[]) => ({
  presses: checks.some(({ is }) => is === 'wrong'),
  checks: checks.toSorted((one, other) => order.indexOf(one.is) - order.indexOf(other.is)),
});

function ofList(state: ListState): Check {
  const name = words.list(state.name);
  switch (state.is) {
    case 'complete':
      return { name, is: 'well', says: words.complete };
    case 'gone':
      return { name, is: 'wrong', says: words.gone };
    case 'not answering':
      return { name, is: 'unknown', says: words.notAnswering };
    case 'incomplete':
      return { name, is: 'wrong', says: words.lacks(state.lacks.join(', ')) };
  }
}

function ofRows({ overdue, days }: IctFacts): readonly Check[] {
  const unknown = (name: string): Check => ({ name, is: 'unknown', says: words.notAnswering });
  const late = overdue.known ? overdue.value.rows.length + overdue.value.unreadable : 0;
  const more = overdue.known && overdue.value.more;
  const unreadable = overdue.known && days.known ? Math.max(overdue.value.unreadable, days.value.unreadable) : 0;
  return [
    !overdue.known || !days.known
      ? unknown(words.unreadable.name)
      : unreadable === 0
        ? { name: words.unreadable.name, is: 'well', says: words.unreadable.none }
        : { name: words.unreadable.name, is: 'wrong', says: words.unreadable.some(unreadable, true) },
    !overdue.known
      ? unknown(words.overdue.name)
      : late === 0
        ? { name: words.overdue.name, is: 'well', says: words.overdue.none }
        : { name: words.overdue.name, is: 'wrong', says: words.overdue.some(late, more) },
  ];
}

function ofInstallation(found: IctFacts['installation']): Check {
  const { name, notLooked, wrong, notRead, well } = words.installation;
  if (!found.known) return { name, is: 'unknown', says: notLooked };
  const { lines } = found.value;
  const [faults, unread] = [countOf(lines, 'wrong'), countOf(lines, 'cannot be read')];
  if (faults > 0) return { name, is: 'wrong', says: wrong(faults) };
  return unread > 0 ? { name, is: 'unknown', says: notRead(unread) } : { name, is: 'well', says: well };
}

const longAgo = 15 * 60_000;

function ofHealth(health: IctFacts['health'], now: Date): readonly Check[] {
  if (!health.known) return [{ name: words.storage.name, is: 'unknown', says: words.storage['not answering'] }];
  const { storage, sweep } = health.value;
  return [
    { name: words.storage.name, is: storage === 'ok' ? 'well' : 'wrong', says: words.storage[storage] },
    ofSweep(sweep, now),
  ];
}

function ofSweep(sweep: Pass | null, now: Date): Check {
  const { name } = words.sweep;
  if (sweep === null) return { name, is: 'look', says: words.sweep.never };
  const when = timeInWords(inLondon(sweep.at));
  if (!sweep.reached) return { name, is: 'wrong', says: words.sweep.stuck(when) };
  if (now.getTime() - Date.parse(sweep.at) > longAgo) return { name, is: 'wrong', says: words.sweep.late(when) };
  return { name, is: 'well', says: words.sweep.well(when) };
}

function ofPacks({ policy, now }: Around): readonly Check[] {
  const due = policy.packs.flatMap(({ pack: { id, reviewDue } }): readonly Check[] => {
    const is = dueness(reviewDue, now);
    if (is === 'well') return [];
    return [{ name: words.pack(id), is, says: words[is === 'wrong' ? 'packDue' : 'packSoon'](dateInWords(reviewDue)) }];
  });
  return due.length > 0 ? due : [{ name: words.packs.name, is: 'well', says: words.packs.well }];
}

function ofAssessment({ school: { assessment }, now }: Around): Check {
  const { name, none, due, soon, well } = words.assessment;
  if (assessment === null) return { name, is: 'look', says: none };
  const is = dueness(assessment.reviewDue, now);
  const day = dateInWords(assessment.reviewDue);
  return { name, is, says: is === 'wrong' ? due(day) : is === 'look' ? soon(day) : well(day) };
}

const soonDays = 30;

/** @param day London's, `2026-11-24`; its own day is still in time */
function dueness(day: string, now: Date): 'wrong' | 'look' | 'well' {
  const today = todayOf(now);
  if (day < today) return 'wrong';
  return day <= inLondon(now).toPlainDate().add({ days: soonDays }).toString() ? 'look' : 'well';
}

const tenantChecks = ({ policy, school }: Around) =>
  allInWords(
    schoolTasks(policy).filter(({ of }) => of === 'ict'),
    forAnyMeeting(school),
  ).map(({ says, clauses }) => ({ says, clauses }));
