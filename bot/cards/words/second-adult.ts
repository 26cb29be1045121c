import type { WhyNotAnswered } from '../../second-adult/answers.ts';
import type { HostNews } from '../../second-adult/covering.ts';
import { listInWords } from './approvers.ts';

/** What the second adult, those who may stand in, and the host read. Fixed words, and names of staff in plain texts only. */

export const secondAdult = {
  title: {
    asked: 'Can you be the second adult?',
    reminded: 'Still waiting for an answer: can you be the second adult?',
    'stand-in': 'Can you stand in as second adult?',
  },
  asks: (host: string) => `${host} asks you to be there from beginning to end.`,
  standInFor: (host: string) => `${host}’s meeting has lost its second adult. The first of you who says yes has it.`,
  invited: 'You have the invitation in your calendar. Your answer here or there is the same; the newer one counts.',
  notInvited: 'You are not invited yet. If you say yes, the invitation comes by itself.',
  host: 'Host',
  reference: 'Reference',
  pupil: 'A pupil is on the call.',
  why: 'Why a second adult',
  whySays:
    'Nobody from the school is ever alone with a pupil or a family on a call. It protects them, and it protects you both.',
  watch: 'What to watch for',
  watches: [
    'Stay the whole time, with your camera on. If you have to leave, the meeting ends first.',
    'Let people in with the host, one by one, and only those you both expect.',
    'If something worries you, say so there and then, and tell the safeguarding lead afterwards.',
  ],
  rehearsed: 'I have practised this kind of session with colleagues.',
  yes: 'I can be there',
  yesStandIn: 'I can stand in',
  no: 'I can’t',
  afterYesNo: 'I can’t after all',
  afterNoYes: 'I can after all',
  saidYes: 'You are the second adult',
  saidYesNext: 'Thank you. Should something come up, say so here, and I look for somebody else.',
  saidNo: 'You cannot be there',
  saidNoNext: 'Thank you for saying so. I have noted it, and see to the rest.',
  standingIn: 'Thank you: you stand in',
  standingInNext: 'I am putting you down now. The invitation comes when that is done.',
  somebodyElse: 'Somebody else is the second adult',
  somebodyElseNext: 'Thank you all the same. There is nothing left to do.',
  ended: 'There is nothing left to answer',
  endedNext: 'This meeting has been cancelled, moved, or is over.',
} as const;

/** Why an answer was not taken, for whoever gave it. */
export const notAnswered: Readonly<Record<WhyNotAnswered, string>> = {
  'not asked': 'I have not asked you to be second adult at any such meeting, so nothing was done.',
  'somebody else': 'Somebody else is the second adult now, so nothing was done. Thank you all the same.',
  'not arranged': 'That meeting no longer takes place, so there is nothing left to answer.',
  over: 'That meeting is over, so there is nothing left to answer.',
  'not rehearsed':
    'The school’s policy wants those who run such a session to have practised it. Please tick that you have.',
};

export const unreadableAnswer = 'I could not read that answer, so nothing was done. Please try again.';

export const titleForHost: Readonly<Record<HostNews['of'], string>> = {
  searching: 'The second adult is missing',
  'nobody left': 'Nobody can stand in',
  'on hold': 'On hold',
  'off hold': 'No longer on hold',
  'called off': 'It is being called off',
};

/** @param name the second adult’s */
export function newsForHost(news: HostNews, name: string, reference: string): string {
  switch (news.of) {
    case 'searching':
      return `${name} is not there as second adult at ${reference} so far. I have asked ${listInWords(news.names)} to stand in; the first who says yes is put in place, and I tell you.`;
    case 'nobody left':
      return `I have asked everybody who is free to be second adult at ${reference}, and nobody has said yes. You can name somebody else, or another time.`;
    case 'on hold':
      return `${reference} is on hold: ${name} has not said yes to being second adult, and it may not take place with one adult. I have shut its link, and nobody gets in but you. As soon as somebody says yes, I open it as it was; otherwise it is called off at its start. Please talk to nobody in it alone.`;
    case 'off hold':
      return `${reference} is no longer on hold: ${name} is the second adult. Its safeguards have been set and read back again.`;
    case 'called off':
      return `Nobody has said yes to being second adult at ${reference}, and it may not take place with one adult. I am calling it off and telling everybody who was invited.`;
  }
}

/** For the safeguarding lead, without child or guest. */
export const leadOfHold = (host: string, reference: string): string =>
  `${host}’s meeting ${reference} is on hold because its second adult is missing. Its link is shut and nobody but the host gets in. If nobody stands in, it is called off at its start.`;
