/** What is read beside a call: short, because somebody is listening to somebody else meanwhile. */

export const inTheMeeting = {
  loading: 'Finding the meeting',
  choose: {
    title: 'Which meeting is this?',
    hint: 'I cannot tell from the chat. These are yours of the next fortnight.',
    none: {
      say: 'I know of no meeting of yours here',
      next: 'Only meetings that were arranged with Chaperone have a panel. If this is one, ask its host to open it.',
    },
  },
  lock: {
    title: 'Lock',
    at: (time: string) => `Lock at ${time}`,
    in: (minutes: number) => (minutes === 1 ? 'in about a minute' : `in ${minutes} minutes`),
    now: 'Lock the meeting now',
    since: (time: string) => `The time to lock was ${time}.`,
    soon: 'One minute until the meeting is to be locked.',
    hint: 'By hand, in Teams: People, then the three dots, then Lock the meeting.',
  },
  roll: {
    title: 'Who to let in',
    hint: 'Tick each when they are here.',
    all: 'All are here',
    others: 'The others did not come',
    absent: 'Did not come',
    count: (came: number, all: number) => `${came} of ${all} here`,
  },
  script: { title: 'As it starts', all: 'All of these' },
  after: {
    title: 'When it is over',
    held: (minutes: number) => `It took place: ${minutes} minutes`,
    less: '5 minutes less',
    more: '5 minutes more',
    notHeld: 'It did not take place',
    saidHeld: (minutes: number) => `It took place: ${minutes} minutes. That is kept.`,
    saidNotHeld: 'It did not take place. That is kept.',
  },
  inChat: (lines: number) =>
    lines === 1
      ? '1 more question needs an answer in words: it is on the checklist in your chat with Chaperone.'
      : `${lines} more questions need an answer in words: they are on the checklist in your chat with Chaperone.`,
  concern: {
    title: 'Concern',
    raise: 'Raise a concern',
    another: 'Raise another concern',
    sure: 'The safeguarding lead is told now that you raised a concern at this meeting. What it is about, tell them yourself.',
    tell: 'Tell them now',
    back: 'Back',
    notTold: 'I cannot be sure that anybody was told. Please phone the safeguarding lead, or try again.',
    telling: 'Telling the safeguarding lead',
  },
  notSaved: 'Not saved',
  again: 'Try again',
  settings: {
    title: 'Chaperone beside this meeting',
    found: 'The panel will show this meeting to its host and second adult. Press Save.',
    choose: 'Which of your meetings is this? Then press Save.',
  },
} as const;
