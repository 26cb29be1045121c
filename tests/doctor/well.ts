import { readConfig } from '../../bot/config.ts';
import type { Around } from '../../bot/doctor/around.ts';
import type { DoctorFacts } from '../../bot/doctor/facts.ts';
import { judge } from '../../bot/doctor/judging/judge.ts';
import { FoundList } from '../../bot/graph/list-state.ts';
import { permissions } from '../../bot/graph/permissions.ts';
import { known } from '../../bot/policy/fact.ts';
import { everyList } from '../../bot/register/lists.ts';
import { wordingOf } from '../meetings/wording.ts';
import { local } from '../school.ts';
import { foundIn } from './a-school.ts';

const { policy, school } = wordingOf();
export const around: Around = {
  config: readConfig(local).config,
  policy,
  school,
  appVersion: '0.1.0',
  now: new Date('2026-11-23T08:00:00Z'),
};

const one = {
  id: 'b1f6c7a0-0000-4000-8000-000000000001',
  name: 'Maya Okafor',
};
const organiser = { ...one, hasTeams: true, hasMailbox: true };
const peopled = known('peopled' as const);

/** What is read at a school where nothing is wrong. */
export const wellFacts: DoctorFacts = {
  signIn: { is: 'in', roles: permissions.filter(({ grantedBy }) => grantedBy === 'Entra').map(({ name }) => name) },
  credential: { kind: 'federated' },
  organisers: known({ people: [organiser], more: false }),
  accessPolicy: known([{ organiser, is: 'open' }]),
  calendars: known([{ organiser, is: 'open' }]),
  outside: known('refused'),
  site: known('there'),
  lists: everyList.map(({ name, columns }) => ({
    name,
    there: known(FoundList.parse({ columns: columns.map((column) => ({ id: column.name, ...column })) })),
  })),
  rows: known(everyList.map(({ name }) => ({ list: name, newest: 12 }))),
  versions: known({ writes: 4, versions: 4 }),
  groups: { staff: peopled, head: peopled, slt: peopled, dsl: peopled, dpo: peopled, ict: peopled, pupil: peopled },
  app: known({ id: 'a7', versions: ['0.1.0'] }),
  clock: known(0),
  endpoint: known(401),
  storage: 'ok',
};

export const judged = (facts: Partial<DoctorFacts>, other: Partial<Around> = {}) =>
  foundIn({ lines: judge({ ...wellFacts, ...facts }, { ...around, ...other }) });
