import { expect, test } from '@jest/globals';
import { concernsIn } from '../../bot/concerns/concern.ts';
import { openConcerns } from '../../bot/concerns/raising.ts';
import type { Caller } from '../../bot/identity/caller.ts';
import type { Register } from '../../bot/register/register.ts';
import { concernWorld } from '../api/memory-concerns.ts';
import { memoryRegister } from '../api/memory-register.ts';
import { meetings, now, people } from '../api/school.ts';

/** Two taps, each of which finds nothing written down yet. */

const { reference } = meetings.ofSenco;
const { id, name } = people.teacher;
const caller: Caller = { id, name, roles: new Set(['staff']) };

test('are one concern, also when neither has seen what the other wrote', async () => {
  const register = memoryRegister([meetings.ofSenco]);
  const late: Register = { ...register, log: (of) => (looks-- > 0 ? Promise.resolve([]) : register.log(of)) };
  let looks = 2;
  let seconds = 0;
  const at = () => {
    seconds += 1;
    return new Date(now().getTime() + seconds * 1000);
  };
  const concerns = openConcerns({ ...concernWorld(late), now: at, patienceMilliseconds: 5_000 });
  await concerns.raise(reference, caller);
  looks = 1;
  await concerns.raise(reference, caller);
  expect(concernsIn(await register.log(reference))).toHaveLength(1);
});
