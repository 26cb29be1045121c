import { childOf, guestsOf, secondAdultOf } from '../../bot/meetings/ask.ts';
import type { Statement } from '../../bot/register/agreements.ts';
import type { Entry } from '../../bot/register/entry.ts';
import type { FindingBook, GuestPlace } from '../../bot/register/finding.ts';

/** Where people stand, in a register in memory. */
export function memoryFinding(entries: readonly Entry[], statements: readonly Statement[]): FindingBook {
  const guests = () => entries.flatMap(guestPlaces);
  const meant = (name: string, begins: string) =>
    name
      .toLowerCase()
      .split(' ')
      .some((word) => word.startsWith(begins.toLowerCase()));
  const all = <P>(places: readonly P[]) => Promise.resolve({ places, more: false });
  return {
    placesOfGuests: (about) =>
      all(
        guests().filter(({ name, address }) =>
          about.by === 'address' ? address === about.address : meant(name, about.begins),
        ),
      ),
    guestsEver: (reference) => Promise.resolve(guests().filter((guest) => guest.reference === reference)),
    placesInAgreements: (names) =>
      all(
        statements
          .filter(({ guest }) => names.includes(guest.name))
          .map(({ reference, at, guest }) => ({ list: 'Agreements' as const, reference, at, name: guest.name })),
      ),
    placesOfChild: ({ initials, year }) =>
      all(
        entries.flatMap(({ reference, ask }) => {
          const child = childOf(ask);
          if (child?.initials !== initials || (year !== null && child.year !== year)) return [];
          return [{ list: 'Meetings' as const, reference, at: ask.start, initials, year: child.year }];
        }),
      ),
    placesOfStaff: (begins, { from, to }) =>
      all(
        entries
          .filter(({ ask }) => ask.start >= from && ask.start < to)
          .flatMap(({ reference, ask }) => {
            const place = { list: 'Meetings' as const, reference, at: ask.start };
            const secondAdult = secondAdultOf(ask);
            return [
              { ...place, as: 'host' as const, ...ask.host },
              ...(secondAdult ? [{ ...place, as: 'second adult' as const, ...secondAdult }] : []),
            ].filter(({ name }) => meant(name, begins));
          }),
      ),
  };
}

const guestPlaces = ({ reference, ask }: Entry): GuestPlace[] =>
  guestsOf(ask).map(({ name, address, role, agency }) => {
    return { list: 'Guests', reference, at: ask.start, name, address, role, agency };
  });
