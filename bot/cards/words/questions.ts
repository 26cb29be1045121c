import type { SchoolYear } from '../../meetings/ask.ts';
import { startInWords } from './dates.ts';

/** The six questions, and what is said around them. */

export const titles = {
  child: 'Which child is it about?',
  purpose: 'What is the meeting for?',
  'second adult': 'Who will be the second adult?',
  length: 'How long will it take?',
  when: 'When should it be?',
  guests: 'Who is coming from outside the school?',
  change: 'What would you like to change?',
  form: 'Arrange a TAC meeting',
} as const;

export const hints = {
  child: 'Initials and school year, such as AB Y4. No names, please: the register never holds a child’s name.',
  purpose: 'A few words, such as “Attendance and support at home”. The guests read this, so no names, please.',
  'second adult': 'A colleague who joins the meeting with you. You can type part of a name.',
  length: 'Tap a length, or type one such as “50 mins”.',
  when: 'Tap a time, or type one such as “Tuesday week 3.15pm”. All times are UK time.',
  guests:
    'Fill in the fields, or type each guest as “Name, role, agency, address” with a semicolon between guests. For a parent or carer the agency is “Family”.',
  change: 'Everything else stays as it is.',
  form: 'Fill in what you know; I will ask for the rest. Guests come next.',
} as const;

export const labels = {
  child: 'Child',
  purpose: 'Purpose',
  'second adult': 'Second adult',
  length: 'Length',
  when: 'When',
  guests: 'Guests',
} as const;

export const inputs = {
  initials: 'Child’s initials',
  year: 'School year',
  purpose: 'Purpose',
  person: 'Second adult',
  minutes: 'Length',
  date: 'Date',
  time: 'Start time',
  guestName: (number: number) => `Guest ${number}: name`,
  guestRole: (number: number) => `Guest ${number}: role`,
  guestAgency: (number: number) => `Guest ${number}: agency`,
  guestAddress: (number: number) => `Guest ${number}: email address`,
  chooseYear: 'Choose a year',
  choosePerson: 'Choose or type a name',
  typeName: 'First name and surname',
  chooseLength: 'Choose a length',
} as const;

export const buttons = {
  arrange: 'New meeting',
  form: 'One form',
  mine: 'My meetings',
  next: 'Next',
  useThis: 'Use this time',
  keep: 'Keep this time all the same',
  addGuest: 'Add another guest',
  send: 'Send',
  change: 'Change',
  back: 'Back to the review',
  cancel: 'Cancel',
  register: 'Open the register',
} as const;

export const yearInWords = (year: SchoolYear): string =>
  year === 'N' ? 'Nursery' : year === 'R' ? 'Reception' : `Year ${year}`;

export const around = {
  soFar: 'So far',
  perhapsMeant: 'Perhaps you meant',
  bothFree: (secondAdult: string) => `You and ${secondAdult} are both free`,
  otherTime: 'Another time',
  detailsToCome: 'details to come',
  andMore: (more: number) => `and ${more} more`,
} as const;

/** Said beside the reading of a whole line. */
export const lineNotes = {
  timeLater: (why: string) => `About the time: ${why} I will ask you when we get there.`,
  someUnread:
    'There was something in your line that I did not understand, so I have not kept it. If it was a guest, you can add them when I ask for the guests.',
} as const;

export const asides = {
  stale: 'That card is out of date, so the button did nothing. This is the current one.',
  unknownCard: 'That card is not one of yours, or is from too long ago. Nothing was done.',
  alreadySent: (reference: string) => `That was sent already, as ${reference}. Nothing was done twice.`,
  alreadyCancelled: 'That meeting was cancelled before it was sent. Nothing was done.',
  notUnderstoodTap: 'I could not read that answer, so nothing was done. Please try again.',
  alreadyUnderWay: 'You are arranging this one already. To drop it, type “start again” or “cancel”.',
  nothingToCancel:
    'Nothing is being arranged, so there is nothing to cancel. A meeting that was sent already is not touched.',
  nothingToSend: 'There is nothing to send yet.',
  nothingToChange: 'There is nothing to change yet.',
  startedAgain: 'I have dropped that one. Let us start again.',
  didNotFollow: 'I did not follow that.',
  beingSent: 'That is being sent just now. Please wait a moment.',
  dateAndTime: 'Please give both a date and a start time.',
  startPassed: 'The start has passed in the meantime. Please choose another.',
  pressOne: 'Please press Send, Change or Cancel, or type one of those words.',
  refusedSend: 'The school’s policy does not allow this as it stands, so I cannot send it. You can change it.',
  sameFault: 'Please mend what is marked below.',
  unreadableCalendars: 'I could not read the calendars just now, so I cannot say who is free.',
  busy: (names: readonly string[], start: string) =>
    `${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} busy on ${startInWords(start)}.`,
  noneFree: 'I found no time near then at which both of you are free. Please give another day or time.',
  mineUnknown: 'I cannot read the register just now. Please try again in a few minutes.',
} as const;
