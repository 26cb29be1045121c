import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../bot/failure.ts';
import type { Caller } from '../../bot/identity/caller.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { type Entry, statuses } from '../../bot/register/entry.ts';
import { ictView } from '../../bot/today/checks.ts';
import { outsideView } from '../../bot/today/outside.ts';
import type { Today, TodayPart } from '../../bot/today/parts.ts';
import { readerOf } from '../../bot/views/rights.ts';
import { fivePacks, wordingOf } from '../meetings/wording.ts';
import { aDay } from './a-day.ts';
import { anExamination } from './an-examination.ts';
import { type Door, openDoor } from './door.ts';
import { meeting, now, type PersonKey, people } from './school.ts';

// What the day asks of whoever looks: who gets which part, what stands in it, and that one part's trouble stays its own.

const day: readonly Entry[] = Object.values(aDay);
let door: Door;
beforeAll(async () => {
  door = await openDoor(day);
});
afterAll(() => door.close());
beforeEach(() => {
  door.register.failWith(null);
  door.reported.length = 0;
});

const todayOf = async (who: PersonKey) => {
  const answer = await door.getAs(who, '/api/today');
  expect(answer.status).toBe(200);
  return { ...(answer.body as Today), text: answer.text }; // the handler's own type, come over HTTP
};
const partOf = async <Name extends TodayPart['part']>(who: PersonKey, name: Name) => {
  const part = (await todayOf(who)).parts.find((one) => one.part === name);
  if (part?.state !== 'known') throw new Error(`${who} has no ${name}`);
  return part as Extract<TodayPart, { part: Name; state: 'known' }>; // found by that name
};

test.each([
  ['senco', ['mine']],
  ['safeguardingLead', ['safeguarding', 'waiting', 'mine']],
  ['safeguardingLeadOnly', ['safeguarding', 'waiting']],
  ['head', ['waiting', 'leaders', 'mine']],
  ['headOnly', ['waiting', 'leaders']],
  // Their own meeting is in an hour, and they have not said whether they come.
  ['ict', ['mine', 'ict']],
  ['ictOnly', ['ict']],
  ['dpoOnly', ['waiting', 'data protection']],
] as const)('%s gets the parts that are theirs, what presses first', async (who, parts) => {
  door.register.listStates = [{ name: 'Meetings', is: 'gone' }];
  expect((await todayOf(who)).parts.map(({ part }) => part)).toEqual(parts);
});

test('the safeguarding lead sees at one glance whether each meeting of today is sealed, what is not sealed first', async () => {
  const { today, tomorrow, besides } = await partOf('safeguardingLead', 'safeguarding');
  expect(today.says).toBe('4 meetings with people from outside today. 3 sealed, 1 on hold.');
  expect(today.rows.map(({ reference, stands }) => [reference, stands])).toEqual([
    ['PAR-DDDDDDD3', 'on hold'],
    ['TAC-DDDDDDD1', 'sealed'],
    ['TAC-DDDDDDD5', 'sealed'],
    ['TAC-DDDDDDD2', 'sealed'],
  ]);
  expect(today.rows.map(({ secondAdultSays }) => secondAdultSays)).toEqual([
    'Has been asked and has not answered yet.',
    'Said yes.',
    'Has not been asked yet.',
    'Has been asked and has not answered yet.',
  ]);
  expect(today.rows[0]?.help).toContain('Help the host to find a second adult');
  expect(today.rows[1]).toMatchObject({ seal: { state: 'sealed', readBackAt: '2026-11-18T10:00:05Z' } });
  expect(tomorrow.says).toBe('1 meeting tomorrow. It is sealed.');
  expect(besides).toEqual(['1 urgent meeting not looked at afterwards yet.']);
});

test('senior leaders see what waits for their yes, what needs review, what is to be looked at, and today in numbers', async () => {
  const { waiting } = await partOf('headOnly', 'waiting');
  const { review, afterwards, numbers } = await partOf('headOnly', 'leaders');
  expect(waiting).toEqual({ count: 1, atLeast: false, since: '2026-11-18T10:00:00Z' });
  expect(review).toMatchObject({
    count: 1,
    rows: [{ reference: 'TAC-DDDDDDD7', why: [expect.stringContaining('agency')] }],
  });
  expect(afterwards).toMatchObject({ count: 1, rows: [{ reference: 'TAC-DDDDDDD9', late: true }] });
  expect(numbers).toEqual(['5 meetings', '4 with people from outside', '3 of those sealed']);
});

