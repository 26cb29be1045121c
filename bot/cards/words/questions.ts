import type { Place, SchoolYear } from '../../meetings/ask.ts';
import type { Kind } from '../../policy/kind.ts';
import { listInWords } from './approvers.ts';
import { startInWords } from './dates.ts';

/** The questions, and what is said around them. */

type About =
  | 'kind'
  | 'urgency'
  | 'child'
  | 'year'
  | 'purpose'
  | 'second adult'
  | 'colleagues'
  | 'length'
  | 'when'
  | 'guests'
  | 'child attends'
  | 'change';
type OfAKind = Readonly<Partial<Record<Kind, Readonly<Partial<Record<About, string>>>>>>;

const titles: Readonly<Record<About, string>> = {
  kind: 'What kind of meeting?',
  urgency: 'Why can it not wait?',
  child: 'Which child is it about?',
  year: 'Which year is it?',
  purpose: 'What is the meeting for?',
  'second adult': 'Who will be the second adult?',
  colleagues: 'Which colleagues are coming?',
  length: 'How long will it take?',
  when: 'When should it be?',
  guests: 'Who is coming from outside the school?',
  'child attends': 'Does the child take part?',
  change: 'What would you like to change?',
};

const titlesOfAKind: OfAKind = {
  focus: {
    child: 'Which child is it with?',
    purpose: 'What is the session for?',
    guests: 'Who of the family is invited?',
  },
  class: { guests: 'Which families are invited?' },
  governors: { guests: 'Which governors are coming?' },
  professional: { guests: 'Which professionals are coming?' },
};

const guestsHint =
  'Fill in the fields, or type each guest as “Name, role, agency, address” with a semicolon between guests. For a parent or carer the agency is “Family”.';

const hints: Readonly<Record<About, string>> = {
  kind: 'Each kind asks only for what it needs. You can tap one, or type it with the rest in one line.',
  urgency:
    'A few words without names. An urgent welfare meeting need not wait for notice or for authorisation. Its safeguards stay as they are, and it is looked at afterwards.',
  child: 'Initials and school year, such as AB Y4. No names, please: the register never holds a child’s name.',
  year: 'A school year, such as Y3 or Reception.',
  purpose: 'A few words, such as “Attendance and support at home”. The guests read this, so no names, please.',
  'second adult': 'A colleague who joins the meeting with you. You can type part of a name.',
  colleagues: 'Tick them, or type their names with commas between them, or “everyone”.',
  length: 'Tap a length, or type one such as “50 mins”.',
  when: 'Tap a time, or type one such as “Tuesday week 3.15pm”. All times are UK time.',
  guests: guestsHint,
  'child attends': 'If the child joins the call, the school’s policy may ask a little more of you.',
  change: 'Everything else stays as it is.',
};

const hintsOfAKind: OfAKind = {
  focus: {
    purpose: 'The focus, such as “Music therapy” or “Reading together”. The family reads this, so no names, please.',
    guests: `The link goes to the family, never to the child. ${guestsHint}`,
  },
  class: { guests: `The links go to the families, never to pupils. ${guestsHint}` },
  governors: {
    guests:
      'Fill in the fields, or type each as “Name, governor, Governing body, address” with a semicolon between them. Governors who are staff come as colleagues.',
  },
  professional: {
    guests:
      'Fill in the fields, or type each as “Name, role, agency, address” with a semicolon between them. The family does not come to this one.',
  },
};

/** @param kind `null` while it is not known */
export const titleOf = (about: About, kind: Kind | null): string =>
  (kind === null ? undefined : titlesOfAKind[kind]?.[about]) ?? titles[about];
export const hintOf = (about: About, kind: Kind | null): string =>
  (kind === null ? undefined : hintsOfAKind[kind]?.[about]) ?? hints[about];

export const form = {
  title: 'Arrange a TAC meeting',
  hint: 'Fill in what you know; I will ask for the rest. Guests come next.',
} as const;

export const labels = {
  kind: 'Kind',
  place: 'Held',
  urgency: 'Urgent',
  child: 'Child',
  year: 'Year',
  purpose: 'Purpose',
  'second adult': 'Second adult',
  colleagues: 'Colleagues',
  length: 'Length',
  when: 'When',
  papers: 'Papers by',
  guests: 'Guests',
  'child attends': 'Child on call',
  recording: 'Recorded for',
} as const;

export const placeWords: Readonly<Record<Place, string>> = {
  teams: 'on Teams',
  zoom: 'on Zoom',
  phone: 'by phone',
  'in person': 'in person',
};

