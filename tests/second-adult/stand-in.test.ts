import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, heardBy } from '../arranging/chatting.ts';
import { button } from '../authorising/leadership.ts';
import { openSchool, type School } from '../school.ts';
import { arranged, atRest, cancelled, cover, events, people, row, secondAdultIs } from './covering.ts';

/** A second adult who cannot come to a meeting with a pupil: three colleagues who are free are asked, the first yes has it. */

let school: School;
beforeAll(async () => {
  school = await openSchool({ SWEEP_SECONDS: '1' });
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

/** Tom has said no, and three have a card. Leaders come first: Leila, Owen, Ruth. */
async function asked(): Promise<void> {
  await arranged(school);
  const { tom, host, lead, deputy, head } = people(school);
  await tom.presses('I can’t');
  for (const one of [lead, deputy, head]) await one.hears('Can you stand in as second adult?');
  await host.hears('I have asked Leila Haddad, Owen Pryce and Ruth Adeyemi to stand in');
  await atRest(school);
}

const kept = async () => {
  const seen = await school.look();
  return { broken: school.broken(seen), rows: seen.rows.map(({ status, step }) => ({ status, step })) };
};

test('a no asks three who are free, and nobody else; meanwhile it needs review', async () => {
  await asked();
  expect(await row(school)).toMatchObject({ Status: 'needs review', SecondAdult: 'Tom Birch' });
  const { ict, dpo, deputy } = people(school);
  expect([await heardBy(ict), await heardBy(dpo)]).toEqual([[], []]);
  // Whoever was not asked to the meeting reads neither whom it is about nor what for.
  const card = (await heardBy(deputy)).join();
  expect(card).not.toMatch(/\bAB\b|Year 4|music|Marsh|@/);
  expect(await kept()).toEqual({ broken: [], rows: [{ status: 'needs review', step: 'done' }] });
});

test('the first yes is put in place: sealed, only the two are mailed, and everybody is told', async () => {
  await asked();
  const { host, tom, deputy, lead, head } = people(school);
  const before = (await school.look()).mails.length;
  expect(JSON.stringify((await deputy.presses('I can stand in')).body)).toContain('you stand in');
  await host.hears('Changed');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', SecondAdult: 'Owen Pryce' });
  const mails = (await school.look()).mails.slice(before);
  expect(mails.map(({ kind, to }) => [kind, to]).toSorted()).toEqual([
    ['cancellation', 'tom.birch@school.example.org'],
    ['invitation', 'owen.pryce@school.example.org'],
  ]);
  expect(said(await deputy.hears('You are the second adult'))).toContain('AB, Year 4');
  for (const one of [tom, lead, head]) await one.hears('Somebody else is the second adult');
  expect(await kept()).toEqual({ broken: [], rows: [{ status: 'arranged', step: 'done' }] });
  expect((await cover(school)).state).toMatchObject({ is: 'accepted', how: 'tap' });
});

test('two who say yes at once: one has it, and the other hears that somebody has', async () => {
  await asked();
  const { host, deputy, head } = people(school);
  const yes = await Promise.all([deputy, head].map((one) => button(one, 'I can stand in')));
  await Promise.all(
    [deputy, head].map((one, at) =>
      one.act(yes[at]?.messageId ?? '', 'be second adult', { ...yes[at]?.data, 'tick-rehearsed': 'true' }),
    ),
  );
  await host.hears('Changed');
  await atRest(school);
  const second = String((await row(school))['SecondAdult']);
  expect(['Owen Pryce', 'Ruth Adeyemi']).toContain(second);
  await (second === 'Owen Pryce' ? head : deputy).hears('Somebody else is the second adult');
  const { mails } = await school.look();
  expect(mails.filter(({ kind, to }) => kind === 'invitation' && /owen|ruth/.test(to))).toHaveLength(1);
  expect((await kept()).broken).toEqual([]);
});

test('where the host practised with the second adult, a yes without having practised is not taken', async () => {
  await asked();
  const { deputy } = people(school);
  const { messageId, verb, data } = await button(deputy, 'I can stand in');
  expect(JSON.stringify((await deputy.act(messageId, verb, data)).body)).toContain('Please tick that you have');
  await secondAdultIs(school, 'Tom Birch');
});

test('when all three decline the next are asked, and when nobody is left it is on hold: its link is shut, host and lead are told', async () => {
  await asked();
  const { host, lead, deputy, head, ict, dpo } = people(school);
  for (const one of [lead, deputy, head]) await one.presses('I can’t');
  for (const one of [ict, dpo]) await one.hears('Can you stand in as second adult?');
  for (const one of [ict, dpo]) await one.presses('I can’t');
  await host.hears('is on hold');
  await lead.hears('is on hold because its second adult is missing');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'on hold', Seal: 'not sealed' });
  const { events: standing } = await school.look();
  expect(standing[0]?.options).toMatchObject({
    lobbyBypassSettings: { scope: 'organizer' },
    allowedPresenters: 'organizer',
    participants: { attendees: [] },
  });
  expect(await events(school)).toEqual(expect.arrayContaining(['on hold', 'safeguarding lead told']));
});

