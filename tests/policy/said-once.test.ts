import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kinds } from '../../bot/policy/kind.ts';
import { linesFor } from '../../bot/policy/lines.ts';
import { policyOf } from '../../bot/policy/policy.ts';
import { fivePacks } from '../meetings/wording.ts';
import { aPack } from './a-pack.ts';
import { only } from './packs.ts';

/** When several packs speak about the same matter, those who join read the lines of one. */

const line = (pack: string, clauses: number, says: string, rest: object = {}) => ({
  id: says.replaceAll(/\W+/g, '-').toLowerCase(),
  clauses: Array.from({ length: clauses }, (_, index) => `${pack}-0${String(index + 1)}`),
  kinds: 'every kind',
  part: 'worries',
  about: 'worries',
  says,
  ...rest,
});
const read = (...packs: ReturnType<typeof aPack>[]) => {
  const [first = aPack('none'), ...others] = packs;
  return linesFor(policyOf([first, ...others]), 'tac').joining;
};
const saying = (pack: string, ...joining: readonly object[]) => aPack(pack, [], { joining });

test('the pack with most clauses behind it is read, and the clauses of the others stand with it', () => {
  const said = read(saying('aa', line('aa', 1, 'tell us')), saying('bb', line('bb', 2, 'tell me')));
  expect(said).toMatchObject([{ pack: 'bb', says: 'tell me' }]);
  expect(said.flatMap(({ clauses }) => clauses.map(({ id }) => id))).toEqual(['bb-01', 'bb-02', 'aa-01']);
});

test('of two with as many clauses, the one that explains more', () => {
  const said = read(saying('aa', line('aa', 1, 'tell us')), saying('bb', line('bb', 1, 'tell us or ring')));
  expect(said).toMatchObject([{ pack: 'bb' }]);
});

test('what a pack calls the strictest goes before', () => {
  const said = read(
    saying('aa', line('aa', 1, 'tell', { strictest: true })),
    saying('bb', line('bb', 2, 'tell us or ring')),
  );
  expect(said).toMatchObject([{ pack: 'aa' }]);
});

test('all that one pack says about a matter stays together', () => {
  const said = read(saying('aa', line('aa', 1, 'tell'), line('aa', 1, 'ring')), saying('bb', line('bb', 1, 'come')));
  expect(said.map(({ says }) => says)).toEqual(['tell', 'ring']);
});

test('what is about no matter is always read', () => {
  const said = read(saying('aa', line('aa', 1, 'tell')), saying('bb', line('bb', 2, 'ring', { about: null })));
  expect(said.map(({ says }) => says)).toEqual(['tell', 'ring']);
});

test('however the five packs are merged, each matter and each clause that one of them speaks of is there', () => {
  fc.assert(
    fc.property(
      fc.subarray([...fivePacks], { minLength: 1 }),
      fc.constantFrom(...kinds),
      ([first = '', ...rest], kind) => {
        const merged = linesFor(only(first, ...rest), kind).joining;
        for (const pack of [first, ...rest]) {
          const alone = linesFor(only(pack), kind).joining;
          const spoken = merged.map(({ about }) => about);
          expect(alone.filter(({ about }) => !spoken.includes(about))).toEqual([]);
          const clauses = merged.flatMap((one) => one.clauses.map(({ id }) => id));
          expect(alone.flatMap((one) => one.clauses).filter(({ id }) => !clauses.includes(id))).toEqual([]);
        }
      },
    ),
    { numRuns: 30 },
  );
});
