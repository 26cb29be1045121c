import type { Acts } from '../../bot/api/acts.ts';
import type { Colleague } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';

/** Nothing can be done here, until a test says what comes of it. */
const nobody = () => Promise.reject(new Error('nobody does that here'));

export const noActs = (staff: readonly Colleague[] = []): Acts => ({
  changing: { meeting: nobody, review: nobody, change: nobody, cancel: nobody },
  colleagues: () => Promise.resolve(known(staff)),
  schoolDomains: ['school.example.org'],
  calendarsThen: () => Promise.resolve({ names: [], busy: known([]), free: [] }),
  sayHeld: nobody,
  look: nobody,
  letStand: nobody,
  agree: nobody,
  answersTo: () => Promise.resolve(known([])),
});
