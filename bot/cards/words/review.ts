import type { Moment } from '../../london.ts';
import { type Ask, guestsOf, secondAdultOf, type WayOfChecking } from '../../meetings/ask.ts';
import type { Approver, Decision, Safeguards } from '../../policy/decision.ts';
import type { Status } from '../../register/entry.ts';
import { approverInWords, listInWords } from './approvers.ts';
import { weekdayName } from './dates.ts';
import { buttons, placeWords } from './questions.ts';

/** The review before anything is sent, and what is said after. */

export const review = {
  title: 'Please check before it is sent',
  writeDownTitle: 'Please check before it is written down',
  authoriseTitle: 'Somebody else has to say yes first',
  refusedTitle: 'This cannot be sent as it stands',
  whatHappens: 'What will happen',
  safeguards: 'Safeguards',
  whoGetsWhat: 'Who gets what',
  hostGets: (withAnother: boolean) =>
    withAnother
      ? 'the meeting in your calendar; lets people in and presents'
      : 'the meeting in your calendar; alone lets people in',
  secondAdultGets: 'the invitation; lets people in and presents with you',
  colleaguesGet: {
    presenting: 'the invitation; present, and wait in the lobby until let in',
    attending: 'the invitation; wait in the lobby until let in',
  },
  guestsGet:
    'Guests get the invitation with the link, by email, and wait in the lobby until let in. They do not see each other’s addresses.',
  clauses: 'The school’s policy',
  instead: 'What would be allowed',
  ticks: 'Please tick what you can say yes to',
  answers: 'Please answer this first',
  newHere: (names: readonly string[]) => `New here: ${listInWords(names)}.`,
  authorisation: 'Who has to say yes',
  mustSayYes: (who: string, groups: number) =>
    `This needs a yes from ${who}${groups > 1 ? ', one from each' : ''}. Nobody can say it for their own meeting.`,
  setAside: 'Not in the way this time',
  setAsideAs: {
    urgent: 'Set aside because it is urgent; it will be looked at afterwards:',
    waiver: 'Set aside by the school’s waiver:',
  },
  warnings: 'Please look at',
} as const;

/** How an address was checked, as it reads after “checked” and, with a capital, as a choice. */
export const checkedInWords: Readonly<Record<WayOfChecking, string>> = {
  'by phone': 'by phone, on a number we had',
  'school records': 'against the school’s records',
  'in person': 'in person',
  'agency website': 'on their agency’s own website',
};

/** The button that goes on, by what comes of pressing it. */
export function buttonFor({ ask, decision }: { readonly ask: Ask; readonly decision: Decision }): string {
  if (decision.authorisedBy.length > 0) return buttons.authorise;
  return ask.place === 'teams' ? buttons.send : buttons.writeDown;
}

/** Who is invited besides the host, e.g. `you, the second adult and the 3 guests`. */
function invited(ask: Ask): string {
  const guests = guestsOf(ask).length;
  const colleagues = ask.colleagues.length;
  return listInWords([
    'you',
    ...(secondAdultOf(ask) === null ? [] : ['the second adult']),
    ...(colleagues === 0 ? [] : [colleagues === 1 ? 'your colleague' : `the ${colleagues} colleagues`]),
    ...(guests === 0 ? [] : [guests === 1 ? 'the guest' : `the ${guests} guests`]),
  ]);
}

const register = 'It goes into the register first.';
const nothingMade = 'I make nothing in Teams and write to nobody: please arrange it as you usually would.';
const arranged = (ask: Ask): readonly string[] => [
  'The meeting is made in your calendar with nobody invited. Its lobby and the other safeguards are set, then read back and compared.',
  `Only when they are as they should be does the invitation go to ${invited(ask)}.`,
  'If anything cannot be proved, nobody is invited and I tell you. Should it stop holding afterwards, I shut the lobby, call the meeting off, and tell you and the safeguarding lead.',
];

/** What pressing the button sets going. */
export const stepsOf = (ask: Ask): readonly string[] =>
  ask.place === 'teams'
    ? [register, ...arranged(ask)]
    : [`It goes into the register as held ${placeWords[ask.place]}.`, nothingMade];

/** The same where somebody has to say yes first. */
export const afterYes = (ask: Ask): readonly string[] => [
  'It goes into the register and waits. I ask them, and remind them in time.',
  'Nothing exists in Teams and nobody is invited before they have said yes. Whatever they answer, I tell you here.',
  ...(ask.place === 'teams' ? arranged(ask) : [nothingMade]),
];

export const warnings = {
  weekend: (day: Moment) => `This is on a ${weekdayName(day.dayOfWeek)}.`,
  outsideHours: 'This is outside 8am to 6pm.',
  long: 'This is longer than an hour and a half. A break may help.',
  busyKept: (names: readonly string[]) =>
    `${listInWords(names)} ${names.length > 1 ? 'have' : 'has'} something else then; you kept the time.`,
  calendarsUnreadable: 'I could not read the calendars, so I do not know whether everybody is free.',
} as const;

const scopes: Readonly<Record<Safeguards['lobbyScope'], (pair: string) => string>> = {
  organizer: (pair) => `Everybody but ${pair} waits in the lobby until let in, colleagues and pupils too.`,
  organizationExcludingGuests: () => 'Everybody without a school account waits in the lobby until let in.',
};

const chats: Readonly<Record<Safeguards['allowMeetingChat'], string>> = {
  enabled: 'The meeting has a chat, before and after it too.',
  limited: 'The meeting has a chat only while it runs.',
  disabled: 'There is no meeting chat.',
};

