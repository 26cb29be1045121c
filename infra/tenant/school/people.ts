/** The people of the fictional school, as Entra and Exchange know them. None of them lives; no address of theirs can be delivered to. */

export const groupKeys = ['staff', 'head', 'slt', 'dsl', 'dpo', 'ict', 'pupil'] as const;
export type GroupKey = (typeof groupKeys)[number];

export type SeededPerson = {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly address: string;
  /** Differs from the address for a B2B guest, whose mail lives elsewhere. */
  readonly userPrincipalName: string;
  readonly kind: 'member' | 'guest';
  /** Every group the person is in, whether directly or through another group. */
  readonly groups: readonly GroupKey[];
};

const member = (
  number: string,
  name: string,
  { jobTitle, groups, domain = 'school.example.org' }: { jobTitle: string; groups: GroupKey[]; domain?: string },
): SeededPerson => {
  const address = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
  const id = `5c0a1d0e-0000-4000-8000-000000000${number}`;
  return { id, name, jobTitle, address, userPrincipalName: address, kind: 'member', groups };
};

const pupils = 'pupils.school.example.org';

export const people: readonly SeededPerson[] = [
  member('101', 'Maya Okafor', { jobTitle: 'SENCO', groups: ['staff'] }),
  member('102', 'Tom Birch', { jobTitle: 'Class teacher, Year 4', groups: ['staff'] }),
  member('103', 'Ruth Adeyemi', { jobTitle: 'Headteacher', groups: ['staff', 'head', 'slt'] }),
  member('104', 'Owen Pryce', { jobTitle: 'Deputy headteacher', groups: ['staff', 'slt'] }),
  member('105', 'Leila Haddad', { jobTitle: 'Designated safeguarding lead', groups: ['staff', 'dsl'] }),
  member('106', 'Sam Whitlock', { jobTitle: 'ICT manager', groups: ['staff', 'ict'] }),
  member('107', 'Grace Tan', { jobTitle: 'Data protection officer', groups: ['staff', 'dpo'] }),
  member('108', 'Ivy Lark', { jobTitle: 'Pupil', groups: ['pupil'], domain: pupils }),
  member('109', 'Noah Finch', { jobTitle: 'Pupil', groups: ['pupil'], domain: pupils }),
  {
    id: '5c0a1d0e-0000-4000-8000-00000000010a',
    name: 'Dana Cole',
    jobTitle: 'Early Help practitioner',
    address: 'dana.cole@partner.example.net',
    userPrincipalName: 'dana.cole_partner.example.net#EXT#@school.example.org',
    kind: 'guest',
    groups: [],
  },
];

/** @param key an object id, a user principal name or an address, in any case */
export const findPerson = (key: string): SeededPerson | undefined => byKey.get(key.toLowerCase());

/** Those of the first day and everybody who has joined the school since. A process has one school. */
export const everybody = (): readonly SeededPerson[] => [...people, ...joined.values()];

/** Takes people into the directory; whoever is known by that object id is replaced. */
export function join(more: readonly SeededPerson[]): void {
  for (const person of more) {
    joined.set(person.id.toLowerCase(), person);
    for (const key of keysOf(person)) byKey.set(key, person);
  }
}

/** The directory of the first day again. */
export function leave(): void {
  for (const person of joined.values()) for (const key of keysOf(person)) byKey.delete(key);
  joined.clear();
}

const keysOf = ({ id, userPrincipalName, address }: SeededPerson) =>
  [id, userPrincipalName, address].map((key) => key.toLowerCase());
const joined = new Map<string, SeededPerson>();
const byKey = new Map(people.flatMap((person) => keysOf(person).map((key) => [key, person] as const)));
