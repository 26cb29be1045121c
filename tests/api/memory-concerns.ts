import { pino } from 'pino';
import { type Concerns, openConcerns } from '../../bot/concerns/raising.ts';
import { Colleague } from '../../bot/meetings/ask.ts';
import type { Register } from '../../bot/register/register.ts';
import { now, people } from './school.ts';

/** Where concerns go in front of a register in memory: the safeguarding lead hears of each at once. */
export const memoryConcerns = (register: Register): Concerns => openConcerns(concernWorld(register));

export const concernWorld = (register: Register): Parameters<typeof openConcerns>[0] => ({
  register,
  people: {
    colleagues: () => Promise.resolve([]),
    rolesOf: () => Promise.resolve(new Set()),
    isIn: () => Promise.resolve(false),
    thoseWith: (role) =>
      Promise.resolve(
        Object.values(people)
          .filter(({ roles }) => roles.includes(role))
          .map((one) => Colleague.parse(one)),
      ),
    standingOf: () => Promise.resolve('outsider'),
    afresh: () => {
      throw new Error('nobody asks afresh here');
    },
  },
  posting: { send: (_, those) => Promise.resolve(those), show: () => Promise.resolve() },
  tabUrl: 'https://teams.example.org/',
  now,
  log: pino({ level: 'silent' }),
  patienceMilliseconds: 1000,
});
