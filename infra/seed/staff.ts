import { Colleague, PersonId } from '../../bot/meetings/ask.ts';
import { people as firstDay, type GroupKey, type SeededPerson } from '../tenant/school/people.ts';
import { type Chance, type Weighed, weigh } from './chance.ts';
import { givenNames, jobTitles, surnames } from './names.ts';

/** Who works at the school: those of the first day, and as many as it takes to hold that many meetings. */
export type Staff = {
  /** Those the tenant's directory does not know yet. */
  readonly joining: readonly SeededPerson[];
  readonly hosts: Weighed<Colleague>;
  readonly all: readonly Colleague[];
  /** Who may say yes for each group of approvers. */
  readonly approvers: Readonly<Record<'head' | 'slt' | 'dsl' | 'dpo', readonly Colleague[]>>;
};

const more = 118;
const leaders: readonly (readonly [string, GroupKey[]])[] = [
  ['Assistant headteacher', ['staff', 'slt']],
  ['Assistant headteacher', ['staff', 'slt']],
  ['Deputy safeguarding lead', ['staff', 'dsl']],
];

export function drawStaff(chance: Chance): Staff {
  const titles = weigh(jobTitles);
  const taken = new Set(firstDay.map(({ name }) => name));
  const joining = Array.from({ length: more + leaders.length }, (_, index): SeededPerson => {
    const name = newName(chance, taken);
    const address = `${name.toLowerCase().replace(' ', '.')}@school.example.org`;
    const [jobTitle, groups] = leaders[index] ?? [chance.weighed(titles), ['staff']];
    const id = `5c0a1d0e-0000-4000-8000-${(0x1000 + index).toString(16).padStart(12, '0')}`;
    return { id, name, jobTitle, address, userPrincipalName: address, kind: 'member', groups };
  });
  const staff = [...firstDay, ...joining].filter(({ groups }) => groups.includes('staff'));
  const of = (group: GroupKey) => staff.filter(({ groups }) => groups.includes(group)).map(colleague);
  return {
    joining,
    all: staff.map(colleague),
    // Whoever has been here from the first day arranges more than most; nobody so much that a list could not be filtered by them.
    hosts: weigh(staff.map((person) => [colleague(person), firstDay.includes(person) ? 3 : 0.3 + chance.next() * 1.7])),
    approvers: { head: of('head'), slt: of('slt'), dsl: of('dsl'), dpo: of('dpo') },
  };
}

export function newName(chance: Chance, taken: Set<string>): string {
  for (;;) {
    const name = `${chance.one(givenNames)} ${chance.one(surnames)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const colleague = ({ id, name, address }: SeededPerson): Colleague =>
  Colleague.parse({ id: PersonId.parse(id), name, address });
