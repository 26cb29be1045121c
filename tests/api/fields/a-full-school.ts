import type { Approver } from '../../../bot/policy/decision.ts';
import { Entry } from '../../../bot/register/entry.ts';
import { aDay, waitsFor } from '../a-day.ts';
import { meeting, others, people } from '../school.ts';

/** Friday 20 November 2026, nine in the morning: a school with enough in its register that every field of every answer occurs. */

const colleague = ({ id, name, address }: (typeof people)[keyof typeof people]) => ({ id, name, address });
const ofSencos = { host: 'senco', secondAdult: 'teacher' } as const;
const clause = { id: '003-10', says: 'Leadership says yes.' };
const setAside = [{ rule: 'trust-minimum/notice', why: 'urgent', because: [clause] }] as const;
const at = '2026-11-18T11:00:00Z';

/** The one that most is asked about: urgent, with a colleague besides, and it stands. */
export const standing = meeting({
  ...ofSencos,
  reference: 'TAC-EEEEEEE1',
  start: '2026-11-24T15:15:00Z',
  ask: {
    colleagues: [colleague(people.ict)],
    urgent: { reason: 'The placement ends on Friday' },
    confirmed: ['addresses checked'],
  },
  decision: { setAside },
});

/** One that took place, as was said. */
export const held = Entry.parse({
  ...meeting({
    ...ofSencos,
    reference: 'TAC-EEEEEEE2',
    start: '2026-11-19T15:15:00Z',
    ask: { colleagues: [colleague(people.ict)] },
    status: 'held elsewhere',
  }),
  outcome: { state: 'held', by: colleague(people.senco), at, minutes: 40 },
});

/** One that was arranged and came back for a yes. */
const request = (last: string, authorisedBy: readonly Approver[], authorisation: object) =>
  Entry.parse({
    ...meeting({
      ...ofSencos,
      reference: `TAC-EEEEEEE${last}`,
      start: `2026-12-0${last}T10:00:00Z`,
      ask: { urgent: { reason: 'The placement ends on Friday' }, confirmed: ['addresses checked'], childAttends: true },
      decision: { verdict: 'authorise', authorisedBy, authorisedBecause: [clause], setAside },
      authorisation,
    }),
    status: 'needs review',
  });
const saidYes = (of: Approver, by: keyof typeof people) => [{ of: [of], by: colleague(people[by]), at }];

/** Requests, one of two leaders' yes after so many reminders that the head covers; and one that was decided. */
export const requests = {
  leaders: request('4', ['slt', 'dsl'], { ...waitsFor(['slt'], 2), yes: saidYes('dsl', 'safeguardingLead') }),
  safeguarding: request('5', ['dsl', 'slt'], { ...waitsFor(['dsl']), yes: saidYes('slt', 'head') }),
  decided: { ...request('6', ['slt'], { state: 'given', yes: saidYes('slt', 'head') }), status: 'arranged' as const },
};

/** The same where the packs ask for the data protection officer's yes; of one of them another has said it. */
export const requestsOfDpo: typeof requests = {
  leaders: request('4', ['slt', 'dpo'], { ...waitsFor(['dpo']), yes: saidYes('slt', 'head') }),
  safeguarding: request('5', ['dsl', 'dpo'], { ...waitsFor(['dsl']), yes: saidYes('dpo', 'ict') }),
  decided: { ...request('6', ['dpo'], { state: 'given', yes: saidYes('dpo', 'ict') }), status: 'arranged' as const },
};

/** Parent meetings of seven years ago: one that may go, one that is kept back when the disposal has begun, one that was never ended. */
export const old = ['PAR-EEEEEEE7', 'PAR-EEEEEEE8', 'PAR-EEEEEEE9'].map((reference, index) =>
  meeting({
    ...ofSencos,
    reference,
    start: `2018-11-0${index + 5}T15:15:00Z`,
    status: index === 2 ? 'arranging' : 'arranged',
    ask: { kind: 'parent' },
  }),
);

const { sealed, onHold, toReview, urgent } = aDay;
const tomorrow = meeting({ ...ofSencos, reference: 'TAC-EEEEEEE3', start: '2026-11-21T10:00:00Z' });
// Safeguarding is told how an answer stands, and what to do, of tomorrow's as of today's.
const onHoldTomorrow = Entry.parse({
  ...onHold,
  reference: 'PAR-EEEEEEEA',
  ask: { ...onHold.ask, start: '2026-11-21T11:00:00Z' },
});

export const everyMeeting = (asked: typeof requests): readonly Entry[] => [
  standing,
  held,
  ...Object.values(asked),
  ...old,
  ...[sealed, onHold, toReview, urgent, tomorrow, onHoldTomorrow],
  ...[others.staff, others.classSession, others.onThePhone],
];
