import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { todayOf } from '../../bot/policy/school-day.ts';
import { linesOf, type Person, said } from '../../infra/demo/person.ts';
import { afresh, presses, says } from '../arranging/chatting.ts';
import { deeds, newest } from '../authorising/leadership.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';
import { arranges, guestOnCard, ledger, shown } from './asking.ts';

/** Host and second adult write down what guests have agreed to and taken back, by chat. */

let school: School;
let senco: Person;
let teacher: Person;
let reference: string;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
  teacher = school.as('Tom Birch');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  reference = await arranges(school);
});

const today = () => todayOf(new Date());
const yesterday = () => todayOf(new Date(Date.now() - 86_400_000));
const tomorrow = () => todayOf(new Date(Date.now() + 86_400_000));
const byEmail = { agreement: 'be recorded', how: 'by email' };

test('the card shows each guest with all four, and says what an agreement is not', async () => {
  const card = await says(senco, `agreements ${reference}`);
  for (const words of ['Jo Marsh', 'Pat Lowe', 'Kim Dale', 'never the school’s legal basis'])
    expect(card).toContain(words);
  expect(card).toContain('Not yet: take part, share information, be recorded and be contacted directly.');
  expect(card).not.toContain('@');
});

test('what the host writes down is a row, and the card shows it at once', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const card = await presses(senco, 'They agree', { guest, ...byEmail, on: yesterday() });
  expect(card).toContain('Written down.');
  expect(card).toMatch(/Be recorded: yes, by email, \d+ \w+ \d{4} \(written down by Maya Okafor\)\./);
  expect(card).toContain('Not yet: take part, share information and be contacted directly.');
  expect(await ledger(school)).toEqual([`Jo Marsh, be recorded, given, by email, ${yesterday()}, Maya Okafor`]);
});

test('“my meetings” has a button for it, and the second adult takes an agreement back', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  await presses(senco, 'They agree', { guest, ...byEmail });
  await says(teacher, 'my meetings');
  expect(await presses(teacher, `Agreements for ${reference}`)).toContain('Be recorded: yes, by email');
  const card = await presses(teacher, 'They take it back', { guest, agreement: 'be recorded', how: 'by phone' });
  expect(card).toContain('Be recorded: taken back, by phone');
  expect(await ledger(school)).toEqual([
    `Jo Marsh, be recorded, given, by email, ${today()}, Maya Okafor`,
    `Jo Marsh, be recorded, withdrawn, by phone, ${today()}, Tom Birch`,
  ]);
});

test('the log says that it was done and by whom, and names no guest', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Pat Lowe');
  await presses(senco, 'They agree', { guest, ...byEmail });
  await presses(senco, 'They take it back', { guest, ...byEmail });
  expect((await deeds(school)).slice(-2)).toEqual([
    { event: 'agreement written down', by: senco.id },
    { event: 'agreement withdrawn', by: senco.id },
  ]);
  const log = await (await openLists(school)).rows('Log');
  const details = log.map(({ fields }) => String(fields['Detail'])).filter((detail) => detail.includes('guest'));
  expect(details).toEqual(['be recorded, guest 2 (statement 1)', 'be recorded, guest 2 (statement 2)']);
});

test('somebody who is neither host nor second adult hears the same of a meeting there is and of one there is not', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const head = school.as('Ruth Adeyemi');
  const nothing = 'I cannot find that meeting among yours.';
  expect(await says(head, `agreements ${reference}`)).toBe(nothing);
  expect(await says(head, 'agreements TAC-00000000')).toBe(nothing);
  await says(head, 'help');
  const card = await newest(head);
  for (const meeting of [reference, 'TAC-00000000'])
    expect(shown(await head.act(card.id, 'agreement given', { reference: meeting, guest, ...byEmail }))).toContain(
      nothing,
    );
  expect(await ledger(school)).toEqual([]);
});

test('an agreement for somebody else’s guest is refused without a word on whether there is such a guest', async () => {
  await says(senco, `agreements ${reference}`);
  const others = await guestOnCard(senco, 'Jo Marsh');
  const another = await arranges(school, 1);
  expect(another).not.toBe(reference);
  await says(senco, `agreements ${another}`);
  for (const guest of [others, 'f'.repeat(64)]) {
    const card = await presses(senco, 'They agree', { guest, ...byEmail });
    expect(card).toContain('That person is not among the guests of this meeting');
  }
  expect(await ledger(school)).toEqual([]);
});

test.each([
  ['a day that is still to come', { on: 'tomorrow' }, 'That day is still to come'],
  ['no guest', { guest: '' }, 'Please choose who said so.'],
  ['an agreement that we do not know', { agreement: 'be photographed' }, 'Please choose which of the four'],
  ['a way that we do not know', { how: 'by pigeon' }, 'Please choose how they said so.'],
  ['a day that is none', { on: '2026-02-30' }, 'Please give the day as a date'],
])('with %s nothing is written down, and the card says what is wrong', async (_, change, fault) => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const filled = { guest, ...byEmail, ...change };
  const card = await presses(senco, 'They agree', {
    ...filled,
    ...('on' in change && change.on === 'tomorrow' && { on: tomorrow() }),
  });
  expect(card).toContain(fault);
  expect(await ledger(school)).toEqual([]);
});