test('a host sees their next meetings of seven days, in order, and what each lacks', async () => {
  const { meetings } = await partOf('senco', 'mine');
  expect(meetings.map(({ reference, as }) => [reference, as])).toEqual([
    ['TAC-DDDDDDD1', 'host'],
    ['PAR-DDDDDDD3', 'host'],
    ['TAC-DDDDDDD2', 'host'],
    ['STF-DDDDDDD4', 'host'],
    ['TAC-DDDDDDD7', 'host'],
    ['TAC-DDDDDDD8', 'host'],
  ]);
  const lacks = (reference: string) => meetings.find((one) => one.reference === reference)?.missing.join(' ');
  expect(lacks('TAC-DDDDDDD2')).toContain('Tom Birch has not answered yet whether they come.');
  expect(lacks('TAC-DDDDDDD2')).toContain('The agreement of 2 of 2 guests to take part is not written down yet.');
  expect(lacks('PAR-DDDDDDD3')).toContain('It is on hold');
  expect(lacks('TAC-DDDDDDD7')).toContain('A guest has been invited from another agency since.');
  expect(lacks('TAC-DDDDDDD8')).toContain('It waits for the yes of the senior leadership team.');
});

test('the way in is there for those who run the meeting, and only shortly before it starts', async () => {
  const joins = async (who: PersonKey) =>
    (await partOf(who, 'mine')).meetings.filter(({ join }) => join !== undefined).map(({ reference }) => reference);
  expect(await joins('senco')).toEqual(['TAC-DDDDDDD1']);
  expect(await joins('teacher')).toEqual(['TAC-DDDDDDD1']);
  expect((await todayOf('head')).text).not.toContain('https:');
});

test('those who were to be there are reminded to say whether it took place', async () => {
  const unsaid = async (who: PersonKey) => (await partOf(who, 'mine')).unsaid.map(({ reference }) => reference);
  expect(await unsaid('senco')).toEqual(['TAC-DDDDDDD9']);
  expect(await unsaid('teacher')).toEqual(['TAC-DDDDDDD9']);
  expect(await unsaid('head')).toEqual([]);
});

test('a second adult is told that they have not answered', async () => {
  const { meetings } = await partOf('teacher', 'mine');
  expect(meetings.find(({ reference }) => reference === 'TAC-DDDDDDD2')?.missing).toContainEqual(
    expect.stringContaining('You have not said yet whether you come.'),
  );
});

test('ICT sees what is wrong first, without a name or a child', async () => {
  door.register.listStates = [
    { name: 'Meetings', is: 'complete' },
    { name: 'Guests', is: 'incomplete', lacks: ['Agency', 'Number'] },
  ];
  const { checks } = await partOf('ictOnly', 'ict');
  expect(checks.slice(0, 2)).toMatchObject([
    { name: 'List Guests', is: 'wrong', says: expect.stringContaining('Agency, Number') },
    { name: 'Around Chaperone in Microsoft 365', is: 'wrong', says: expect.stringContaining('1 thing wrong') },
  ]);
  expect(checks.find(({ name }) => name === 'Last round over the register')).toMatchObject({ is: 'well' });
  const { text } = await todayOf('ictOnly');
  for (const word of ['Okafor', 'Birch', 'Rosa', 'AB,', 'TAC-']) expect(text).not.toContain(word);
});

test.each(fivePacks)('what %s asks of the tenant is listed for ICT, with its clauses', (pack) => {
  const { policy, school } = wordingOf({ packs: [pack] });
  const nothing = { rows: [], more: false, unreadable: 0 };
  const unasked = { health: unknown('whether it answers'), installation: unknown('what it is like') };
  const facts = { lists: [], overdue: known(nothing), days: known(nothing), ...unasked };
  const { byHand } = ictView(facts, { policy, school, now: now() });
  const asked = policy.packs.flatMap((one) => one.pack.tenant);
  expect(byHand.length).toBeGreaterThanOrEqual(asked.length);
  expect(byHand.every(({ says, clauses }) => !says.includes('{') && clauses.length > 0)).toBe(true);
});

test.each([
  ['unknown', unknown('what it is like')],
  ['unknown', known({ ...anExamination, lines: anExamination.lines.filter(({ state }) => state !== 'wrong') })],
  ['well', known({ ...anExamination, lines: anExamination.lines.filter(({ state }) => state === 'fine') })],
] as const)('what is around Chaperone is %s only where it was read, and read whole', (is, installation) => {
  const { policy, school } = wordingOf({ packs: ['trust-minimum'] });
  const nothing = known({ rows: [], more: false, unreadable: 0 });
  const facts = { lists: [], overdue: nothing, days: nothing, health: unknown('whether it answers'), installation };
  const { checks } = ictView(facts, { policy, school, now: now() });
  expect(checks.find(({ name }) => name === 'Around Chaperone in Microsoft 365')).toMatchObject({ is });
});

