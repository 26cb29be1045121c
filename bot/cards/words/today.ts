/** What the page Today says of a day. Counts and fixed words only: names stand apart. */

/** `1 meeting`, `6 meetings` */
export const many = (count: number, one: string, several = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${several}`;

/** How a meeting with people from outside stands, for whoever looks over all of them; in the order they are counted. */
export const outsideStates = [
  'sealed',
  'on hold',
  'to be looked at',
  'being arranged',
  'waiting for a yes',
  'called off',
  'perhaps still open',
  'held elsewhere',
] as const;
export type OutsideState = (typeof outsideStates)[number];

export const outside = {
  none: { today: 'No meetings with people from outside today.', tomorrow: 'None tomorrow.' },
  count: {
    today: (count: number) => `${many(count, 'meeting')} with people from outside today.`,
    tomorrow: (count: number) => `${many(count, 'meeting')} tomorrow.`,
  },
  allSealed: (count: number) => (count === 1 ? 'It is sealed.' : 'All are sealed.'),
  more: 'There are more than this page shows. The register has them all.',
  unreadable: (count: number) =>
    `${many(count, 'entry', 'entries')} of these days cannot be read, so I do not know how they stand. Please tell ICT.`,
  lookAt: (count: number) => `${many(count, 'urgent meeting')} not looked at afterwards yet.`,
} as const;

/** What to do about one that is not sealed and open; nothing is to be done about the others. */
export const outsideHelps: Readonly<Partial<Record<OutsideState, string>>> = {
  'on hold': 'Its link is shut: nobody but the host gets in. Help the host to find a second adult, or to cancel.',
  'to be looked at': 'It is sealed, and a fact behind it has changed. Open it to see what, and talk to the host.',
  'being arranged': 'Nobody is invited before it is sealed. If it still says so in ten minutes, tell ICT.',
  'waiting for a yes':
    'Nobody is invited until somebody says yes. If it is to take place, ask those whose yes it needs.',
  'called off': 'The safeguards did not hold, so it was cancelled. Ask the host whether the guests have heard.',
  'perhaps still open':
    'Its link could not be proved useless. Tell the host not to join by it, and ask ICT to look at the meeting.',
};

export const mine = {
  youAnswer: 'You have not said yet whether you come. The question is in your chat with Chaperone.',
  youCannot: 'You have said that you cannot come. A stand-in is looked for.',
  notAsked: (name: string) => `${name} has not been asked yet whether they come.`,
  notAnswered: (name: string) => `${name} has not answered yet whether they come.`,
  cannotCome: (name: string) => `${name} cannot come, and a stand-in is looked for.`,
  waits: (whose: string) => `It waits for the yes of ${whose}. Nobody is invited until then.`,
  question: (name: string) => `${name} has asked you a question. Answer it in your chat with Chaperone.`,
  questionToHost: (name: string) => `${name} has asked the host a question.`,
  arranging: 'It is being arranged. Nobody is invited until it is sealed.',
  onHold: 'It is on hold: its link is shut until a second adult is found.',
  calledOff: 'It was called off: its safeguards did not hold. Please make sure that the guests have heard.',
  notArranged: 'It was not arranged, and nobody was invited.',
  refused: 'An approver said no to it.',
  lines: (count: number) => `${many(count, 'line')} of its checklist ${count === 1 ? 'is' : 'are'} open.`,
  agreements: (open: number, all: number) =>
    all === 1
      ? 'The guest’s agreement to take part is not written down yet.'
      : `The agreement of ${String(open)} of ${String(all)} guests to take part is not written down yet.`,
  linesUnknown: 'I could not look up its checklist just now.',
  agreementsUnknown: 'I could not look up the guests’ agreements just now.',
} as const;

export const checks = {
  list: (name: string) => `List ${name}`,
  complete: 'There, with all its columns.',
  gone: 'It is not there. Look for it in the site’s recycle bin; if there was none, npm run provision makes it.',
  notAnswering: 'SharePoint did not answer.',
  lacks: (columns: string) =>
    `It lacks, or has otherwise than needed: ${columns}. npm run provision puts right what can be, and names the rest.`,
  unreadable: {
    name: 'Rows that cannot be read',
    none: 'None among those that are due and those of today and tomorrow.',
    some: (count: number, more: boolean) =>
      `${more ? 'At least ' : ''}${many(count, 'row')}: somebody has edited them by hand. The version history of the row in SharePoint has what it was.`,
  },
  overdue: {
    name: 'Rows waiting to be looked after',
    none: 'None is more than half an hour late.',
    some: (count: number, more: boolean) =>
      `${more ? 'At least ' : ''}${many(count, 'row')} more than half an hour late. See the server’s log for why.`,
  },
  sweep: {
    name: 'Last round over the register',
    never: 'This server has not been round yet.',
    well: (when: string) => `It ended at ${when}.`,
    stuck: (when: string) => `It did not reach the register at ${when}.`,
    late: (when: string) => `The last one ended at ${when}, which is long ago. Please look at the server.`,
  },
  storage: {
    name: 'Storage of conversations',
    ok: 'It answers.',
    'not answering': 'It does not answer: the bot cannot remember what was said.',
  },
  installation: {
    name: 'Around Chaperone in Microsoft 365',
    notLooked: 'I could not look at it in time. Installation looks again.',
    wrong: (count: number) => `${many(count, 'thing')} wrong. Installation says of each what mends it.`,
    notRead: (count: number) => `${many(count, 'thing')} could not be read. Installation says which.`,
    well: 'All is well that I can read. Some of it only you can look at: Installation says what.',
  },
  pack: (id: string) => `Policy pack ${id}`,
  packDue: (day: string) => `Its review was due on ${day}.`,
  packSoon: (day: string) => `Its review is due on ${day}.`,
  packs: { name: 'Policy packs', well: 'None is due for review.' },
  retention: {
    name: 'How long meetings are kept',
    notLooked: 'I could not look for the oldest meeting.',
    well: 'None is old enough to be past its time.',
    look: (day: string) => `The oldest is of ${day}, so some may be past their time. Data protection shows which.`,
  },
  assessment: {
    name: 'Data protection impact assessment',
    none: 'The school’s settings name none.',
    due: (day: string) => `Its review was due on ${day}.`,
    soon: (day: string) => `Its review is due on ${day}.`,
    well: (day: string) => `To be reviewed by ${day}.`,
  },
} as const;

/** In place of a part whose facts could not be had. */
export const notHad = {
  register: 'I cannot read the school’s register just now, so I do not know. I try again by myself every minute.',
  missing:
    'A list of the school’s register is not there, so I do not know. Please tell ICT: if it was deleted, it can be restored from the recycle bin of its SharePoint site for 93 days.',
  unreadable: 'There is an entry in the register that I cannot read. Please tell ICT.',
  other: 'Something went wrong at my end, so I do not know. I try again by myself every minute.',
} as const;