test('an invented verb does nothing, and a card of nothing is not read', async () => {
  await says(senco, `agreements ${reference}`);
  const card = await newest(senco);
  expect(shown(await senco.act(card.id, 'agreement forged', { reference }))).toContain('I could not read that answer');
  expect(shown(await senco.act(card.id, 'agreement given', { reference: 7 }))).toContain('nothing was written down');
  expect(await ledger(school)).toEqual([]);
});

test('once a meeting is called off, its card writes nothing down', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const lists = await openLists(school);
  const row = (await lists.rows('Meetings')).find(({ fields }) => fields['Reference'] === reference);
  await lists.edit('Meetings', row?.id ?? '', { Status: 'called off' });
  const card = await presses(senco, 'They agree', { guest, ...byEmail });
  expect(card).toContain('That meeting does not take place any more');
  expect(await ledger(school)).toEqual([]);
});

test('two at once are two rows, and the same twice at once is one', async () => {
  await says(senco, `agreements ${reference}`);
  await says(teacher, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const [hers, his] = [await newest(senco), await newest(teacher)];
  const data = { reference, guest, ...byEmail };
  const answers = await Promise.all([
    senco.act(hers.id, 'agreement given', data),
    senco.act(hers.id, 'agreement given', data),
    teacher.act(his.id, 'agreement given', { ...data, agreement: 'take part' }),
    teacher.act(his.id, 'agreement given', data),
  ]);
  for (const answer of answers) expect(shown(answer)).toContain('Written down.');
  const rows = await ledger(school);
  // The same words from two people are two statements; whoever came between the two taps of one makes them two as well.
  expect(rows.filter((row) => row.includes('take part'))).toHaveLength(1);
  expect(rows.filter((row) => row.includes('be recorded') && row.endsWith('Tom Birch'))).toHaveLength(1);
  expect(rows.filter((row) => row.includes('be recorded') && row.endsWith('Maya Okafor')).length).toBeGreaterThan(0);
  const log = (await deeds(school)).filter(({ event }) => event === 'agreement written down');
  expect(log).toHaveLength(rows.length);
});

test('when a row is taken out by hand, nothing is read as agreed', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  await presses(senco, 'They agree', { guest, ...byEmail });
  await presses(senco, 'They take it back', { guest, ...byEmail });
  await presses(senco, 'They agree', { guest, ...byEmail });
  const lists = await openLists(school);
  const withdrawn = (await lists.rows('Agreements')).find(({ fields }) => fields['Says'] === 'withdrawn');
  await lists.remove('Agreements', withdrawn?.id ?? '');
  expect(await says(senco, `agreements ${reference}`)).toContain(
    'There is an entry in the register that I cannot read.',
  );
});

test('the card fits a phone, and every line of it is words', async () => {
  await says(senco, `agreements ${reference}`);
  expect(linesOf(await newest(senco)).length).toBeLessThan(30);
  expect(said(await newest(senco))).not.toContain('undefined');
});

test('while the list cannot be written, nothing is said to be written down, and the same tap later is written once', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const card = await newest(senco);
  const data = { reference, guest, ...byEmail };
  await school.faults({ method: 'POST', path: '/Agreements/items', times: 1000, do: { kind: 'refuse' } });
  expect(shown(await senco.act(card.id, 'agreement given', data))).toContain('I cannot write to the school’s register');
  await school.control('faults', 'DELETE');
  expect(shown(await senco.act(card.id, 'agreement given', data))).toContain('Written down.');
  expect(await ledger(school)).toHaveLength(1);
});

test('when the answer to a write is lost, the statement stands there once', async () => {
  await says(senco, `agreements ${reference}`);
  const guest = await guestOnCard(senco, 'Jo Marsh');
  const card = await newest(senco);
  await school.faults({ method: 'POST', path: '/Agreements/items', do: { kind: 'apply then drop' } });
  await senco.act(card.id, 'agreement given', { reference, guest, ...byEmail });
  expect(await ledger(school)).toHaveLength(1);
  await school.control('faults', 'DELETE');
});

test('the list is indexed by meeting, and the key of a row is there only once', async () => {
  await says(senco, `agreements ${reference}`);
  const columns = await (await openLists(school)).columns('Agreements');
  const those = (which: 'indexed' | 'enforceUniqueValues') =>
    columns.filter((one) => one[which]).map(({ name }) => name);
  expect(those('indexed').toSorted()).toEqual(['Key', 'Name', 'Reference']);
  expect(those('enforceUniqueValues')).toEqual(['Key']);
});
