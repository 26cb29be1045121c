import type { Moment } from '../../conversation/london.ts';
import type { Ask } from '../../meetings/ask.ts';
import type { Safeguards } from '../../policy/decision.ts';
import type { Status } from '../../register/entry.ts';
import { weekdayName } from './dates.ts';

/** The review before anything is sent, and what is said after. */

export const review = {
  title: 'Please check before it is sent',
  refusedTitle: 'This cannot be sent as it stands',
  whatHappens: 'What will happen',
  steps: (guests: number) => [
    'It goes into the register first.',
    'The meeting is made in your calendar with nobody invited. Its lobby and the other safeguards are set, then read back and compared.',
    `Only when they are as they should be does the invitation go to you, the second adult and ${guests === 1 ? 'the guest' : `the ${guests} guests`}.`,
    'If anything cannot be proved, nobody is invited and I tell you. Should it stop holding afterwards, I shut the lobby, call the meeting off, and tell you and the safeguarding lead.',
  ],
  safeguards: 'Safeguards',
  whoGetsWhat: 'Who gets what',
  secondAdultGets: 'the invitation; lets people in and presents with you',
  hostGets: 'the meeting in your calendar; lets people in and presents',
  guestsGet:
    'Guests get the invitation with the link, by email, and wait in the lobby until let in. They do not see each other’s addresses.',
  clauses: 'The school’s policy',
  warnings: 'Please look at',
} as const;

export const warnings = {
  weekend: (day: Moment) => `This is on a ${weekdayName(day.dayOfWeek)}.`,
  outsideHours: 'This is outside 8am to 6pm.',
  long: 'This is longer than an hour and a half. A break may help.',
  busyKept: (names: readonly string[]) =>
    `${names.join(' and ')} ${names.length > 1 ? 'have' : 'has'} something else then; you kept the time.`,
  calendarsUnreadable: 'I could not read the calendars, so I do not know whether you are both free.',
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
  const pair = `you and ${ask.secondAdult.name}`;
  const onOff = (on: boolean) => (on ? 'allowed' : 'off');
  return [
    scopes[safeguards.lobbyScope](pair),
    'Anybody who dials in by phone waits in the lobby too.',
    `Only ${pair} can let people in.`,
    `Only ${pair} can present.`,
    chats[safeguards.allowMeetingChat],
    safeguards.allowRecording || safeguards.allowTranscription
      ? `Recording is ${onOff(safeguards.allowRecording)}, transcription is ${onOff(safeguards.allowTranscription)}. Nothing is recorded by itself.`
      : 'The meeting cannot be recorded or transcribed.',
    `Breakout rooms are ${onOff(safeguards.allowBreakoutRooms)}, the whiteboard is ${onOff(safeguards.allowWhiteboard)}, Live Share is ${onOff(safeguards.allowLiveShare === 'enabled')}.`,
  ];
}

export const after = {
  sentTitle: 'I am arranging it',
  sent: 'It is in the register. I am setting the safeguards now, and will tell you here when the invitations have gone, or why not.',
  cancelledTitle: 'Cancelled',
  cancelled: 'Nothing was sent, and I have forgotten what you told me. To begin again, type “TAC” or press the button.',
  outcomeTitle: {
    arranged: 'Arranged: the invitations have gone',
    'not arranged': 'Not arranged: nobody was invited',
    'called off': 'Called off',
  },
  arranged: 'The safeguards were set and read back before anybody was invited, and again after.',
  reference: 'Reference',
  alertTitle: 'A meeting with outsiders was called off',
  alert:
    'Invitations had gone out, and then the safeguards would not hold. I shut the lobby, cancelled the meeting and told the host. Please check with the host that nobody uses the old link.',
  host: 'Host',
  statusInWords: {
    arranging: 'Being arranged',
    arranged: 'Arranged',
    'not arranged': 'Not arranged',
    'called off': 'Called off',
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
  commands: 'At any point you can type: help, start again, change, my meetings, cancel.',
  fallback: 'This card needs a newer version of Teams. You can type your answer instead, or type “help”.',
} as const;
