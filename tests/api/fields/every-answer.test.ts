import { beforeAll, expect, test } from '@jest/globals';
import type { Answer } from '../door.ts';
import { aMeeting } from './a-meeting.ts';
import { asking, everythingAskedBy, namesGuests, routesOfTheDoor } from './a-reader.ts';
import { authorise } from './authorise.ts';
import { dataProtection } from './data-protection.ts';
import { everybodys } from './everybodys.ts';
import { inTheMeeting } from './in-the-meeting.ts';
import { leavesOf } from './leaves.ts';
import { everyReader, type Line, type NoMoreThan, type Reads, type Table } from './readers.ts';
import { register } from './register.ts';
import { today } from './today.ts';

// Every field of every answer as everybody, and as nobody: what is not promised in a table does not come, and what is promised does.

const table: Table = {
  ...everybodys,
  ...today,
  ...register,
  ...authorise,
  ...aMeeting,
  ...inTheMeeting,
  ...dataProtection,
};

let answers: Readonly<Record<string, Readonly<Record<string, readonly Answer[]>>>>;
beforeAll(async () => {
  const all = [];
  for (const reads of everyReader) all.push([reads, await everythingAskedBy(reads)] as const);
  answers = Object.fromEntries(all);
}, 60_000);

const answersTo = (reads: Reads, what: string) => answers[reads]?.[what] ?? [];
const isRefusal = (leaf: string) => /^error\.(?:code|say|next|againIn)$/.test(leaf);
/** What somebody finds, besides why they find nothing. */
const foundBy = (reads: Reads, what: string): ReadonlySet<string> =>
  new Set(answersTo(reads, what).flatMap(({ body }) => leavesOf(body).filter((leaf) => !isRefusal(leaf))));

const under = (at: string, leaf: string) => (at === '' ? leaf : `${at}.${leaf}`);
const promised = (lines: readonly Line[], reads: Reads): ReadonlySet<string> =>
  new Set(
    lines.flatMap(([to, at, fields]) =>
      to.includes(reads) ? fields.split(', ').map((field) => under(at, field)) : [],
    ),
  );

test('no route is without a line in the tables', async () => {
  const asked = [...Object.keys(table).map(routeIn), ...elsewhere];
  expect((await routesOfTheDoor()).filter((route) => !asked.includes(route))).toEqual([]);
  expect(Object.keys(asking).filter((what) => !(what in table) && !elsewhere.includes(what))).toEqual([]);
});

/** A meeting's own page has meeting.ts; where the tab is to be opened in Teams is told to whoever has not come through Teams yet. */
const elsewhere = ['GET /api/meetings/:reference', 'GET /api/where'];
const routeIn = (what: string) => what.split(', ')[0] ?? '';

const cases = (is: (of: readonly Line[] | NoMoreThan) => boolean) =>
  Object.keys(table).flatMap((what) => {
    const of = table[what];
    return of && is(of) ? everyReader.map((reads) => ({ what, reads })) : [];
  });

test.each(cases((of) => !('noMoreThan' in of)))(
  'the $reads finds what is promised at $what, and nothing else',
  ({ what, reads }) => {
    const of = table[what] ?? [];
    const lines = 'noMoreThan' in of ? [] : promised(of, reads);
    expect([...foundBy(reads, what)].toSorted()).toEqual([...lines].toSorted());
  },
);

test.each(cases((of) => 'noMoreThan' in of))(
  'the $reads finds no more at $what than they do elsewhere',
  ({ what, reads }) => {
    const of = table[what] ?? [];
    if (!('noMoreThan' in of)) throw new Error('not of these');
    const there = foundBy(reads, of.noMoreThan);
    const place = of.at === '' ? '' : `${of.at}.`;
    const found = [...foundBy(reads, what)].map((leaf) => (leaf.startsWith(place) ? leaf.slice(place.length) : leaf));
    expect(found.filter((leaf) => !there.has(under(of.there, leaf)))).toEqual([]);
  },
);

test.each(everyReader)('an answer to the %s is either what was asked for, or only why not', (reads) => {
  for (const { status, body } of Object.values(answers[reads] ?? {}).flat()) {
    const refusals = leavesOf(body).filter(isRefusal).length;
    expect({ status, isRefused: refusals > 0 }).toEqual({ status, isRefused: status !== 200 });
  }
});

// A field may have anything in its text: these are to be in none but those that are for them.
const never = [
  [
    'a guest’s address',
    /@(?:mail|partner)\.example\.(?:com|net)/,
    ['host', 'second adult', 'data protection officer', 'approver'],
  ],
  ['a colleague’s address', /@school\.example\.org/, ['data protection officer', 'approver']],
  ['a way into a meeting', /https:\/\/teams\.microsoft\.com\/meet/, ['host', 'second adult']],
  ['an id of Graph’s', /event-1|meeting-1|19:meeting_/, []],
] as const satisfies readonly (readonly [string, RegExp, readonly Reads[]])[];

test.each(never)('%s is in no answer but to those it is for', (_, pattern, to) => {
  const finds = everyReader.filter((reads) =>
    Object.values(answers[reads] ?? {})
      .flat()
      .some(({ text }) => pattern.test(text)),
  );
  expect(finds).toEqual(to);
});

test('whoever comes from outside is named in the answers to these questions only', () => {
  const naming = Object.keys(asking).filter((what) =>
    everyReader.some((reads) => answersTo(reads, what).some(({ text }) => text.includes('Rosa Bell'))),
  );
  expect(naming.filter((what) => !what.includes('/data-protection/'))).toEqual(namesGuests);
});
