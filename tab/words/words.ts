import type { Kind } from '../../bot/policy/kind.ts';
import type { Status } from '../../bot/register/entry.ts';
import type { SealView } from '../../bot/views/seal-view.ts';

/** Every word the tab shows that the server has not sent: calm, short, British. */

export const kindNames: Record<Kind, string> = {
  staff: 'Staff meeting',
  governors: 'Governors’ meeting',
  tac: 'Team Around the Child meeting',
  'annual-review': 'Annual review',
  parent: 'Parent meeting',
  professional: 'Professionals’ meeting',
  focus: 'Focus session',
  class: 'Class session',
};

export const statusNames: Record<Status, string> = {
  waiting: 'To be authorised',
  arranging: 'Being arranged',
  arranged: 'Arranged',
  'not arranged': 'Not arranged',
  'called off': 'Called off',
  refused: 'Refused',
  'held elsewhere': 'Held elsewhere',
  'needs review': 'Needs review',
  'on hold': 'On hold',
  moved: 'Moved',
  cancelled: 'Cancelled',
};

export const sealNames: Record<SealView['state'], string> = {
  sealed: 'Sealed',
  'not yet': 'Not yet sealed',
  'not sealed': 'Not sealed',
  broken: 'Seal broken',
};

/** What a person is told, and what they can do about it. */
export type Trouble = {
  readonly say: string;
  readonly next: string;
  /** Seconds after which the page asks again by itself. */
  readonly againIn?: number;
};

export const troubles = {
  noAnswer: {
    say: 'I cannot reach the school’s server just now.',
    next: 'Please check your connection and try again.',
  },
  unclear: {
    say: 'I could not reach the server, so I do not know whether that was taken.',
    next: 'Whatever you typed is still here. Please send it again: what was taken is not done twice.',
  },
  noToken: {
    say: 'Teams could not tell me who you are.',
    next: 'Please try again. If it goes on, sign out of Teams and in again.',
  },
  unreadable: {
    say: 'The server answered in a way I could not read.',
    next: 'Please try again. If it happens twice, tell ICT.',
  },
  brokenDown: { say: 'This page has stopped working.', next: 'Please load it again. If it happens twice, tell ICT.' },
} satisfies Record<string, Trouble>;

export const words = {
  opening: 'Opening the register',
  slow: 'This is taking longer than usual. Microsoft 365 may be busy; I am still waiting for it.',
  menu: 'Pages of Chaperone',
  astray: 'That link leads to no page that is open to you, so this is where you begin.',
  pages: {
    today: 'Today',
    register: 'Register',
    authorise: 'Authorise',
    insights: 'Insights',
    policy: 'Policy',
    'data protection': 'Data protection',
    installation: 'Installation',
  },
  scope: 'Which meetings',
  mine: 'Mine',
  wholeSchool: 'Whole school',
  toAuthorise: 'To authorise',
  refresh: 'Refresh',
  tryAgain: 'Try again',
  asksAgain: 'This page asks again by itself in a moment. Nothing is lost.',
  lookAgain: 'Look again',
  lookingAgain: 'Looking',
  reload: 'Load the page again',
  close: 'Close',
  wrongDay: 'Choose a day from 2000 to 2099.',
  meeting: {
    loading: 'Loading the meeting',
    join: 'Join in Teams',
    when: 'When',
    minutes: (minutes: number) => `${minutes} minutes`,
    about: 'Purpose',
    who: 'Who',
    attended: { came: 'came', 'did not come': 'did not come', 'not noted': 'not noted' },
    host: 'Host',
    secondAdult: 'Second adult',
    since: (moment: string) => `Since ${moment}.`,
    colleague: 'Colleague',
    childAttends: { yes: 'The child takes part.', no: 'The child does not take part.' },
    heldWhere: 'Held',
    urgent: 'Urgent because',
    confirmed: 'Confirmed by the host',
    authorisation: 'Authorisation',
    review: 'To be looked at again',
    reviewSince: (when: string) => `Since ${when}.`,
    reviewDismissed: (name: string, when: string, said: string) => `${name} let it stand, ${when}: ${said}`,
    authorisedBy: (name: string, at: string) => `${name} said yes on ${at}.`,
    question: 'Asked',
    answer: 'Answered',
    reason: 'Reason',
    from: (role: string, agency: string) => `${role}, ${agency}`,
    safeguards: 'Safeguards',
    lastReadBack: (at: string) => `Last read back from Teams on ${at}.`,
    readBackAsAsked: 'Read back as asked',
    notReadBack: 'Not read back',
    readBackAs: (words: string) => `Read back as: ${words}`,
    why: 'What policy says',
    packs: (packs: string) => `Policy: ${packs}`,
    pack: (id: string, version: string) => `${id} ${version}`,
    checklist: 'Checklist',
    agreements: 'Agreements',
    recorded: 'Recorded for',
    records: {
      none: 'Nothing is asked, and nothing was kept.',
      open: 'Not answered yet',
      moment: (moment: string, answered: number, all: number) => `${moment}: ${answered} of ${all} answered`,
    },
    log: 'Log',
    noLog: 'Nothing has been logged yet.',
    by: (name: string) => `by ${name}`,
  },
  outside: {
    say: 'Chaperone lives in Microsoft Teams',
    next: 'The register opens there, where your school can tell who you are.',
    link: 'Open it in Teams',
    noLink: 'Open Teams and look for Chaperone among your apps.',
  },
} as const;
