import type { WhyNotLooked } from '../../aftercare/aftercare.ts';
import type { Status } from '../../register/entry.ts';

/** What is read about an urgent meeting by those who are told of it and those who look at it afterwards. */

export const lead = {
  title: 'An urgent meeting has been asked for',
  hint: 'It waits neither for notice nor for authorisation. Its lobby and the other safeguards are set and read back like any other’s. Senior leaders look at it afterwards.',
} as const;

export const look = {
  title: { asked: 'Please look at this urgent meeting', again: 'Not looked at yet: an urgent meeting' },
  done: 'Looked at',
  doneHint: 'There is nothing left to do. It stands in the register.',
  hint: 'It did not wait for notice or for authorisation, so it is looked at within a working day. Its safeguards were not touched.',
  reference: 'Reference',
  kind: 'Meeting',
  host: 'Host',
  reason: 'Urgent because',
  outcome: 'Outcome',
  due: 'Please by',
  by: 'Looked at by',
  words: 'They say',
  setAside: 'Set aside because it was urgent',
  nothingSetAside: 'Nothing had to be set aside for it.',
  input: 'A sentence for the register, if you like',
  button: 'Reviewed',
  fault: 'Please keep it to one line of plain words, 200 characters at most, or leave it empty.',
} as const;

/** How it stands, for somebody who was not asked to it. */
export const outcomes: Readonly<Record<Status, string>> = {
  waiting: 'It waits for somebody’s yes: some of the school’s rules do not give way to urgency.',
  arranging: 'It is being arranged.',
  arranged: 'It is arranged.',
  'not arranged': 'It was not arranged, and nobody was invited.',
  'called off': 'It was called off after the invitations had gone.',
  refused: 'An approver said no, and nobody was invited.',
  'held elsewhere': 'It is held without Teams, and only written down.',
  'needs review': 'It stands, and needs review.',
  'on hold': 'It is on hold: nobody but the host gets in.',
  moved: 'Another meeting took its place.',
  cancelled: 'It was cancelled by the school.',
};

/** Why a look was not taken, for whoever tapped. */
export const notLooked: Readonly<Record<WhyNotLooked, string>> = {
  'no such meeting': 'I cannot find that meeting in the register.',
  'your own': 'This is your own meeting. Somebody else has to look at it.',
  'not a leader': 'Only senior leaders look at urgent meetings, so nothing was done.',
  'looked at already': 'Somebody has looked at it already, so nothing was changed.',
  'not urgent': 'That one does not wait to be looked at.',
  'not yet': 'It is being worked on just now. Please tap again in a minute.',
};

export const unreadable = 'I could not read that, so nothing was done. Please try again.';

/** On the record. */
export const recordSays = {
  due: (by: string) => `It was urgent. Senior leaders are to look at it by ${by}.`,
  overdue: (by: string) => `It was urgent. Senior leaders were to look at it by ${by}, and nobody has.`,
  reviewed: (name: string) => `It was urgent. ${name} has looked at it.`,
} as const;
