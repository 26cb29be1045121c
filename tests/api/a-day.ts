import type { Entry } from '../../bot/register/entry.ts';
import { Cover } from '../../bot/second-adult/cover.ts';
import { meeting, now, type PersonKey, people } from './school.ts';

/** Friday 20 November 2026, nine in the morning, at the fictional school: what stands today, and what waits. */

const named = (who: PersonKey) => ({ id: people[who].id, name: people[who].name, address: people[who].address });
const at = (time: string) => `2026-11-20T${time}:00Z`;
const asked = { is: 'asked', at: '2026-11-18T10:01:00Z', reminded: 0 } as const;
const accepted = { is: 'accepted', at: '2026-11-18T11:00:00Z', how: 'tap' } as const;

const coverBy = (of: PersonKey, state: typeof asked | typeof accepted): Cover =>
  Cover.parse({ of: named(of), state, standIns: [], nobodyLeft: false, heldSince: null });

const two = { host: 'senco', secondAdult: 'teacher' } as const;
export const waitsFor = (of: readonly string[], reminded = 0) =>
  ({ state: 'wanted', of, yes: [], reminded, answered: null }) as const;

export const aDay = {
  sealed: {
    ...meeting({ reference: 'TAC-DDDDDDD1', start: at('09:10'), ...two }),
    cover: coverBy('teacher', accepted),
  },
  unanswered: {
    ...meeting({ reference: 'TAC-DDDDDDD2', start: at('13:00'), ...two }),
    cover: coverBy('teacher', asked),
  },
  onHold: {
    ...meeting({ reference: 'PAR-DDDDDDD3', start: at('11:00'), ...two, status: 'on hold', ask: { kind: 'parent' } }),
    cover: coverBy('teacher', asked),
  },
  amongStaff: meeting({
    reference: 'STF-DDDDDDD4',
    start: at('15:30'),
    ...two,
    ask: { kind: 'staff', purpose: 'Phonics', colleagues: [named('teacher'), named('head')] },
  }),
  ofOthers: meeting({ reference: 'TAC-DDDDDDD5', start: at('10:00'), host: 'teacher', secondAdult: 'ict' }),
  tomorrow: meeting({ reference: 'TAC-DDDDDDD6', start: '2026-11-21T10:00:00Z', host: 'teacher', secondAdult: 'ict' }),
  toReview: {
    ...meeting({ reference: 'TAC-DDDDDDD7', start: '2026-11-25T10:00:00Z', ...two, status: 'needs review' }),
    review: {
      reasons: [
        {
          why: 'agency changed',
          detail: 'guest 2',
          because: [],
          of: ['slt'],
          since: '2026-11-19T10:00:00Z',
          told: true,
          dismissed: null,
        },
      ],
    } satisfies Entry['review'],
  },
  waiting: meeting({
    reference: 'TAC-DDDDDDD8',
    start: '2026-11-27T10:00:00Z',
    ...two,
    status: 'waiting',
    decision: { verdict: 'authorise', authorisedBy: ['slt'] },
    authorisation: waitsFor(['slt']),
  }),
  urgent: {
    ...meeting({
      reference: 'TAC-DDDDDDD9',
      start: '2026-11-18T15:00:00Z',
      ...two,
      ask: { urgent: { reason: 'The placement ends on Friday' } },
    }),
    aftercare: { state: 'due', by: '2026-11-19T18:30:00Z', lead: 'told', asked: 1 } satisfies Entry['aftercare'],
  },
  notArranged: meeting({ reference: 'TAC-DDDDDDDA', start: at('14:00'), ...two, status: 'not arranged' }),
} as const;

export { now };
