import { expect, test } from '@jest/globals';
import { remembered } from '../../bot/doctor/doctor.ts';
import type { Examination } from '../../bot/doctor/line.ts';

// Whoever looks within a minute sees what was read then; after that, and after a reading that broke off, it is read again.

function counting(outcome: () => Promise<void> = () => Promise.resolve()) {
  const clock = { now: new Date('2026-11-23T08:00:00Z'), readings: 0 };
  const examine = async (): Promise<Examination> => {
    clock.readings += 1;
    await outcome();
    return { at: clock.now.toISOString(), lines: [] };
  };
  const doctor = remembered({ examine }, 60, () => clock.now);
  return { clock, doctor };
}
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

test('for a minute everybody sees the same reading, and then another', async () => {
  const { clock, doctor } = counting();
  const first = await doctor.examine();
  clock.now = later(clock.now, 59);
  expect(await doctor.examine()).toBe(first);
  clock.now = later(clock.now, 1);
  expect((await doctor.examine()).at).toBe('2026-11-23T08:01:00.000Z');
  expect(clock.readings).toBe(2);
});

test('those who come while it is being read wait for that reading', async () => {
  const { clock, doctor } = counting();
  await Promise.all([doctor.examine(), doctor.examine(), doctor.examine()]);
  expect(clock.readings).toBe(1);
});

test('a reading that broke off is not remembered', async () => {
  let breaks = true;
  const { clock, doctor } = counting(() => (breaks ? Promise.reject(new Error('broke off')) : Promise.resolve()));
  await expect(doctor.examine()).rejects.toThrow('broke off');
  breaks = false;
  await doctor.examine();
  expect(clock.readings).toBe(2);
});
