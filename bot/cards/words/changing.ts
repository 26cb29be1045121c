import type { WhyNotChanged } from '../../changing/may-change.ts';
import type { Wish } from '../../changing/wish.ts';
import { type Entry, stands } from '../../register/entry.ts';
import { listInWords } from './approvers.ts';
import { startInWords } from './dates.ts';

/** What is said around a change to a meeting that stands. Fixed words and names of staff only; what was typed stands apart. */

type To = Wish['to'];

export const changing = {
  title: 'Change or cancel',
  here: 'What can be changed is below.',
  hint: 'Nothing is done before you have seen what it leads to. You can type it too, such as “move it to Thursday 3.15pm”.',
  which: 'Which meeting is it?',
  whichHint: 'You can also type it with the reference of the meeting.',
  sections: {
    move: 'Move',
    'add guests': 'Add a guest',
    'remove guest': 'Remove a guest',
    'change second adult': 'Second adult',
    'change host': 'Host',
  } satisfies Readonly<Record<To, string>>,
  cancelTitle: 'Cancel this meeting?',
  cancelHint: 'This cannot be undone.',
  cancelSteps: (people: string) => [
    'Its link is shut first: nobody gets in with it any more. I read that back before anything else is done.',
    `Then it is taken out of the calendar, and everybody who was invited is told: ${people}.`,
  ],
  changeFallsAway: 'A change of it waits for a yes. If you cancel the meeting, the change falls away with it.',
  waitingToo: 'A change of it waits for a yes, so nothing else can be changed until that is decided.',
  reference: 'Reference',
  was: 'Now',
  willBe: 'Then',
  comes: 'Comes too',
  goes: 'No longer comes',
  host: 'Host',
  guest: 'Guest',
  review: {
    move: 'Move this meeting?',
    'add guests': 'Invite one more?',
    'remove guest': 'Take somebody off the list?',
    'change second adult': 'Change the second adult?',
    'change host': 'Change the host?',
  } satisfies Readonly<Record<To, string>>,
  refused: 'This cannot be changed so',
  authorise: 'Somebody else has to say yes to this change first',
  whoIsWritten: 'Who is written to',
  everybody: (people: string) =>
    `Everybody: ${people}. They hear that the old link is shut, and a new invitation follows.`,
  onlyNew: (people: string) => `Only ${people}, with the invitation.`,
  onlyGone: (people: string) => `Only ${people}, to say that they are no longer invited.`,
  newAndGone: (come: string, go: string) =>
    `Only ${come}, with the invitation, and ${go}, to hear that they are no longer invited.`,
  whatHappens: 'What will happen',
  anew: [
    'A new meeting with a link of its own is made, with nobody invited. Its safeguards are set and read back.',
    'Then the old link is shut, and that is read back too. The old meeting is cancelled, and the invitations to the new one go.',
    'If the new one cannot be proved safe, the old one stays as it is.',
    'What guests have agreed to, and what was kept on the checklist, stays with the old entry: please ask again.',
  ],
  inPlace: {
    'add guests': [
      'The safeguards are set and read back, and only then does the invitation go. The link stays the same, and nobody else is written to.',
    ],
    'remove guest': [
      'The safeguards are set and read back. Whoever is taken off still has the link: please do not let them in.',
    ],
    'change second adult': [
      'The new second adult can let people in, and the one before no longer can: that is set and read back before anybody is written to.',
      'The invitation that the guests have still names the first. I give you a text for the family.',
    ],
  },
  staysMeanwhile: 'The meeting stays as it is until they have said yes.',
  yesCounts: 'It was authorised, and that yes counts for this change too.',
  free: (names: readonly string[]) =>
    `${listInWords(names)} ${names.length === 1 ? 'is' : names.length === 2 ? 'are both' : 'are all'} free then.`,
  freeInstead: 'All of them are free at',
  calendars: 'Calendars',
} as const;

export const changeButtons = {
  open: 'Change or cancel',
  openFor: (reference: string) => `Change or cancel ${reference}`,
  see: {
    move: 'See what a move does',
    'add guests': 'See what adding them does',
    'remove guest': 'See what removing them does',
    'change second adult': 'See what that does',
    'change host': 'See what a new host does',
  } satisfies Readonly<Record<To, string>>,
  make: {
    move: 'Move it',
    'add guests': 'Invite them',
    'remove guest': 'Remove them',
    'change second adult': 'Change the second adult',
    'change host': 'Change the host',
  } satisfies Readonly<Record<To, string>>,
  authorise: 'Ask for authorisation',
  cancel: 'Cancel the meeting',
  cancelNow: 'Yes, cancel it',
  keep: 'Leave it as it is',
  other: 'Change something else',
  again: 'Check again',
  withdraw: 'Withdraw the change',
} as const;