test('the data protection officer sees what is due, and no meeting', async () => {
  const { checks } = await partOf('dpoOnly', 'data protection');
  expect(checks.map(({ name }) => name)).toContain('Data protection impact assessment');
  expect((await todayOf('dpoOnly')).text).not.toContain('TAC-');
});

test('a register that cannot be read leaves what does not need it', async () => {
  door.register.failWith(new Failure('register unavailable', 'SharePoint is down'));
  const { parts } = await todayOf('ict');
  expect(parts).toEqual([
    expect.objectContaining({ part: 'mine', state: 'unknown', why: expect.stringContaining('I cannot read') }),
    expect.objectContaining({ part: 'ict', state: 'known' }),
  ]);
  expect(JSON.stringify(parts)).not.toContain('SharePoint is down');
  expect(door.reported.length).toBeGreaterThan(0);
});

test('a list that was deleted is called that, and who can bring it back', async () => {
  door.register.failWith(new Failure('register missing', 'the list Meetings has been deleted'));
  const { parts } = await todayOf('safeguardingLead');
  const whys = parts.map((part) => (part.state === 'unknown' ? part.why : ''));
  expect(whys).not.toEqual([]);
  for (const why of whys) expect(why).toMatch(/is not there, so I do not know. Please tell ICT/);
});

test.each([
  ['someWhole', { waiting: 'unknown', leaders: 'known', mine: 'unknown', safeguarding: 'known' }],
  ['some', { waiting: 'known', leaders: 'unknown', mine: 'unknown', safeguarding: 'unknown' }],
] as const)('a fault of our own in %s blanks only what needed it', async (method, states) => {
  const broken = await openDoor(day);
  broken.rolesOf = () => Promise.resolve({ known: true, value: new Set(['staff', 'slt', 'dsl']) });
  broken.register[method] = () => Promise.reject(new TypeError('a slip of ours'));
  const { parts } = (await broken.getAs('head', '/api/today')).body as Today; // the handler's own type
  expect(Object.fromEntries(parts.map(({ part, state }) => [part, state]))).toEqual(states);
  await broken.close();
});

test('an empty day is said to be one', async () => {
  const quiet = await openDoor([]);
  const { parts } = (await quiet.getAs('safeguardingLead', '/api/today')).body as Today; // the handler's own type
  expect(parts).toMatchObject([
    { part: 'safeguarding', today: { says: 'No meetings with people from outside today.', rows: [] } },
    { part: 'waiting', waiting: { count: 0 } },
    { part: 'mine', meetings: [], unsaid: [] },
  ]);
  await quiet.close();
});

const roles = ['staff', 'head', 'slt', 'dsl', 'dpo', 'ict', 'pupil'] as const;

test('no part shows a record its reader may not read, whoever they are and whatever the register answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([...roles]),
      fc.constantFrom(...(Object.keys(people) as PersonKey[])),
      fc.subarray([...day]),
      async (held, who, rows) => {
        const caller: Caller = { id: people[who].id, name: people[who].name, roles: new Set(held) };
        door.rolesOf = () => Promise.resolve({ known: true, value: caller.roles });
        // A register that answers with more than it was asked for.
        const some = { rows, more: false, unreadable: 0 };
        door.register.some = () => Promise.resolve(some);
        door.register.someWhole = () => Promise.resolve(some);
        const { text } = await door.getAs(who, '/api/today');
        const shown = day.filter(({ reference }) => text.includes(reference));
        expect(shown.filter((entry) => readerOf(entry, caller) === null)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('the headline counts every meeting with people from outside that is to take place, or whose link may be open', () => {
  const caller: Caller = { ...people.safeguardingLead, roles: new Set(['dsl']) };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statuses), { maxLength: 12 }), (those) => {
      const rows = those.map((status, index) =>
        meeting({
          reference: `TAC-0000000${index.toString(16).toUpperCase()}`,
          start: '2026-11-20T12:00:00Z',
          host: 'senco',
          secondAdult: 'teacher',
          status,
        }),
      );
      const none = { rows: [], more: false, unreadable: 0 };
      const { today } = outsideView({ rows, more: false, unreadable: 0 }, none, { caller, now: now() });
      const [first = ''] = today.says.split(' ');
      expect(first === 'No' ? 0 : Number(first)).toBe(today.rows.length);
      const listed = [...today.says.matchAll(/(\d+) /g)].slice(1).reduce((sum, [, count]) => sum + Number(count), 0);
      const all = /All are|It is/.test(today.says) || today.rows.length === 0;
      expect(all || listed === today.rows.length).toBe(true);
    }),
  );
});
