import { type Ask, type AskWithoutGuests, type Colleague, guestsOf, secondAdultOf } from './ask.ts';

/** Who takes part besides the host, and as what. Pure. */

/** Graph's words (https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo). */
export type MeetingRole = 'coorganizer' | 'presenter' | 'attendee';

/** Staff among themselves, and staff who report to governors, show things to one another; elsewhere host and second adult do. */
const colleaguesPresent: ReadonlySet<AskWithoutGuests['kind']> = new Set(['staff', 'governors']);

/** The staff who are named in the meeting itself, each once. Guests are not: an account of theirs elsewhere gets no role here. */
export function rosterOf(ask: AskWithoutGuests): readonly { readonly person: Colleague; readonly role: MeetingRole }[] {
  const secondAdult = secondAdultOf(ask);
  const role = colleaguesPresent.has(ask.kind) ? 'presenter' : 'attendee';
  const named = [
    ...(secondAdult ? [{ person: secondAdult, role: 'coorganizer' as const }] : []),
    ...ask.colleagues.map((person) => ({ person, role }) as const),
  ];
  const seen = new Set([ask.host.id]);
  return named.filter(({ person }) => !seen.has(person.id) && seen.add(person.id));
}

/** Everybody who gets an invitation; the host has the meeting in their own calendar. */
export const invitedTo = (ask: Ask): readonly { readonly name: string; readonly address: string }[] => [
  ...rosterOf(ask).map(({ person }) => person),
  ...guestsOf(ask),
];
