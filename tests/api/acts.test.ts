import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { standings } from '../../bot/agreeing/ledger.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { Version, versionOf } from '../../bot/register/version.ts';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import { type Door, openDoor } from './door.ts';
import { noActs } from './no-acts.ts';
import { meetings, type PersonKey } from './school.ts';

// What is done about a meeting from the tab: who may, what is passed on, and what comes back.

let door: Door;
let done: unknown[];
const entry = meetings.ofSenco;
const row = { itemId: '1', eTag: '"2"', entry };
const version = versionOf(entry);
const path = (act: string) => `/api/meetings/${entry.reference}/${act}`;
const move = { to: 'move', when: { date: '2026-11-25', time: '10:00', minutes: '30' } };
const unanswered = { ticked: [], checked: null };

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  done = [];
  const changing = {
    ...noActs().changing,
    change: (asked: unknown, by: unknown) => {
      done.push({ asked, by });
      return Promise.resolve({ done: true, row, entry } as const);
    },
    cancel: (...asked: readonly unknown[]) => {
      done.push(asked);
      return Promise.resolve({ done: true, row, entry } as const);
    },
  };
  door.acts = { ...noActs(), changing };
});

test('a wish goes to the same place as from chat, as it was read, with the meeting as it was seen', async () => {
  const answer = await door.postAs('senco', path('changes'), { version, wanted: move, answered: unanswered });
  expect(answer).toMatchObject({ status: 200, body: { follow: entry.reference } });
  expect(done).toMatchObject([
    { asked: { wish: { to: 'move', start: '2026-11-25T10:00:00Z', minutes: 30 }, seen: version } },
  ]);
});

test('what cannot be read is said, and nothing is done', async () => {
  const wanted = { to: 'move', when: { date: '2026-11-25', time: '', minutes: '' } };
  const answer = await door.postAs('senco', path('changes'), { version, wanted, answered: unanswered });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'wish unclear' } } });
  expect(done).toEqual([]);
});

test('what has changed meanwhile comes back as it stands now, and nothing is done', async () => {
  const no = { done: false, why: 'changed meanwhile', entry, decision: null } as const;
  door.acts = { ...noActs(), changing: { ...noActs().changing, cancel: () => Promise.resolve(no) } };
  const answer = await door.postAs('senco', path('cancel'), { version: Version.parse('0'.repeat(16)) });
  expect(answer).toMatchObject({
    status: 409,
    body: { error: { code: 'changed meanwhile' }, theirs: { reference: entry.reference, version } },
  });
});

test('what has been cancelled meanwhile comes back cancelled, before it is said that it cannot be changed', async () => {
  const gone = { ...entry, status: 'cancelled' } as const;
  const no = { done: false, why: 'cancelled', entry: gone, decision: null } as const;
  door.acts = { ...noActs(), changing: { ...noActs().changing, cancel: () => Promise.resolve(no) } };
  expect(await door.postAs('senco', path('cancel'), { version })).toMatchObject({
    status: 409,
    body: { error: { code: 'changed meanwhile' }, theirs: { status: 'cancelled', version: versionOf(gone) } },
  });
});

const bodies: readonly (readonly [string, unknown])[] = [
  ['changes/review', { version, wanted: move }],
  ['changes', { version, wanted: move, answered: unanswered }],
  ['cancel/review', { version }],
  ['cancel', { version }],
  ['outcome', { version, said: { state: 'held', minutes: 45 } }],
];
const strangers: readonly PersonKey[] = ['ict', 'ictOnly', 'dpoOnly', 'pupil', 'pupilInStaffGroup', 'guest'];