test('a yes of the second adult’s after all takes it off hold, sealed and read back', async () => {
  await asked();
  const { host, tom, lead, deputy, head, ict, dpo } = people(school);
  for (const one of [lead, deputy, head]) await one.presses('I can’t');
  for (const one of [ict, dpo]) await one.hears('Can you stand in as second adult?');
  for (const one of [ict, dpo]) await one.presses('I can’t');
  await host.hears('is on hold');
  await atRest(school);
  await tom.presses('I can after all');
  await host.hears('no longer on hold');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', Seal: 'sealed', SecondAdult: 'Tom Birch' });
  const { events: standing } = await school.look();
  expect(standing[0]?.options).toMatchObject({
    allowedPresenters: 'roleIsPresenter',
    participants: { attendees: [{ role: 'coorganizer' }] },
  });
  expect((await kept()).broken).toEqual([]);
});

test('a yes after a hold puts the stand-in in place and takes it off hold', async () => {
  await asked();
  const { host, lead, deputy, head, ict, dpo } = people(school);
  for (const one of [lead, deputy, head]) await one.presses('I can’t');
  for (const one of [ict, dpo]) await one.hears('Can you stand in as second adult?');
  for (const one of [ict, dpo]) await one.presses('I can’t');
  await host.hears('is on hold');
  await atRest(school);
  // Somebody who said no may think again, as long as nobody has said yes.
  await deputy.presses('I can after all');
  await host.hears('Changed');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', Seal: 'sealed', SecondAdult: 'Owen Pryce' });
  expect((await kept()).broken).toEqual([]);
});

test('a decline after a yes finds somebody else as well', async () => {
  await arranged(school);
  const { tom, deputy } = people(school);
  await tom.presses('I can be there');
  await atRest(school);
  await tom.presses('I can’t after all');
  await deputy.hears('Can you stand in as second adult?');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'needs review' });
});

test('the second adult comes after all before anybody has stood in: the others’ cards say so', async () => {
  await asked();
  const { tom, deputy } = people(school);
  await tom.presses('I can after all');
  await deputy.hears('Somebody else is the second adult');
  await atRest(school);
  expect(await row(school)).toMatchObject({ Status: 'arranged', SecondAdult: 'Tom Birch' });
});

test('a stand-in’s card of a cancelled meeting answers nothing', async () => {
  await asked();
  const { host, deputy } = people(school);
  const { messageId, verb, data } = await button(deputy, 'I can stand in');
  await cancelled(school);
  await host.hears('Cancelled: everybody has been told');
  const answer = await deputy.act(messageId, verb, { ...data, 'tick-rehearsed': 'true' });
  expect(JSON.stringify(answer.body)).toContain('There is nothing left to answer');
  expect(await row(school)).toMatchObject({ Status: 'cancelled', SecondAdult: 'Tom Birch' });
});
