import { Aggregate } from '../../../bot/insights/aggregate.ts';
import { covers, none } from '../../../bot/insights/figures.ts';
import { kinds } from '../../../bot/policy/kind.ts';
import { people } from '../school.ts';

/** What was counted of a week with one of everything. */
export const figures = Aggregate.parse({
  version: 1,
  links: { meetings: '', guests: '' },
  due: [],
  begun: 0,
  weeks: {
    '2026-11-16': {
      ...none,
      kinds: Object.fromEntries(kinds.map((kind) => [kind, 1])),
      sealing: { before: 1 },
      waits: { 3: 1 },
      exceptions: { 'urgent trust-minimum/notice': { meetings: 1, clauses: ['003-10'] } },
      urgent: 1,
      recorded: 1,
      cover: Object.fromEntries(covers.map((cover) => [cover, 1])),
      agencies: { 'School nursing': { came: 1 } },
      hosts: { [people.senco.id]: 1 },
    },
  },
  rows: {},
  hosts: { [people.senco.id]: people.senco.name },
  asOf: '2026-11-20T08:59:00Z',
});
