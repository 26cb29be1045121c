import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead, twoLines, upToReview } from '../../infra/demo/arrange.ts';
import { linesOf, type Person } from '../../infra/demo/person.ts';
import { afresh, answerTo, says } from '../arranging/chatting.ts';
import { button } from '../authorising/leadership.ts';
import { openLists } from '../register/lists.ts';
import { idOf, openSchool, type School } from '../school.ts';

/** A host ticks before and after a meeting; the head reads it in the tab; nobody else sees it or changes it. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const people = () => ({
  senco: school.as('Maya Okafor'),
  teacher: school.as('Tom Birch'),
  head: school.as('Ruth Adeyemi'),
  ict: school.as('Sam Whitlock'),
});

/** The SENCO's meeting, arranged. @returns its reference */
async function arranged(): Promise<string> {
  const { senco } = people();
  await upToReview(senco, schoolDayAhead(new Date()), twoLines);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  const [row] = (await school.look()).rows;
  if (row === undefined) throw new Error('there is a row');
  return row.reference;
}

const records = async () =>
  (await (await openLists(school)).rows('Records'))
    .map(({ fields }) => fields)
    .toSorted((one, other) => String(one['Key']).localeCompare(String(other['Key'])));

const keptEvents = async () =>
  (await (await openLists(school)).rows('Log')).filter(({ fields }) => fields['Event'] === 'checklist kept');

const Token = z.object({ token: z.string() });
const Detail = z.looseObject({
  records: z
    .array(
      z.object({
        moment: z.string(),
        records: z.array(
          z.looseObject({ asked: z.string(), answered: z.object({ says: z.string(), by: z.string() }).nullable() }),
        ),
      }),
    )
    .optional(),
});

async function inTab(name: string, reference: string) {
  const { token } = Token.parse(await (await fetch(`${school.tenant.url}/_teams/token/${idOf(name)}`)).json());
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(`${school.server.url}/api/meetings/${reference}`, { headers });
  const { records: moments = [] } = Detail.parse(await answer.json());
  const answers = moments.flatMap((one) =>
    one.records.flatMap(({ answered }) => (answered ? [`${one.moment}: ${answered.says}, ${answered.by}`] : [])),
  );
  return { status: answer.status, answers, moments };
}

/** Presses a button with these fields and no others. */
async function saves(person: Person, fields: Record<string, string>): Promise<string> {
  const save = await button(person, 'Save');
  return answerTo(person, () => person.act(save.messageId, save.verb, { ...save.data, ...fields }));
}

test('the host ticks before and after, and the head and the second adult read it in the tab', async () => {
  const reference = await arranged();
  const { senco } = people();
  expect(await says(senco, `checklist ${reference.toLowerCase()}`)).toContain('Before the meeting');
  expect(
    await saves(senco, { 'trust-minimum/background': 'true', 'trust-minimum/dressed-for-work': 'false' }),
  ).toContain('Kept. 1 answer stands here.');
  const after = await button(senco, 'After (2)');
  expect(await answerTo(senco, () => senco.act(after.messageId, after.verb, after.data))).toContain(
    'After the meeting',
  );
  await saves(senco, { 'trust-minimum/incident-number': 'INC 2026/118' });

  const expected = ['Before the meeting: Yes, Maya Okafor', 'After the meeting: INC 2026/118, Maya Okafor'];
  for (const name of ['Maya Okafor', 'Tom Birch', 'Ruth Adeyemi'])
    expect((await inTab(name, reference)).answers).toEqual(expected);
  const { moments } = await inTab('Ruth Adeyemi', reference);
  expect(moments.map(({ moment }) => moment)).toEqual([
    'While arranging',
    'Before the meeting',
    'As it starts',
    'During the meeting',
    'After the meeting',
  ]);
  expect(await records()).toMatchObject([
    {
      Key: `${reference}/trust-minimum/background/1`,
      Line: 'trust-minimum/background',
      Moment: 'before',
      Answer: 'yes',
      By: senco.id,
    },
    {
      Key: `${reference}/trust-minimum/incident-number/1`,
      Line: 'trust-minimum/incident-number',
      Moment: 'after',
      Answer: 'INC 2026/118',
    },
  ]);
  const events = await keptEvents();
  expect(events.map(({ fields }) => fields['Detail'])).toEqual([
    'before: 1 answered, 1 kept in all',
    'after: 1 answered, 2 kept in all',
  ]);
  expect(school.broken(await school.look())).toEqual([]);
});

test('the button on the arranged card opens it in a message of its own, and the card stays', async () => {
  await arranged();
  const { senco } = people();
  const card = await senco.hears('Arranged: the invitations have gone');
  expect(await answerTo(senco, () => senco.presses('Checklist'))).toContain('Before the meeting');
  const still = (await senco.messages()).find(({ id }) => id === card.id);
  expect(still && linesOf(still)).toEqual(linesOf(card));
});

test('the second adult finds it in their meetings, and answers too; neither takes back what the other said', async () => {
  const reference = await arranged();
  const { senco, teacher } = people();
  await says(senco, `checklist ${reference}`);
  await says(teacher, 'my meetings');
  await teacher.presses(`Checklist ${reference}`);
  await saves(teacher, { 'trust-minimum/background': 'true', 'trust-minimum/dressed-for-work': 'false' });
  // The host's card is older than the colleague's answer, and shows it unticked.
  await saves(senco, { 'trust-minimum/background': 'false', 'trust-minimum/dressed-for-work': 'true' });
  expect((await inTab('Ruth Adeyemi', reference)).answers).toEqual([
    'Before the meeting: Yes, Tom Birch',
    'Before the meeting: Yes, Maya Okafor',
  ]);
});

