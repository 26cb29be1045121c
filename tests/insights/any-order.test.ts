import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countOnce } from '../../bot/insights/counting.ts';
import { kinds } from '../../bot/policy/kind.ts';
import { statuses } from '../../bot/register/entry.ts';
import { guestFields, meetingFields, type PlayedRegister, playedRegister, playedStore } from './a-register.ts';

/** Whatever happens to the register, to SharePoint's memory and to whoever counts: in the end the figures are those of the register. */

type Played = {
  readonly register: PlayedRegister;
  readonly kept: ReturnType<typeof playedStore>;
  readonly pass: () => Promise<{ more: boolean }>;
};
type Deed = (played: Played) => unknown;

const starts = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2026, 9, 12, 9) + days * 86_400_000).toISOString().replace('.000Z', 'Z'));
const references = fc.constantFrom('TAC-AAAAAAA1', 'TAC-AAAAAAA2', 'TAC-AAAAAAA3');
const meeting = fc
  .record({
    Reference: references,
    Kind: fc.constantFrom(...kinds, 'something else'),
    Status: fc.constantFrom(...statuses),
    Starts: starts,
    InvitedAt: fc.constantFrom('2026-11-20T08:04:10Z', '2026-11-25T08:00:00Z', null),
    Urgent: fc.constantFrom('It cannot wait', null),
  })
  .map(meetingFields);
const guest = fc
  .record({
    Reference: references,
    Starts: starts,
    Agency: fc.constantFrom('Family', 'School nursing'),
    Attended: fc.constantFrom('came', 'did not come', null),
  })
  .map(guestFields);

const which = fc.nat({ max: 50 });
const list = fc.constantFrom('meetings' as const, 'guests' as const);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: meeting.map(
      (fields): Deed =>
        ({ register }) => {
          register.add('meetings', fields);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: guest.map(
      (fields): Deed =>
        ({ register }) => {
          register.add('guests', fields);
        },
    ),
  },
  fc.tuple(which, meeting).map(
    ([at, fields]): Deed =>
      ({ register }) => {
        register.change('meetings', at, fields);
      },
  ),
  fc.tuple(which, guest).map(
    ([at, fields]): Deed =>
      ({ register }) => {
        register.change('guests', at, fields);
      },
  ),
  fc.tuple(list, which).map(
    ([of, at]): Deed =>
      ({ register }) => {
        register.remove(of, at);
      },
  ),
  { weight: 4, arbitrary: fc.constant<Deed>(({ pass }) => pass()) },
  fc.constant<Deed>(({ pass }) => Promise.all([pass(), pass()])),
  fc.constant<Deed>(({ register }) => {
    register.forget();
  }),
  fc.constant<Deed>(({ kept }) => {
    kept.throwAway();
  }),
  fc.constant<Deed>(({ kept }) => {
    kept.spoil();
  }),
);

test('the figures are the plain count over the register, after whatever has happened to it and to them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async (deeds) => {
      const register = playedRegister();
      const kept = playedStore();
      let minutes = 0;
      const now = () => {
        minutes += 1;
        return new Date(Date.UTC(2026, 10, 22, 9, minutes));
      };
      const pass = () => countOnce({ rows: register.countable, store: kept.store, now });
      for (const each of deeds) await each({ register, kept, pass });
      while ((await pass()).more);
      const aggregate = (await kept.store.read())?.aggregate;
      expect(aggregate?.weeks).toEqual(register.plainCount());
      expect(aggregate?.due).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('counting again what has not changed writes nothing, until the hour it was looked at is worth a new one', async () => {
  const register = playedRegister();
  const kept = playedStore();
  register.add('meetings', meetingFields({}));
  const at = (minute: number) => () => new Date(Date.UTC(2026, 10, 22, 9, minute));
  const passAt = (minute: number) => countOnce({ rows: register.countable, store: kept.store, now: at(minute) });
  await passAt(0);
  await passAt(1);
  await passAt(4);
  expect(kept.writes()).toBe(1);
  await passAt(5);
  expect(kept.writes()).toBe(2);
  expect((await kept.store.read())?.aggregate?.asOf).toBe('2026-11-22T09:05:00Z');
});

test('whoever hosts nothing any more is forgotten by name', async () => {
  const register = playedRegister();
  const kept = playedStore();
  const pass = () =>
    countOnce({ rows: register.countable, store: kept.store, now: () => new Date('2026-11-22T09:00:00Z') });
  register.add('meetings', meetingFields({}));
  await pass();
  expect(Object.values((await kept.store.read())?.aggregate?.hosts ?? {})).toEqual(['Maya Okafor']);
  register.remove('meetings', 0);
  await pass();
  expect((await kept.store.read())?.aggregate).toMatchObject({ hosts: {}, weeks: {} });
});

test('a week that was emptied while SharePoint forgot what had changed is empty', async () => {
  const register = playedRegister();
  const kept = playedStore();
  const now = () => new Date('2026-11-22T09:00:00Z');
  const pass = () => countOnce({ rows: register.countable, store: kept.store, now });
  register.add('meetings', meetingFields({ Starts: '2026-10-13T09:00:00Z' }));
  register.add('meetings', meetingFields({ Starts: '2026-11-24T09:00:00Z' }));
  await pass();
  register.remove('meetings', 0);
  register.forget();
  await pass();
  expect(Object.keys((await kept.store.read())?.aggregate?.weeks ?? {})).toEqual(['2026-11-23']);
});
