import { expect, test } from '@jest/globals';
import { advance, heldUntil } from '../../bot/meetings/claim.ts';
import type { Entry } from '../../bot/register/entry.ts';
import { aRequest } from '../authorising/a-request.ts';

/** Whoever works on a row holds it until its next check: no step is begun that could outlast that. */

/** A register that takes so many seconds for each of its answers in turn, and a clock that it moves. */
function slowRegister(...seconds: number[]) {
  let at = Date.parse('2026-11-18T10:00:00.900Z');
  const written: Partial<Entry>[] = [];
  const world = {
    now: () => new Date(at),
    claimSeconds: 120,
    register: {
      write: (row: typeof opened, change: Partial<Entry>) => {
        written.push(change);
        at += (seconds.shift() ?? 0) * 1000;
        return Promise.resolve({ ...row, entry: { ...row.entry, ...change } });
      },
    },
  };
  return { world, written };
}

const opened = { itemId: '1', eTag: '"1"', entry: { ...aRequest({}), step: 'open' as const } };

test('a claim is never shorter than it says, although SharePoint keeps whole seconds', () => {
  expect(heldUntil(slowRegister().world)).toBe('2026-11-18T10:02:01Z');
});

test('a register that answers in time is written once', async () => {
  const { world, written } = slowRegister(39);
  await advance(opened, { step: 'draft' }, world);
  expect(written).toEqual([{ step: 'draft', nextCheck: '2026-11-18T10:02:01Z' }]);
});

test('a register that took long is written again before the step begins', async () => {
  const { world, written } = slowRegister(50, 2);
  const held = await advance(opened, { step: 'draft' }, world);
  expect(written.map(({ nextCheck }) => nextCheck)).toEqual(['2026-11-18T10:02:01Z', '2026-11-18T10:02:51Z']);
  expect(held.entry.nextCheck).toBe('2026-11-18T10:02:51Z');
});

test('a register that stays too slow stops it', async () => {
  const { world } = slowRegister(50, 50, 50, 50, 50);
  await expect(advance(opened, { step: 'draft' }, world)).rejects.toThrow('register unavailable');
});