export const inputs = {
  initials: 'Child’s initials',
  year: 'School year',
  purpose: 'Purpose',
  person: 'Second adult',
  people: 'Colleagues',
  metBefore: 'Met before: tick whoever comes',
  minutes: 'Length',
  date: 'Date',
  time: 'Start time',
  reason: 'Why it cannot wait',
  name: 'Name',
  role: 'Role',
  agency: 'Agency',
  address: 'Email address',
  guestName: (number: number) => `Guest ${number}: name`,
  guestRole: (number: number) => `Guest ${number}: role`,
  guestAgency: (number: number) => `Guest ${number}: agency`,
  guestAddress: (number: number) => `Guest ${number}: email address`,
  chooseYear: 'School year: choose one',
  // Where a list can be typed into, the placeholder is all that a screen reader is given as its name.
  choosePerson: 'Second adult: choose or type a name',
  typeName: 'First name and surname',
  typeNames: 'Names with commas between them',
  chooseLength: 'Length: choose one',
} as const;

export const buttons = {
  arrange: 'New meeting',
  form: 'One form',
  mine: 'My meetings',
  next: 'Next',
  useThis: 'Use this time',
  keep: 'Keep this time all the same',
  addGuest: 'Add another guest',
  otherKind: 'Another kind',
  everyone: 'Everyone on the staff',
  yes: 'Yes, the child takes part',
  no: 'No, without the child',
  usual: (length: string) => `${length} (usual)`,
  send: 'Send',
  authorise: 'Ask for authorisation',
  writeDown: 'Write it down',
  withdraw: (reference: string) => `Withdraw ${reference}`,
  change: 'Change',
  back: 'Back to the review',
  checkAgain: 'Check again',
  cancel: 'Cancel',
  register: 'Open the register',
  openMeeting: 'Open the meeting',
} as const;

export const yearInWords = (year: SchoolYear): string =>
  year === 'N' ? 'Nursery' : year === 'R' ? 'Reception' : `Year ${year}`;

export const around = {
  soFar: 'So far',
  perhapsMeant: 'Perhaps you meant',
  allFree: (others: readonly string[]) =>
    others.length === 1
      ? `You and ${others.join('')} are both free`
      : `You and the other ${others.length} are all free`,
  safeDay: (day: string) =>
    `Parents have two weeks’ notice of an annual review, and the papers two weeks before. If it goes out today, the first safe day is ${day}.`,
  papersBy: (start: string, day: string) =>
    `For ${start} the notice and the papers have to be with everybody by ${day}.`,
  yes: 'yes',
  no: 'no',
  offered: {
    'free then': 'Free then',
    'perhaps free': 'Perhaps',
    before: 'With you before',
  },
  otherTime: 'Another time',
  bookUnread: 'I cannot look up who was met before just now. You can type everybody in.',
  detailsToCome: 'details to come',
  andMore: (more: number) => `and ${more} more`,
  others: (more: number) => `${more} others`,
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
  pressOne: (button: string) => `Please press ${button}, Change or Cancel, or type one of those words.`,
  refusedSend: 'The school’s policy does not allow this as it stands, so I cannot send it. You can change it.',
  sameFault: 'Please mend what is marked below.',
  unreadableCalendars: 'I could not read the calendars just now, so I cannot say who is free.',
  busy: (names: readonly string[], start: string) =>
    `${listInWords(names)} ${names.length > 1 ? 'are' : 'is'} busy on ${startInWords(start)}.`,
  nobodyFree: 'I found no colleague who is free then. You can name somebody all the same, or change the time.',
  noneFree: 'I found no time near then at which everybody is free. Please give another day or time.',
  someCalendars: (looked: number, all: number) =>
    `I can look into ${looked} calendars at once, so I have not looked into those of all ${all} of you.`,
  familyLeftOut:
    'A professionals’ meeting is without the family, so I have left them out. For a meeting with them, change the kind to TAC.',
  tickMissing: (missing: readonly string[]) =>
    `Please tick what is not ticked yet, if you can say yes to it: ${missing.join(' ')}`,
  checkMissing: 'Please choose how the new addresses were checked. Nothing else has changed.',
  yesOrNo: 'Please say yes or no.',
  kindUnread: 'I do not know that kind of meeting. Please tap one of these.',
  mineUnknown: 'I cannot read the register just now. Please try again in a few minutes.',
  mineUnreadable: (entries: number) =>
    `${entries === 1 ? '1 entry' : `${entries} entries`} of yours cannot be read. Please tell ICT.`,
} as const;
