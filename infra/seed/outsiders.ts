import { type Address, Address as AddressShape, type Guest, Initials, SchoolYear } from '../../bot/meetings/ask.ts';
import type { Chance } from './chance.ts';
import { agencies, familyRoles, givenNames, surnames } from './names.ts';

/** Whoever comes from outside: children by their initials, their families, and people of agencies. */
export type Outsiders = {
  /** Somebody of that school year in the year the school began in September of `autumn`. */
  pupil(autumn: number): Pupil;
  professionals: readonly Guest[];
  governors: readonly Guest[];
};
export type Pupil = {
  readonly initials: Initials;
  readonly year: SchoolYear;
  readonly family: readonly Guest[];
};

const years = ['N', 'R', '1', '2', '3', '4', '5', '6'].map((year) => SchoolYear.parse(year));
type Child = Omit<Pupil, 'year'>;

/** @param size how many children begin each September */
export function drawOutsiders(chance: Chance, size: number): Outsiders {
  const cohorts = new Map<number, readonly Child[]>();
  let families = 0;
  const child = (): Child => {
    families += 1;
    return drawChild(chance, families);
  };
  const cohort = (began: number) => {
    const there = cohorts.get(began) ?? Array.from({ length: size }, child);
    cohorts.set(began, there);
    return there;
  };
  const all = agencies.flatMap((agency) =>
    Array.from({ length: 14 }, (_, index) => professional(chance, agency, index)),
  );
  return {
    professionals: all.filter(({ agency }) => agency !== 'Governing Board'),
    governors: all.filter(({ agency }) => agency === 'Governing Board'),
    pupil: (autumn) => {
      const at = chance.between(0, years.length - 1);
      const year = years[at] ?? chance.one(years);
      return { ...chance.one(cohort(autumn - at)), year };
    },
  };
}

function drawChild(chance: Chance, number: number): Child {
  const surname = chance.one(surnames);
  const letters = 'ABCDEFGHIJKLMNOPRSTWYZ'.split('');
  const parents = chance.is(0.6) ? 2 : 1;
  const family = chance.some(familyRoles, parents).map((role, index): Guest => {
    const given = chance.one(givenNames);
    return {
      name: `${given} ${chance.is(0.85) ? surname : chance.one(surnames)}`,
      role,
      agency: 'Family',
      address: address(`${given}.${surname}${number}${index === 0 ? '' : 'b'}@example.com`),
    };
  });
  return { initials: Initials.parse(`${chance.one(letters)}${surname.charAt(0)}`), family };
}

type Agency = (typeof agencies)[number];

function professional(chance: Chance, { name: agency, host, roles }: Agency, index: number): Guest {
  const [given, surname] = [chance.one(givenNames), chance.one(surnames)];
  return {
    name: `${given} ${surname}`,
    role: chance.one(roles),
    agency,
    address: address(`${given}.${surname}${index + 1}@${host}.example.net`),
  };
}

const address = (text: string): Address => AddressShape.parse(text.toLowerCase());
