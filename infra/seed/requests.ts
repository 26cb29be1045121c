import type { Ask, Colleague, Guest, Place } from '../../bot/meetings/ask.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { moment } from '../../bot/register/entry.ts';
import { type Chance, weigh } from './chance.ts';
import type { SchoolDay } from './days.ts';
import { purposes } from './names.ts';
import type { Outsiders, Pupil } from './outsiders.ts';
import type { Staff } from './staff.ts';

/** What somebody at the school asks for, as they do in a year: which kinds, when, with whom. */
export type School = { readonly staff: Staff; readonly outsiders: Outsiders };

const shares: Readonly<Record<Kind, number>> = {
  tac: 24,
  parent: 30,
  'annual-review': 9,
  professional: 11,
  focus: 8,
  class: 7,
  staff: 8,
  governors: 3,
};
const kindsWeighed = weigh(kinds.map((kind) => [kind, shares[kind]]));
const places = weigh<Place>([
  ['teams', 95],
  ['phone', 3],
  ['in person', 2],
]);
const minutesOf: Readonly<Record<Kind, readonly number[]>> = {
  staff: [30, 45, 60],
  governors: [60],
  tac: [30, 45, 60],
  'annual-review': [60],
  parent: [15, 30],
  professional: [30, 45],
  focus: [30],
  class: [30, 45],
};

/** Milliseconds since 1970 of a time the school would choose: lessons by day, families after school. */
function startOf(chance: Chance, kind: Kind, { midnight }: SchoolDay): number {
  const byDay = kind === 'class' || kind === 'focus' || chance.is(0.25);
  const quarter = byDay ? chance.between(4 * 9, 4 * 14) : chance.between(4 * 15, 4 * 16 + 2);
  return midnight + quarter * 15 * 60_000;
}

export function drawAsk(chance: Chance, { staff, outsiders }: School, day: SchoolDay): Ask {
  const kind = chance.weighed(kindsWeighed);
  const start = startOf(chance, kind, day);
  const host = chance.weighed(staff.hosts);
  const secondAdult = another(chance, staff, [host]);
  const place = kind === 'class' || kind === 'focus' ? 'teams' : chance.weighed(places);
  const every = {
    purpose: chance.one(purposes[kind]),
    start: moment(new Date(start)),
    minutes: chance.one(minutesOf[kind]),
    host,
    place,
    confirmed: [],
    urgent: kind === 'tac' && place === 'teams' && chance.is(0.01) ? { reason: 'A worry that came up today' } : null,
    recording: null,
  };
  if (kind === 'staff') {
    const colleagues = chance.some(staff.all, chance.between(2, 5)).filter(({ id }) => id !== host.id);
    return { kind, ...every, colleagues };
  }
  const colleagues = chance.is(0.1) ? [another(chance, staff, [host, secondAdult])] : [];
  const withTwo = { ...every, colleagues, secondAdult };
  if (kind === 'governors') return { kind, ...withTwo, guests: chance.some(outsiders.governors, chance.between(2, 5)) };
  const pupil = outsiders.pupil(day.autumn);
  if (kind === 'class') {
    const families = [pupil, ...Array.from({ length: chance.between(2, 5) }, () => outsiders.pupil(day.autumn))];
    const guests = families.flatMap(({ family }) => family.slice(0, 1));
    return { kind, ...withTwo, year: pupil.year, guests: differing(guests) };
  }
  const child = { initials: pupil.initials, year: pupil.year };
  const guests = guestsOf(chance, kind, { pupil, outsiders });
  if (kind === 'professional' || kind === 'focus') return { kind, ...withTwo, child, guests };
  return { kind, ...withTwo, child, childAttends: kind !== 'parent' && chance.is(0.08), guests };
}

type Between = { readonly pupil: Pupil; readonly outsiders: Outsiders };

function guestsOf(chance: Chance, kind: Kind, { pupil: { family }, outsiders: { professionals } }: Between): Guest[] {
  if (kind === 'parent') return [...family];
  if (kind === 'focus') return family.slice(0, 1);
  if (kind === 'professional') return chance.some(professionals, chance.between(1, 3));
  return differing([...family, ...chance.some(professionals, chance.between(1, 2))]);
}

const differing = (guests: readonly Guest[]): Guest[] => [
  ...new Map(guests.map((guest) => [guest.address, guest])).values(),
];

function another(chance: Chance, { all }: Staff, not: readonly Colleague[]): Colleague {
  for (;;) {
    const one = chance.one(all);
    if (!not.some(({ id }) => id === one.id)) return one;
  }
}
