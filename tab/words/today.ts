import type { PartName } from '../../bot/today/parts.ts';

/** What the page Today says besides what the server has sent. */

const many = (count: number, one: string, several = `${one}s`) => (count === 1 ? `1 ${one}` : `${count} ${several}`);
const atLeast = (isIt: boolean) => (isIt ? 'At least ' : '');

export const todayWords = {
  title: 'Today',
  loading: 'Looking at today',
  lookedAt: (time: string) => `Looked at ${time}. I look again every minute.`,
  notRefreshed: 'I could not look again just now. What stands here is older.',
  changed: (what: string) => `Changed: ${what}`,
  nothing: {
    say: 'Nothing here is yours to look after today',
    next: 'Meetings that you host or are second adult of will stand here.',
  },
  parts: {
    safeguarding: 'Meetings with people from outside',
    waiting: 'What waits for your yes',
    leaders: 'For senior leaders',
    mine: 'Your next meetings',
    ict: 'How Chaperone is set up and runs',
    'data protection': 'Data protection',
  } satisfies Record<PartName, string>,
  outside: {
    tomorrow: 'Tomorrow',
    none: 'A quiet day: there is nothing for you to look after here.',
    sealedSince: (moment: string) => `Last read back ${moment}`,
    host: (name: string) => `Host: ${name}`,
    secondAdult: (name: string, says: string | undefined) => `Second adult: ${name}${says ? `. ${says}` : ''}`,
    urgent: 'Urgent',
    over: 'Over',
  },
  waiting: {
    count: ({ count, atLeast: more }: { count: number; atLeast: boolean }) =>
      `${atLeast(more)}${many(count, 'request')} ${count === 1 ? 'waits' : 'wait'} for your yes.`,
    none: 'Nothing waits for your yes.',
    since: (moment: string) => `The oldest has waited since ${moment}.`,
    open: 'Open what waits for you',
  },
  leaders: {
    quiet: 'Nothing needs a second look.',
    review: ({ count, atLeast: more }: { count: number; atLeast: boolean }) =>
      `${atLeast(more)}${many(count, 'meeting')} to be reviewed`,
    afterwards: ({ count, atLeast: more }: { count: number; atLeast: boolean }) =>
      `${atLeast(more)}${many(count, 'urgent meeting')} to be looked at afterwards`,
    by: (moment: string, late: boolean) => (late ? `Was to be looked at by ${moment}` : `To be looked at by ${moment}`),
    numbers: 'Today in numbers',
  },
  mine: {
    none: 'You have no meetings in the next seven days. Arrange one by chatting with Chaperone.',
    more: 'There are more in the register.',
    unreadable: (count: number) => `${many(count, 'entry', 'entries')} of yours cannot be read. Please tell ICT.`,
    as: { host: 'You host it', 'second adult': 'You are its second adult' },
    with: (name: string) => `with ${name}`,
    ready: 'Nothing is missing',
    join: 'Join in Teams',
    joinNamed: (about: string) => `Join in Teams: ${about}`,
    unsaid: (count: number) =>
      `${many(count, 'meeting')} of the last days: please open ${count === 1 ? 'it' : 'each'} and say whether it took place`,
    lacking: (count: number) =>
      `${many(count, 'of your next meetings lacks', 'of your next meetings lack')} something.`,
  },
  checks: {
    is: { well: 'Well', look: 'To look at', wrong: 'Wrong', unknown: 'Not known' },
    wrong: (count: number) => `${many(count, 'thing is', 'things are')} wrong.`,
    allWell: 'Everything that I can look at is well.',
    well: (count: number) => `${many(count, 'other is', 'others are')} well`,
    installation: 'Open Installation, where each setting of Microsoft 365 stands with what mends it',
    byHand: (count: number) => `${many(count, 'setting')} of the tenant that somebody has to look at`,
  },
} as const;
