import { expect, test } from '@jest/globals';
import type { DoctorFacts } from '../../bot/doctor/facts.ts';
import { known } from '../../bot/policy/fact.ts';
import { around, judged, wellFacts } from './well.ts';

// What no test can fill a school with: millions of rows, certificates of other years, thousands of people.

const withRows = (newest: number): Partial<DoctorFacts> => ({ rows: known([{ list: 'Meetings', newest }]) });

/** The list Meetings without an index on its status, and with so many of the school's own. */
const unindexed = (own: number): Partial<DoctorFacts> => ({
  lists: wellFacts.lists.map((list) =>
    list.name !== 'Meetings' || !list.there.known || list.there.value === 'gone'
      ? list
      : {
          ...list,
          there: known({
            columns: [
              ...list.there.value.columns.map((column) =>
                column.name === 'Status' ? { ...column, indexed: false } : column,
              ),
              ...Array.from({ length: own }, (_, index) => ({
                id: `own ${index}`,
                name: `Own${index}`,
                enforceUniqueValues: false,
                displayName: `Own ${index}`,
                indexed: true,
              })),
            ],
          }),
        },
  ),
});
const mending = (facts: Partial<DoctorFacts>): string => {
  const line = judged(facts).line('list Meetings');
  return line.state === 'wrong' ? JSON.stringify(line.mend) : line.state;
};

test('a school where nothing is wrong has nothing wrong and nothing unread', () => {
  const { wrong, unread } = judged({});
  expect([...wrong, ...unread]).toEqual([]);
});

test.each([
  [24_000_000, 'fine'],
  [24_000_001, 'wrong'],
])('a list with up to %i rows of 30 million is %s', (newest, state) => {
  expect(judged(withRows(newest)).line('rows').state).toBe(state);
});

test('above 5,000 rows it says that every query needs its index', () => {
  expect(judged(withRows(5_000)).line('rows').says).not.toContain('index');
  expect(judged(withRows(5_001)).line('rows').says).toContain('needs its index');
});

test('an index that is missing is made by provisioning, as long as SharePoint still makes one', () => {
  expect(mending({ ...unindexed(0), ...withRows(20_000) })).toContain('npm run provision');
  expect(mending({ ...unindexed(0), ...withRows(20_001) })).toContain('SharePoint adds no index to so many');
});

test('where the school’s own indexes have taken every place, those are named', () => {
  expect(mending(unindexed(4))).toContain('Own 0, Own 1, Own 2, Own 3');
  expect(mending(unindexed(3))).not.toContain('Own 0');
});

test.each([
  ['2026-11-23T08:00:00Z', 'wrong', 'ran out on'],
  ['2026-12-20T12:00:00Z', 'wrong', 'runs out on'],
  ['2026-12-24T12:00:00Z', 'fine', 'good until'],
] as const)('on 23 November a certificate that ends at %s is %s: it %s that day', (notAfter, state, words) => {
  const line = judged({ credential: { kind: 'certificate', notAfter } }).line('credential');
  expect(line.state).toBe(state);
  expect(line.says).toContain(words);
});

test.each([
  [40, 'fine'],
  [41, 'wrong'],
  [-41, 'wrong'],
])('a clock %i seconds off is %s, a third of how long a row is held', (seconds, state) => {
  expect(judged({ clock: known(seconds) }).line('clock').state).toBe(state);
});

test.each([200, 202, 400, 404, 500])('an address that answers a stranger with %i is wrong', (status) => {
  expect(judged({ endpoint: known(status) }).wrong).toEqual(['endpoint']);
});

test.each([
  ['https://teams.microsoft.com/l/entity/a7/meetings', 'fine'],
  ['https://teams.microsoft.com/l/entity/another/meetings', 'wrong'],
  ['https://teams.example.org/', 'fine'],
])('an app that the catalogue knows as a7, and that cards link to at %s, is %s', (teamsUrl, state) => {
  const line = judged({}, { config: { ...around.config, teamsUrl } }).line('teams app');
  expect(line.state).toBe(state);
});

test('of more people than are named the rest is counted', () => {
  const those = Array.from({ length: 12 }, (_, index) => ({
    organiser: { id: String(index), name: `Person ${index}`, hasTeams: true, hasMailbox: true },
    is: index === 11 ? ('open' as const) : ('refused' as const),
  }));
  const organisers = known({ people: those.map(({ organiser }) => organiser), more: true });
  const line = judged({ accessPolicy: known(those), organisers }).line('access policy');
  expect(line.says).toContain('Person 7 and 3 more');
  const steps = line.state === 'wrong' ? line.mend.map(({ says }) => says) : [];
  expect(steps).toEqual(Array.from({ length: 8 }, (_, index) => `Have it cover Person ${index}`));
});

test('a group of their own for those who arrange is looked at, and the app’s policy is to cover that one', () => {
  const organisers = 'b1f6c7a0-0000-4000-8000-00000000000a';
  const school = { ...around.school, organisers };
  expect(judged({}, { school }).line('group organisers').state).toBe('fine');
  const empty = { organisers: known({ people: [], more: false }), accessPolicy: known([]), calendars: known([]) };
  const { wrong, unread } = judged(empty, { school });
  expect(wrong).toEqual(['group organisers']);
  expect(unread.toSorted()).toEqual(['access policy', 'calendars', 'licences']);
});

test('a row that nobody has changed yet shows nothing of versions, so somebody has to look', () => {
  expect(judged({ versions: known(null) }).byHand).toContain('versions');
});