test('a meeting that was held today is still among one’s meetings, and last week’s is not', async () => {
  const reference = await arranged();
  const { senco } = people();
  const lists = await openLists(school);
  const [row] = await lists.rows('Meetings');
  const startedHoursAgo = (hours: number) =>
    lists.edit('Meetings', row?.id ?? '', { Starts: new Date(Date.now() - hours * 3_600_000).toISOString() });
  await startedHoursAgo(3);
  expect(await says(senco, 'my meetings')).toContain(reference);
  await startedHoursAgo(7 * 24);
  expect(await says(senco, 'my meetings')).toContain('You have no meetings');
});

test('a double tap on Save keeps each answer once, and says so once in the log', async () => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  const save = await button(senco, 'Save');
  const data = { ...save.data, 'trust-minimum/background': 'true', 'trust-minimum/dressed-for-work': 'true' };
  await Promise.all([senco.act(save.messageId, save.verb, data), senco.act(save.messageId, save.verb, data)]);
  await senco.act(save.messageId, save.verb, data);
  expect((await records()).map((row) => row['Line'])).toEqual([
    'trust-minimum/background',
    'trust-minimum/dressed-for-work',
  ]);
  expect(await keptEvents()).toHaveLength(1);
});

test('an answer that was taken back stays readable in the list, and stands no more', async () => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  await saves(senco, { 'trust-minimum/background': 'true' });
  await saves(senco, { 'trust-minimum/background': 'false' });
  expect((await records()).map((row) => row['Answer'] ?? null)).toEqual(['yes', null]);
  expect((await inTab('Ruth Adeyemi', reference)).answers).toEqual([]);
});

test('contact details are not kept, and the field says why', async () => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  const after = await button(senco, 'After (2)');
  await senco.act(after.messageId, after.verb, after.data);
  expect(await saves(senco, { 'trust-minimum/incident-number': 'ring 07700 900123' })).toContain(
    'Please leave out addresses, phone numbers and links.',
  );
  expect(await records()).toEqual([]);
});

test.each([
  ['another member of staff', 'Sam Whitlock'],
  ['the head, who reads it in the tab alone', 'Ruth Adeyemi'],
])('%s can neither read nor save it by chat', async (_, name) => {
  const reference = await arranged();
  const { senco } = people();
  const other = school.as(name);
  await says(senco, `checklist ${reference}`);
  const save = await button(senco, 'Save');
  await other.says('help');
  const theirs = await button(other, 'My meetings');
  const none = 'I cannot find that among the meetings you host or are second adult of.';
  expect(await says(other, `checklist ${reference}`)).toContain(none);
  expect(await says(other, 'checklist TAC-00000000')).toContain(none);
  const data = { ...save.data, 'trust-minimum/background': 'true' };
  const { body } = await other.act(theirs.messageId, save.verb, data);
  expect(JSON.stringify(body)).toContain(none);
  expect(await records()).toEqual([]);
});

test('a pupil is not answered, and a colleague finds nothing of it in the tab', async () => {
  const reference = await arranged();
  expect(await says(school.as('Ivy Lark'), `checklist ${reference}`)).toContain(
    'I can only help members of the school’s staff',
  );
  expect((await inTab('Sam Whitlock', reference)).status).toBe(404);
});

test.each([
  ['a line that is nobody’s', { 'trust-minimum/background': 'true', 'trust-minimum/invented': 'true' }],
  ['a line of another moment', { 'trust-minimum/write-it-down': 'true' }],
  ['a line of a pack the school does not follow', { 'county-dpia/who-is-near': 'Jo' }],
])('%s is refused, with all that came with it', async (_, fields) => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  expect(await saves(senco, fields)).toContain('I could not read all of that, so nothing was kept.');
  expect(await records()).toEqual([]);
});

test('an invented verb does nothing', async () => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  const save = await button(senco, 'Save');
  await senco.act(save.messageId, 'keep all answers', { ...save.data, 'trust-minimum/background': 'true' });
  expect(await records()).toEqual([]);
});

test.each(['not arranged', 'called off', 'refused'])('a meeting that is %s takes no more answers', async (status) => {
  const reference = await arranged();
  const { senco } = people();
  await says(senco, `checklist ${reference}`);
  const save = await button(senco, 'Save');
  const lists = await openLists(school);
  const [row] = await lists.rows('Meetings');
  await lists.edit('Meetings', row?.id ?? '', { Status: status });
  const data = { ...save.data, 'trust-minimum/background': 'true' };
  expect(await answerTo(senco, () => senco.act(save.messageId, save.verb, data))).toContain('it takes no more answers');
  expect(await records()).toEqual([]);
  expect(await says(senco, `checklist ${reference}`)).toContain('it takes no more answers');
});

test('without saying which meeting, one is told how', async () => {
  expect(await says(people().senco, 'checklist')).toContain('Please say for which meeting');
});

test('leaders, safeguarding lead, officer and ICT are told what the policy asks of the school, and nobody else', async () => {
  for (const name of ['Ruth Adeyemi', 'Leila Haddad', 'Grace Tan', 'Sam Whitlock']) {
    const told = await says(school.as(name), 'what our policy asks');
    expect(told).toContain('What our policy asks of the school');
    expect(told).toContain('003-40');
  }
  expect(await says(people().teacher, 'what our policy asks')).toContain('That list is for senior leaders');
});
