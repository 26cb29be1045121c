import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Wish, wished } from '../../bot/changing/wish.ts';
import { confirmations, Guest } from '../../bot/meetings/ask.ts';
import { anAsk } from '../an-ask.ts';
import { deputy, named, teacher } from '../authorising/a-request.ts';

/** What a change makes of a request: what is meant is changed and nothing else, and what was ticked for it is asked again. */

const ask = anAsk({ kind: 'tac', confirmed: [...confirmations] });
const nurse = Guest.parse({
  name: 'Robin Hale',
  role: 'school nurse',
  agency: 'Community Health',
  address: 'robin.hale@health.example.net',
});
const [first] = ask.guests;
if (first === undefined) throw new Error('the request has no guest');

const wishes: readonly (readonly [string, Wish])[] = [
  ['another time', { to: 'move', start: '2026-12-03T14:00:00Z', minutes: 30 }],
  ['another guest', { to: 'add guests', guests: [nurse] }],
  ['another second adult', { to: 'change second adult', person: named(deputy) }],
  ['another host', { to: 'change host', person: named(deputy) }],
];

test.each(wishes)('%s leaves everything else as it was asked for', (_, wish) => {
  const outcome = wished(ask, wish, []);
  if (typeof outcome === 'string') throw new Error(outcome);
  const differs = Object.entries(outcome.ask).filter(
    ([member, value]) =>
      JSON.stringify(value) !== JSON.stringify(Object.entries(ask).find(([name]) => name === member)?.[1]),
  );
  const meant = {
    move: ['start', 'minutes'],
    'add guests': ['guests'],
    'remove guest': ['guests'],
    'change second adult': ['secondAdult'],
    'change host': ['host'],
  }[wish.to];
  expect(
    differs
      .map(([member]) => member)
      .filter((member) => member !== 'confirmed')
      .toSorted(),
  ).toEqual([...meant].toSorted());
});

test('another time and another host make another meeting, because a link once given cannot be taken back', () => {
  expect(
    wishes.map(([, wish]) => wished(ask, wish, [])).map((one) => (typeof one === 'string' ? one : one.how)),
  ).toEqual(['anew', 'in place', 'in place', 'anew']);
});

test('what the host ticked about the guests is asked again when a guest comes to them', () => {
  const outcome = wished(ask, { to: 'add guests', guests: [nurse] }, []);
  expect(outcome).toMatchObject({
    keepsYes: false,
    ask: { confirmed: expect.not.arrayContaining(['contact is safe']) },
  });
});

test('a yes holds for a guest fewer and for another second adult', () => {
  const two = anAsk({ kind: 'tac' });
  expect(wished(two, { to: 'change second adult', person: named(deputy) }, [])).toMatchObject({ keepsYes: true });
});

test.each<[string, Wish, string]>([
  ['the same time', { to: 'move', start: ask.start, minutes: ask.minutes }, 'nothing changes'],
  ['the guest who is there', { to: 'add guests', guests: [first] }, 'guest there already'],
  ['a guest who is not there is taken off', { to: 'remove guest', address: nurse.address }, 'no such guest'],
  ['the host as second adult', { to: 'change second adult', person: ask.host }, 'is the host'],
  ['the second adult as host', { to: 'change host', person: named(teacher) }, 'is the host'],
  ['the same host', { to: 'change host', person: ask.host }, 'nothing changes'],
])('%s: nothing is changed', (_, wish, why) => {
  expect(wished(ask, wish, [])).toBe(why);
});

test('the last guest is not taken off: a meeting without guests is cancelled', () => {
  const alone = anAsk({ kind: 'tac', guests: [first] });
  expect(wished(alone, { to: 'remove guest', address: first.address }, [])).toBe('last guest');
});

test('a colleague who comes anyway and takes over does not come twice', () => {
  fc.assert(
    fc.property(fc.constantFrom('change second adult' as const, 'change host' as const), (to) => {
      const outcome = wished(anAsk({ kind: 'tac', colleagues: [named(deputy)] }), { to, person: named(deputy) }, []);
      expect(outcome).toMatchObject({ ask: { colleagues: [] } });
    }),
  );
});
