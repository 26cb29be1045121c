import type { Seen } from '../../infra/demo/promises.ts';

/** Changes of a meeting that stands, as the host makes them. */

/** What is typed, the button pressed on the card that comes, and what the host hears in the end, whether or not it came about. */
export type Change = {
  readonly line: (reference: string) => string;
  readonly button: string;
  readonly outcome: RegExp;
  /** Whether what was asked for has happened. */
  readonly made: (seen: Seen) => boolean;
};

export const cancelling: Change = {
  line: (reference) => `cancel ${reference}`,
  button: 'Yes, cancel it',
  outcome: /^Cancelled: everybody/,
  made: ({ rows }) => rows.every(({ status }) => status === 'cancelled'),
};
export const adding: Change = {
  line: (reference) => `add Lee Ward, social worker, Children’s services, lee.ward@example.org to ${reference}`,
  button: 'Invite them',
  outcome: /^(?:Changed|Not changed|Called off)/,
  made: ({ mails }) => mails.some(({ to }) => to === 'lee.ward@example.org'),
};
export const moving: Change = {
  line: (reference) => `move ${reference} to 4pm`,
  button: 'Move it',
  outcome: /^(?:Arranged:|Not arranged:|Called off)/,
  made: ({ rows }) => rows.some(({ status, replaces }) => status === 'arranged' && replaces !== null),
};
