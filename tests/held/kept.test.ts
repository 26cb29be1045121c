import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sayHeld } from '../../bot/held/saying-held.ts';
import { Reference } from '../../bot/meetings/ask.ts';
import type { Register } from '../../bot/register/register.ts';
import { versionOf } from '../../bot/register/version.ts';
import { aRequest, deputy, named, type Somebody, senco } from '../authorising/a-request.ts';
import { registerOf } from '../register/register-of.ts';
import { openSite, type Site } from '../school.ts';

// What is said about whether a meeting took place stands in the school's lists, once, and the newest counts.

let site: Site;
let register: Register;
let minute = 0;
beforeAll(async () => {
  site = await openSite();
  register = registerOf(site);
});
afterAll(() => site.close());

const staff = [senco, deputy];
const rolesOf = (id: string) => Promise.resolve(staff.find((one) => one.id === id)?.roles ?? new Set<never>());
const world = () => ({
  register,
  people: { afresh: () => ({ rolesOf }), colleagues: () => Promise.resolve(staff.map(named)) },
  now: () => {
    minute += 1;
    return new Date(Date.parse('2026-12-01T16:00:00Z') + 60_000 * minute);
  },
});
const held = { state: 'held', minutes: 40 } as const;
const notHeld = { state: 'not held', reason: 'The family was ill' } as const;

let made = 0;
async function arranged() {
  made += 1;
  const reference = Reference.parse(`TAC-0123ABC${made}`);
  await register.open(
    aRequest({ reference, status: 'arranged', step: 'done', authorisation: { state: 'not needed' } }),
  );
  const saying = (
    who: Somebody,
    said: typeof held | typeof notHeld,
    seen: Parameters<typeof sayHeld>[1]['seen'] = null,
  ) => sayHeld(world(), { reference, said, seen }, who);
  const kept = async () => {
    const row = await register.find(reference);
    return {
      outcome: row?.entry.outcome,
      log: (await register.log(reference)).map(({ event, detail }) => ({ event, detail })),
    };
  };
  return { reference, saying, kept };
}

test('a row in which nobody has said anything says so', async () => {
  const { kept } = await arranged();
  expect(await kept()).toMatchObject({ outcome: { state: 'not said' }, log: [] });
});

test('it is kept with who said so and how long it took; said twice it is said once', async () => {
  const { saying, kept } = await arranged();
  await saying(senco, held);
  await saying(senco, held);
  expect(await kept()).toMatchObject({
    outcome: { state: 'held', minutes: 40, by: { name: 'Maya Okafor' } },
    log: [{ event: 'held', detail: expect.stringMatching(/^40 minutes, 2026-12-01T/) }],
  });
});

test('of two who say otherwise the newer counts, both stand in the log, and the reason does not', async () => {
  const { saying, kept } = await arranged();
  await saying(senco, held);
  await saying(deputy, notHeld);
  const { outcome, log } = await kept();
  expect(outcome).toMatchObject({ ...notHeld, by: { name: 'Owen Pryce' } });
  expect(log.map(({ event }) => event)).toEqual(['held', 'not held']);
  expect(JSON.stringify(log)).not.toContain('ill');
});

test('whoever has not seen what the other said is told so, and nothing is written', async () => {
  const { reference, saying, kept } = await arranged();
  const before = await register.find(reference);
  if (!before) throw new Error('the row is not there');
  await saying(senco, held);
  expect(await saying(deputy, notHeld, versionOf(before.entry))).toEqual({ why: 'changed meanwhile' });
  expect(await kept()).toMatchObject({ outcome: held });
});
