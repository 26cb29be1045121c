import type { WhyNot } from '../../agreeing/agree.ts';
import type { Standing } from '../../agreeing/ledger.ts';
import { type Agreement, agreements, type Statement, type Way } from '../../register/agreements.ts';
import { listInWords } from './approvers.ts';
import { dateInWords } from './dates.ts';

/** What host and second adult read about the agreements of a meeting's guests. */

export const agreementInWords: Readonly<Record<Agreement, string>> = {
  'take part': 'Take part',
  'share information': 'Share information',
  'be recorded': 'Be recorded',
  'be contacted directly': 'Be contacted directly',
};

export const wayOnItsOwn: Readonly<Record<Way, string>> = {
  'in writing': 'In writing',
  'by email': 'By email',
  'by phone': 'By phone',
  'in person': 'In person',
};

export const agreed = {
  title: 'What the guests have agreed to',
  what: 'Each of the four is asked for by itself, and can be taken back at any time.',
  /** The one line that keeps the two apart, wherever agreements are shown. */
  noBasis: 'An agreement is never the school’s legal basis for handling information.',
  forTheChild: 'For the child’s part the family answers.',
  reference: 'Reference',
  noneYet: (which: readonly string[]) => `Not yet: ${listInWords(which)}.`,
  writeDown: 'Write one down',
  guest: 'Who said so',
  agreement: 'What it is about',
  how: 'How they said so',
  on: 'On which day',
  choose: 'Choose one',
  given: 'They agree',
  withdrawn: 'They take it back',
  button: (reference: string) => `Agreements for ${reference}`,
  writtenDown: 'Written down.',
  here: 'The agreements are below.',
  which: 'Please type “agreements” and the reference, such as “agreements TAC-0123ABCD”, or look under “my meetings”.',
} as const;

export const agreementFaults = {
  guest: 'Please choose who said so.',
  agreement: 'Please choose which of the four it is about.',
  how: 'Please choose how they said so.',
  on: 'Please give the day as a date, such as 20/11/2026.',
  unreadable: 'I could not read that, so nothing was written down. Please try again.',
} as const;

/** Why something was not written down. */
export const notWrittenDown: Readonly<Record<WhyNot, string>> = {
  'no such meeting': 'I cannot find that meeting among yours.',
  'no such guest': 'That person is not among the guests of this meeting, so nothing was written down.',
  'no guests': 'Nobody from outside comes to that meeting, so there is nothing to agree to.',
  over: 'That meeting does not take place any more, so nothing was written down.',
  'in the future': 'That day is still to come, so nothing was written down.',
  'withdrawn since':
    'They took it back after that day, so nothing was written down. If they have agreed again, give that day.',
  'not given': 'That agreement is not there, so there is nothing to take back.',
  'given since':
    'They agreed after that day, so nothing was written down. If they have taken it back since, give that day.',
};

/** How a guest's four agreements stand, a sentence each; those that nobody has spoken of are in the last. */
export function standingInWords({ agreed: stands }: Pick<Standing, 'agreed'>): readonly string[] {
  const said = agreements.flatMap((agreement) => {
    const statement = stands[agreement];
    return statement === null ? [] : [`${agreementInWords[agreement]}: ${statementInWords(statement)}.`];
  });
  const left = agreements.filter((agreement) => stands[agreement] === null);
  return left.length === 0 ? said : [...said, agreed.noneYet(left)];
}

/** `yes, by email, 20 November 2026 (written down by Tom Birch)` */
function statementInWords({ says, how, on, by }: Statement): string {
  const said = says === 'given' ? 'yes' : 'taken back';
  return `${said}, ${how}, ${dateInWords(on)} (written down by ${by.name})`;
}
