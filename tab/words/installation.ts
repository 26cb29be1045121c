import type { Promised, State } from '../../bot/doctor/line.ts';

/** The words of the page about how Chaperone is installed, besides what the server has sent. */

const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

export const promiseNames: Readonly<Record<Promised, string>> = {
  'sealed before sent': 'Sealed before sent',
  'written before done': 'Written before done',
  'every answer has its clause': 'Every answer has its clause',
  'twice is once': 'Twice is once',
  'no pretending': 'No pretending',
};

export const installationWords = {
  title: 'Installation',
  loading: 'Looking at Microsoft 365',
  lookedAt: (moment: string) => `Looked at ${moment}. Looking changes nothing.`,
  headline: (wrong: number, unread: number): string => {
    const parts = [
      ...(wrong > 0 ? [`${many(wrong, 'thing is', 'things are')} wrong`] : []),
      ...(unread > 0 ? [`${unread} could not be read`] : []),
    ];
    return parts.length === 0 ? 'Everything that I can look at is as it has to be.' : `${parts.join(', and ')}.`;
  },
  parts: {
    wrong: 'Wrong',
    'cannot be read': 'Not known',
    'look by hand': 'For you to look at',
    fine: 'Fine',
  } satisfies Record<State, string>,
  folded: {
    'look by hand': (count: number) =>
      `${many(count, 'setting that', 'settings that')} only an administrator can look at`,
    fine: (count: number) => `${many(count, 'is', 'are')} fine`,
  },
  is: { wrong: 'Wrong', 'cannot be read': 'Not known', 'look by hand': 'To look at', fine: 'Fine' } satisfies Record<
    State,
    string
  >,
  why: (promise: string) => `Why it matters (${promise})`,
  clauses: 'Clauses:',
  clause: (id: string) => `Clause ${id}`,
  mend: 'How to mend it',
  find: 'How to find out',
  run: 'Run this',
  prints: 'It must print',
  shows: 'It must show',
  copy: 'Copy',
  copyNamed: (what: string) => `Copy the command: ${what}`,
  copied: 'Copied.',
  notCopied: 'I may not copy here. Please select it.',
  terminal:
    'The same in a terminal, on a machine that has the app’s credential. It ends with 0 when nothing is wrong and everything could be read:',
} as const;