/** Every safeguard that will be set, a sentence each. */
export function safeguardsInWords(safeguards: Safeguards, ask: Ask): readonly string[] {
  const adult = secondAdultOf(ask);
  const pair = adult === null ? 'you' : `you and ${adult.name}`;
  const onOff = (on: boolean) => (on ? 'allowed' : 'off');
  return [
    scopes[safeguards.lobbyScope](pair),
    'Anybody who dials in by phone waits in the lobby too.',
    `Only ${pair} can let people in.`,
    presenters(safeguards, ask, pair),
    ...(safeguards.allowAttendeeToEnableMic ? [] : ['Whoever joins has the microphone off until staff switch it on.']),
    ...(safeguards.allowAttendeeToEnableCamera ? [] : ['Whoever joins has the camera off until staff switch it on.']),
    chats[safeguards.allowMeetingChat],
    safeguards.allowRecording || safeguards.allowTranscription
      ? `Recording is ${onOff(safeguards.allowRecording)}, transcription is ${onOff(safeguards.allowTranscription)}. Nothing is recorded by itself.`
      : 'The meeting cannot be recorded or transcribed.',
    `Breakout rooms are ${onOff(safeguards.allowBreakoutRooms)}, the whiteboard is ${onOff(safeguards.allowWhiteboard)}, Live Share is ${onOff(safeguards.allowLiveShare === 'enabled')}.`,
  ];
}

function presenters({ allowedPresenters }: Safeguards, { kind, colleagues }: Ask, pair: string): string {
  if (allowedPresenters === 'organizer') return 'Only you can present.';
  const others = colleagues.length > 0 && (kind === 'staff' || kind === 'governors');
  return others ? `Only ${pair} and the colleagues invited can present.` : `Only ${pair} can present.`;
}

export const after = {
  sentTitle: 'I am arranging it',
  sent: 'It is in the register. I am setting the safeguards now, and will tell you here when the invitations have gone, or why not.',
  waitingTitle: 'I have asked for authorisation',
  waiting:
    'It is in the register and waits. Nothing exists in Teams yet and nobody is invited. I will tell you here what they answer.',
  waitingFor: (names: readonly string[], of: readonly Approver[]) => {
    const groups = listInWords(of.map((group) => approverInWords[group]));
    return names.length === 0
      ? `It waits for ${groups}.`
      : `It waits for ${groups}. I have asked ${listInWords(names)}.`;
  },
  writtenDownTitle: 'Written down',
  writtenDown: 'It stands in the register. I have made nothing in Teams and written to nobody.',
  cancelledTitle: 'Cancelled',
  cancelled: 'Nothing was sent, and I have forgotten what you told me. To begin again, type “TAC” or press the button.',
  outcomeTitle: {
    arranged: 'Arranged: the invitations have gone',
    'not arranged': 'Not arranged: nobody was invited',
    'called off': 'Called off',
    refused: 'Not authorised: nobody was invited',
    'needs review': 'It needs to be looked at again',
    'on hold': 'On hold: nobody but you gets in',
    moved: 'Moved',
    cancelled: 'Cancelled: everybody has been told',
  },
  changedTitle: 'Changed',
  notChangedTitle: 'Not changed: the meeting stands as it was',
  arranged: 'The safeguards were set and read back before anybody was invited, and again after.',
  textsTitle: 'Text for the family',
  texts:
    'You can send this with the school’s own texting tool, to each by itself and never to a group. It names neither the child nor a guest, and the link stays in the mail.',
  textFor: (name: string) => `For ${name}:`,
  reference: 'Reference',
  alertTitle: 'A meeting with outsiders was called off',
  linkOpenTitle: 'An old meeting link may still be open',
  linkOpen:
    'The meeting was cancelled or moved, and everybody invited has been told. But I could not prove that its old link is shut. Please make sure with the host that nobody is let in by it, and tell ICT.',
  alert:
    'Invitations had gone out, and then the safeguards would not hold. I shut the lobby, cancelled the meeting and told the host. Please check with the host that nobody uses the old link.',
  host: 'Host',
  statusInWords: {
    waiting: 'Waits for authorisation',
    arranging: 'Being arranged',
    arranged: 'Arranged',
    'not arranged': 'Not arranged',
    'called off': 'Called off',
    refused: 'Not authorised',
    'held elsewhere': 'Written down',
    'needs review': 'Needs review',
    'on hold': 'On hold',
    moved: 'Moved',
    cancelled: 'Cancelled',
  } satisfies Readonly<Record<Status, string>>,
  mineTitle: 'Your meetings',
  mineNone: 'You have no meetings in the register yet.',
  mineMore: (more: number) => `And ${more} more, in the register.`,
} as const;

export const help = {
  title: 'I arrange meetings with people from outside the school',
  what: 'Tell me in one line, and I ask only for what is missing. Nobody is invited until the lobby has been proved shut.',
  example: 'TAC for AB Y4 with mum, school nurse and Early Help, Tuesday week 3.15pm, 45 mins',
  exampleLabel: 'For example',
  otherExamples: ['Staff meeting tomorrow 3.30pm with Tom and Owen', 'Annual review for AB Y5 with mum and the LA'],
  otherExamplesLabel: 'Or',
  commands:
    'At any point you can type: help, start again, change, my meetings, checklist, agreements, raise a concern, cancel. Say “urgent” when it cannot wait, and “register a phone call …” for what is held elsewhere.',
  fallback: 'This card needs a newer version of Teams. You can type your answer instead, or type “help”.',
} as const;
