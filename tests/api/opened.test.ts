import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Failure } from '../../bot/failure.ts';
import { type Door, openDoor } from './door.ts';
import { asking, namesGuests, openAs } from './fields/a-reader.ts';
import { meetings } from './school.ts';

/** Whoever reads a meeting with a child, or with people from outside, is written down before they see it. */

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
let besides: Door | null = null;
afterEach(async () => {
  await Promise.all([door.close(), besides?.close()]);
  besides = null;
});

const tac = meetings.ofSenco;
const opened = () =>
  door.register.accesses.map(({ event, reference, by }) => `${by.name} ${event} ${String(reference)}`);

test('every reader is kept once a day, host and second adult as well', async () => {
  for (const who of ['senco', 'teacher', 'head', 'head'] as const)
    expect((await door.getAs(who, `/api/meetings/${tac.reference}`)).status).toBe(200);
  expect(opened()).toHaveLength(3);
  expect(opened()[0]).toBe(`Maya Okafor opened ${tac.reference}`);
});

test('whoever is shown nothing is not kept as a reader', async () => {
  await door.getAs('ict', `/api/meetings/${tac.reference}`);
  await door.getAs('dpoOnly', `/api/meetings/${tac.reference}`);
  expect(opened()).toEqual([]);
});

test('what cannot be written down is not shown', async () => {
  door.register.noteAccess = () => Promise.reject(new Failure('register unavailable', 'Access'));
  const { status, text } = await door.getAs('head', `/api/meetings/${tac.reference}`);
  expect(status).toBe(503);
  expect(text).not.toMatch(/TAC-|Access|Maya/);
});

const readings = namesGuests.flatMap((what) => (['host', 'head'] as const).map((reads) => ({ what, reads })));

test.each(readings)(
  'the $reads is shown nobody from outside at $what without its being kept',
  async ({ what, reads }) => {
    const as = await openAs(reads);
    besides = as.door;
    const shows = async () => ((await asking[what]?.(as)) ?? []).some(({ text }) => text.includes('Rosa Bell'));
    const isShown = await shows();
    expect(as.door.register.accesses.some(({ event }) => event === 'opened')).toBe(isShown);
    as.door.register.noteAccess = () => Promise.reject(new Failure('register unavailable', 'Access'));
    expect(await shows()).toBe(false);
  },
);