export const changeInputs = {
  guest: 'Who no longer comes',
  chooseGuest: 'Who no longer comes: choose one',
  adult: 'New second adult',
  chooseAdult: 'New second adult: choose or type a name',
  newHost: 'New host',
  chooseHost: 'New host: choose or type a name',
  minutes: 'Length in minutes',
} as const;

/** What cannot be taken as it stands, and what would be right. */
export const faultsOfChange = {
  guestUnknown:
    'I cannot find that guest on the list of this meeting. A name, a role or an address from the list works.',
  guestAmbiguous: 'More than one guest fits that. Please choose one, or give the address.',
  personMissing: 'Please say which colleague it is.',
  unreadable: 'I could not read that, so nothing was done. Please try again.',
  isHost: {
    'change second adult': 'They host the meeting, and the second adult has to be somebody else.',
    'change host': 'They host it already, so there is nothing to change.',
  },
} as const;

/** What comes of it, for whoever asked. */
export const changed = {
  underWay: 'I am making the change',
  underWayHint: 'It is in the register. I will tell you here when it is made, or why not.',
  waiting: 'I have asked for authorisation of the change',
  waitingHint: 'The meeting stays as it is until then. I will tell you here what they answer.',
  newReference: (reference: string) =>
    `It takes the place of ${reference}, which stays as it is until the new one is proved safe.`,
  cancelling: 'I am cancelling it',
  cancellingHint: 'Its link is shut first, then everybody is told. I will tell you here when that is done.',
  keptTitle: 'Left as it is',
  kept: (reference: string) => `${reference} stays as it is. Nothing was done.`,
  noneOfYours: 'You have no meeting ahead that I could change. “My meetings” shows what you have.',
} as const;

/** Why nothing was done. A meeting that is none of theirs is answered as one that does not exist. */
export const notChanged: Readonly<Record<WhyNotChanged, string>> = {
  'no such meeting': 'I cannot find a meeting of yours with that reference.',
  'not yours to change': 'That is for the host to do, so nothing was done. You could ask them.',
  'not arranged yet': 'It is not arranged yet, so there is nothing to change. I will tell you here how it ends.',
  'held elsewhere':
    'That meeting is held elsewhere and I made nothing for it. Please change it where it is held, and tell those who come yourself.',
  'never arranged':
    'That meeting was never arranged or has been called off, so there is nothing to change. You can arrange it anew.',
  'change under way':
    'A change of this meeting is under way already, so this one was not made. Please look again when I have told you how it ended.',
  'changed meanwhile': 'Somebody has changed this meeting since you opened it, so nothing was done.',
  'on hold':
    'The meeting is on hold. It can be moved or cancelled, and its host or second adult changed; anything else waits.',
  moved:
    'That meeting has been moved, and its old link is useless. Please change the one that took its place: “my meetings” shows it.',
  cancelled: 'That meeting has been cancelled already, so nothing was done.',
  over: 'That meeting is over, so nothing was done.',
  refused: 'The school’s policy does not allow that, so nothing was done.',
  'questions open': 'There is something to answer first, so nothing was done yet.',
  'nothing changes': 'It is like that already, so there is nothing to change.',
  'no such guest': 'That guest is not on the list of this meeting, so nothing was done.',
  'last guest': 'That is the only guest, and without a guest there is no such meeting. You can cancel it instead.',
  'guest there already': 'That address is on the list of this meeting already, so nothing was done.',
  'no second adult here': 'A staff meeting has no second adult, so nothing was done.',
  'is the host': 'The same colleague cannot be host and second adult. Please change the other one first.',
};

/** What somebody hears who asked for it, or hosted the meeting before, and is not its host. */
export function toldOfChange({ reference, replaces, status, stoppedBy, ask, amendment }: Entry): string {
  if (amendment !== null)
    return amendment.came.to === 'made'
      ? `The change of ${reference} is made.`
      : `The change of ${reference} was not made. The meeting stands as it was, and its host has been told why.`;
  if (status === 'cancelled')
    return stoppedBy === null
      ? `${reference} is cancelled: its link was shut first, and everybody has been told.`
      : `${reference} is cancelled and everybody has been told, but I could not prove that its link is shut. The safeguarding lead knows.`;
  if (stands({ status }))
    return `${replaces ?? ''} is ${reference} now: ${ask.host.name} hosts it on ${startInWords(ask.start)}. The old link is useless, and everybody has a new invitation.`;
  return `${reference}, which was to take the place of ${replaces ?? ''}, was not arranged. Nobody was invited to it.`;
}
