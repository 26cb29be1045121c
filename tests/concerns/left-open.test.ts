import { expect, test } from '@jest/globals';
import { concernsIn, nameOfConcern } from '../../bot/concerns/concern.ts';
import { tellOfWhatIsOpen } from '../../bot/concerns/raising.ts';
import type { Posting } from '../../bot/posting.ts';
import { moment } from '../../bot/register/entry.ts';
import { concernWorld } from '../api/memory-concerns.ts';
import { memoryRegister } from '../api/memory-register.ts';
import { meetings, now, people } from '../api/school.ts';

/** A concern that was written down and then lost with the process that was to tell of it. */

// Just over.
const entry = {
  ...meetings.ofSenco,
  ask: { ...meetings.ofSenco.ask, start: new Date(now().getTime() - 3_600_000).toISOString() },
};
const by = people.teacher.id;

async function raised(minutesAgo: number) {
  const register = memoryRegister([entry]);
  const at = new Date(now().getTime() - minutesAgo * 60_000);
  await register.note(entry.reference, 'concern raised', by, at, nameOfConcern({ at: moment(at), by }));
  const told: string[] = [];
  const posting: Posting = {
    send: (_, those) => {
      told.push(...those.map(({ name }) => name));
      return Promise.resolve(those);
    },
    show: () => Promise.resolve(),
  };
  return {
    look: () => tellOfWhatIsOpen(entry, { ...concernWorld(register), posting }),
    told,
    standing: async () => concernsIn(await register.log(entry.reference)).map((one) => one.told),
  };
}

test('is told when the meeting is looked after, and only once', async () => {
  const { look, told, standing } = await raised(10);
  await look();
  await look();
  expect(await standing()).toEqual(['told']);
  expect(told).toEqual(['Leila Haddad', 'Joan Marsh']);
});

test('is left to whoever may still be telling of it', async () => {
  const { look, told, standing } = await raised(0.5);
  await look();
  expect(await standing()).toEqual(['not yet']);
  expect(told).toEqual([]);
});
