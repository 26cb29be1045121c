import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Person } from '../../infra/demo/person.ts';
import { guestOnCard } from '../agreeing/asking.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { button } from '../authorising/leadership.ts';
import { arranges, logOf, rested } from '../changing/standing.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';

/** Recording is off, and opened only with a purpose, a day of deletion, everyone's agreement and somebody's yes. */

let school: School;
let senco: Person;
let head: Person;
let reference: string;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
  head = school.as('Ruth Adeyemi');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school, senco);
});

const Settings = z.object({
  allowRecording: z.boolean(),
  allowTranscription: z.boolean(),
  recordAutomatically: z.boolean(),
});

const everyone = ['Jo Marsh', 'Pat Lowe', 'Kim Dale'];
const inAYear = (years = 1, days = -40) =>
  new Date(Date.now() + (years * 365 + days) * 86_400_000).toISOString().slice(0, 10);
const wanted = { purpose: 'For a parent who works', deleteOn: inAYear() };
const notAll = 'Everyone from outside agrees before a recording is opened.';

async function agree(names: readonly string[], title = 'They agree'): Promise<void> {
  for (const name of names) {
    await says(senco, `agreements ${reference}`);
    const guest = await guestOnCard(senco, name);
    await presses(senco, title, { guest, agreement: 'be recorded', how: 'by email' });
  }
}

async function asks(change: object = {}): Promise<string> {
  await says(senco, `open recording ${reference}`);
  return presses(senco, 'Ask to open the recording', { ...wanted, ...change });
}

/** What Teams holds now, and what the register says. */
async function settings() {
  const { events } = await school.look();
  const { allowRecording, allowTranscription, recordAutomatically } = Settings.parse(events[0]?.options);
  return { allowRecording, allowTranscription, recordAutomatically };
}
const off = { allowRecording: false, allowTranscription: false, recordAutomatically: false };

const rests = (step: string) => rested(school, (row) => row.reference === reference && row.step === step);

async function opened(): Promise<void> {
  await agree(everyone);
  await asks();
  await head.hears('The host wants it to be recorded.');
  await head.presses('Authorise');
  await senco.hears('Changed');
  await rests('done');
}

const kept = async () => {
  expect(school.broken(await school.look())).toEqual([]);
};

test('with all of it in place it is opened, read back, and nobody is written to', async () => {
  const { mails } = await school.look();
  await opened();
  expect(await settings()).toEqual({ ...off, allowRecording: true });
  expect((await school.look()).mails).toHaveLength(mails.length);
  expect(await logOf(school, reference)).toEqual(expect.arrayContaining(['change asked', 'authorised', 'changed']));
  const [row] = await (await openLists(school)).rows('Meetings');
  expect(row?.fields).toMatchObject({ RecordingFor: wanted.purpose, RecordingDeleteOn: wanted.deleteOn });
  await kept();
});

test('while those who authorise it think, it stays off', async () => {
  await agree(everyone);
  expect(await asks()).toContain('Recording stays off until they have said yes.');
  await head.hears('For a parent who works; deleted by');
  await rests('authorise');
  expect(await settings()).toEqual(off);
});

test('with one agreement missing it is refused, and the card says whose and what would be allowed', async () => {
  await agree(everyone.slice(1));
  expect(await says(senco, `open recording ${reference}`)).toMatch(/Not agreed to be recorded yet · Jo Marsh$/);
  const card = await asks();
  expect(card).toContain(notAll);
  expect(card).toContain('The same meeting without a recording');
  expect(await settings()).toEqual(off);
});

test('with one agreement taken back meanwhile it is not opened, though it was authorised', async () => {
  await agree(everyone);
  await asks();
  await head.hears('The host wants it to be recorded.');
  const yes = await button(head, 'Authorise');
  await agree(['Pat Lowe'], 'They take it back');
  await head.act(yes.messageId, yes.verb, yes.data);
  await senco.hears('Not changed: the meeting stands as it was');
  await rests('done');
  expect(await settings()).toEqual(off);
  await kept();
});

test.each([
  ['a day more than a year after the meeting', { deleteOn: inAYear(2) }, 'within a year on which it is deleted'],
  ['a day before the meeting', { deleteOn: inAYear(0, 1) }, 'within a year on which it is deleted'],
  ['no day', { deleteOn: '' }, 'Please give the day on which the recording is deleted'],
  ['no purpose', { purpose: '' }, 'Please say in a few plain words what the recording is for'],
])('with %s it is refused', async (_, change, says_) => {
  await agree(everyone);
  expect(await asks(change)).toContain(says_);
  expect(await settings()).toEqual(off);
});

test('the second adult cannot open it, and a colleague does not learn that there is such a meeting', async () => {
  const nobody = school.as('Sam Whitlock');
  expect(await says(nobody, `open recording ${reference}`)).toBe(await says(nobody, 'open recording TAC-00000000'));
  const teacher = school.as('Tom Birch');
  expect(await says(teacher, `open recording ${reference}`)).not.toContain('Record this meeting?');
});

test('it is closed with one line, by the second adult too, and needs nobody’s yes', async () => {
  await opened();
  expect(await says(school.as('Tom Birch'), `close recording ${reference}`)).toContain(
    'Recording is being switched off.',
  );
  await rested(school, (row) => row.reference === reference && row.step === 'done');
  await senco.hears('Changed');
  expect(await settings()).toEqual(off);
  await kept();
});

test('it is closed by itself when somebody takes their agreement back, and the host hears of it', async () => {
  await opened();
  await agree(['Pat Lowe'], 'They take it back');
  await senco.hears('Recording is off');
  await rests('done');
  expect(await settings()).toEqual(off);
  expect(await logOf(school, reference)).toContain('agreement withdrawn');
  await kept();
});

test('what else somebody takes back leaves the recording as it is', async () => {
  await opened();
  await says(senco, `agreements ${reference}`);
  const filled = { guest: await guestOnCard(senco, 'Jo Marsh'), agreement: 'share information', how: 'by phone' };
  await presses(senco, 'They agree', filled);
  await presses(senco, 'They take it back', filled);
  await rests('done');
  expect(await settings()).toEqual({ ...off, allowRecording: true });
});

test('while Teams does not keep the setting it is not opened, and the meeting stands as it was', async () => {
  await agree(everyone);
  await asks();
  await head.hears('The host wants it to be recorded.');
  await school.faults({ method: 'PATCH', path: '/onlineMeetings/', times: 1000, do: { kind: 'accept and ignore' } });
  await head.presses('Authorise');
  await senco.hears('Not changed: the meeting stands as it was');
  await rests('done');
  await school.control('faults', 'DELETE');
  expect(await settings()).toEqual(off);
  await kept();
});

test('a meeting that is moved is not recorded: of that one nobody has agreed', async () => {
  await opened();
  await says(senco, `move ${reference} to 4pm`);
  await senco.presses('Move it');
  await senco.hears('Arranged: the invitations have gone');
  await rested(school, (row) => row.replaces === reference);
  const rows = await (await openLists(school)).rows('Meetings');
  const moved = rows.find(({ fields }) => fields['Replaces'] === reference);
  expect(moved?.fields['RecordingFor'] ?? null).toBeNull();
  expect(await settings()).toEqual(off);
});