test.each(bodies.flatMap(([act, body]) => strangers.map((who) => [act, who, body] as const)))(
  '%s is closed to %s, who learns nothing',
  async (act, who, body) => {
    const answer = await door.postAs(who, path(act), body);
    expect([403, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/Okafor|AB|Rosa/);
    expect(done).toEqual([]);
  },
);

test.each(bodies.map(([act]) => act))('%s takes no body but its own', async (act) => {
  for (const body of [{}, [], { version: 'x' }, { version, wanted: { to: 'sell' } }])
    expect(await door.postAs('senco', path(act), body)).toMatchObject({
      status: 400,
      body: { error: { code: 'wish unclear' } },
    });
  expect(done).toEqual([]);
});

const may = async (who: PersonKey, { reference }: { reference: string }) => {
  const { body } = await door.getAs(who, `/api/meetings/${reference}`);
  const { can } = body as MeetingDetail; // the view's own test holds its shape
  const changes = Object.entries(can.change).flatMap(([act, { may: one }]) => (one ? [act] : []));
  return [...changes, ...(can.sayHeld.may ? ['say held'] : [])];
};
const all = ['move', 'add guests', 'remove guest', 'change second adult', 'change host', 'cancel'];

test.each([
  ['the host', 'senco', all],
  ['the second adult', 'teacher', ['cancel']],
  ['senior leaders', 'head', ['change second adult', 'change host', 'cancel']],
  ['the safeguarding lead', 'safeguardingLead', []],
] as const)('%s is told what they may do, and why not the rest', async (_, who, acts) => {
  expect(await may(who, entry)).toEqual(acts);
});

test('nobody says of a meeting to come that it was held, or of one that was called off', async () => {
  const { body } = await door.getAs('senco', `/api/meetings/${meetings.ofSenco.reference}`);
  expect(body).toMatchObject({ can: { sayHeld: { may: false, why: 'It has not begun yet.' } } });
  expect(await may('senco', meetings.calledOff)).toEqual([]);
});

test('colleagues are named without their addresses', async () => {
  const answer = await door.getAs('senco', '/api/colleagues');
  expect(answer).toMatchObject({ status: 200, body: { colleagues: [] } });
  expect(answer.text).not.toContain('@');
});

test('guests’ answers are told by name, to readers without addresses, and unknown is not silence', async () => {
  const asked = (who: PersonKey) => door.getAs(who, path('answers'));
  const answers = [{ address: 'rosa.bell@mail.example.com', says: 'yes', at: '2026-11-19T10:00:00Z' }] as const;
  door.acts = { ...noActs(), answersTo: () => Promise.resolve(known(answers)) };
  const { status, body, text } = await asked('head');
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      answers: [
        { name: 'Rosa Bell', says: 'Coming', at: '2026-11-19T10:00:00Z' },
        { name: 'Dana Cole', says: 'No answer yet' },
      ],
    },
  });
  expect(text).not.toContain('@');
  door.acts = { ...noActs(), answersTo: () => Promise.resolve(unknown('who comes')) };
  expect(await asked('senco')).toMatchObject({ status: 503, body: { error: { code: 'answers cannot be asked' } } });
  expect((await asked('ict')).status).toBe(404);
});

test('a leader’s look and a reviewer’s word are passed on, and answer the meeting as it stands', async () => {
  const acts: unknown[] = [];
  const taken = (...said: readonly unknown[]) => {
    acts.push(said);
    return Promise.resolve({ entry });
  };
  door.acts = { ...noActs(), look: taken, letStand: taken };
  expect((await door.postAs('head', path('looked-at'), { words: null })).status).toBe(200);
  const said = { shown: ['agency changed: guest 1'], words: 'The same person in a new post' };
  expect((await door.postAs('head', path('let-stand'), said)).status).toBe(200);
  expect(acts).toMatchObject([
    [entry.reference, { name: 'Ruth Adeyemi' }, null],
    [entry.reference, { name: 'Ruth Adeyemi' }, said],
  ]);
  for (const words of ['', 'two\nlines'])
    expect((await door.postAs('head', path('let-stand'), { shown: [], words })).status).toBe(400);
});

test('an agreement is written down of a guest by their number, on the list as it was seen', async () => {
  const said: unknown[] = [];
  door.acts = {
    ...noActs(),
    agree: (_, __, statement) => {
      said.push(statement);
      return Promise.resolve({ done: true, entry, statements: [] });
    },
  };
  const body = { version, guest: 2, agreement: 'take part', says: 'given', how: 'by phone', on: '2026-11-19' };
  expect((await door.postAs('senco', path('agreements'), body)).status).toBe(200);
  expect(said).toMatchObject([{ agreement: 'take part', says: 'given', guest: standings(entry, [])[1]?.key }]);
  const before = { ...body, version: '0'.repeat(16) };
  expect(await door.postAs('senco', path('agreements'), before)).toMatchObject({
    status: 409,
    body: { error: { code: 'changed meanwhile' } },
  });
  expect(said).toHaveLength(1);
});
