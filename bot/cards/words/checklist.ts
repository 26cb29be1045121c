import type { AnswerFault } from '../../checklist/answers.ts';
import type { Office, SchoolMoment } from '../../checklist/moments.ts';
import type { MeetingMoment } from '../../register/kept.ts';

/** The checklist of a meeting, and what the school as a whole has to see to. */

export const momentTitles: Readonly<Record<MeetingMoment, string>> = {
  arranging: 'While arranging',
  before: 'Before the meeting',
  start: 'As it starts',
  during: 'During the meeting',
  after: 'After the meeting',
};

const shortMoments: Readonly<Record<MeetingMoment, string>> = {
  arranging: 'Arranging',
  before: 'Before',
  start: 'Start',
  during: 'During',
  after: 'After',
};

export const checklist = {
  typedAs: (reference: string) => `checklist ${reference}`,
  button: 'Checklist',
  buttonFor: (reference: string) => `Checklist ${reference}`,
  save: 'Save',
  momentButton: (moment: MeetingMoment, open: number) =>
    open === 0 ? shortMoments[moment] : `${shortMoments[moment]} (${open})`,
  hint: 'Tick and fill in what you can, then press Save. You can come back; the newest answer counts.',
  closed: 'This meeting is not going ahead, so it takes no more answers. What was kept is in the register.',
  more: (lines: number) => `${lines} more will stand here when these are answered.`,
  nothing: 'Your school’s policy asks nothing of you at this moment.',
  ask: { host: '', family: 'Ask the family: ', guest: 'Ask the guest: ' },
  advice: 'Good to know',
  clauses: 'The clauses in words',
  numbers: (clauses: readonly string[]) => `(${clauses.join(', ')})`,
  list: 'In one line, without addresses or numbers',
  ticked: 'Yes',
  saved: (answers: number) => `Kept. ${answers === 1 ? '1 answer stands' : `${answers} answers stand`} here.`,
  notSaved: 'Nothing is kept yet: please mend what is marked.',
  unreadable: 'I could not read all of that, so nothing was kept. This is how it stands.',
  unreadableTap: 'I could not read that answer, so nothing was kept. Please try again.',
  here: 'Here is the checklist.',
  which: 'Please say for which meeting, such as “checklist TAC-7K2M9QXV”, or press its button in “my meetings”.',
  notYours: 'I cannot find that among the meetings you host or are second adult of.',
} as const;

export const answerFaults: Readonly<Record<AnswerFault, string>> = {
  date: 'Please choose a day.',
  time: 'Please choose a time of day.',
  words: 'One line of plain words, please, and not too long.',
  contact: 'Please leave out addresses, phone numbers and links.',
};

/** For whoever says yes to a meeting. */
export const forApprover = 'What the policy asks of you besides';

/** Where there is no single meeting that could fill a blank. */
export const anyMeeting = {
  host: 'the host',
  secondAdult: 'the second adult',
  day: 'the day',
  time: 'its start',
  lockTime: 'the time agreed',
  minutes: 'the agreed',
  reference: 'TAC-…',
} as const;

export const school = {
  title: 'What our policy asks of the school',
  hint: 'By whose task it is. Each line ends with its clauses. Answers to these are kept in the school’s own files for now.',
  notForYou: 'That list is for senior leaders, the safeguarding lead, the data protection officer and ICT.',
  office: {
    leaders: 'Senior leaders',
    'safeguarding lead': 'Safeguarding lead',
    'data protection officer': 'Data protection officer',
    ict: 'ICT',
    staff: 'All staff',
  } satisfies Readonly<Record<Office, string>>,
  fold: (office: string, lines: number) => `${office} (${lines})`,
  moment: {
    'setting up': 'Setting up',
    yearly: 'Every year',
    'with each meeting': 'With each meeting',
  } satisfies Readonly<Record<SchoolMoment, string>>,
} as const;
