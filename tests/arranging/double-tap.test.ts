import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { guests, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { actionsIn, type Delivered, type Person, said, ticked } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, heardBy, nothingHappened, presses, says } from './chatting.ts';

/** Buttons pressed twice, too late, or by somebody else: one meeting at most, and only by the host's own current card. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(async () => {
  await afresh(school);
  await upToReview(senco, schoolDayAhead(new Date()));
});

const everybody = ['tom.birch@school.example.org', ...guests.map((guest) => guest.address)].toSorted();

const arranged = () => senco.hears('Arranged: the invitations have gone');

async function oneMeeting(): Promise<void> {
  const seen = await school.look();
  expect(school.broken(seen)).toEqual([]);
  expect(seen.rows).toMatchObject([{ status: 'arranged' }]);
  expect(seen.events).toHaveLength(1);
  expect(seen.mails.map((mail) => mail.to).toSorted()).toEqual(everybody);
}

/** The button of that title on the newest card, to be pressed later or by somebody else; what the card wants ticked is ticked. */
async function button(title: string): Promise<{ messageId: string; verb: string; data: unknown }> {
  const messages = await senco.messages();
  for (const message of messages.toReversed()) {
    const action = actionsIn(message.card).find((one) => one.title === title);
    if (action) return { messageId: message.id, verb: action.verb, data: { ...action.data, ...ticked(message.card) } };
  }
  throw new Error(`no card has a button ${title}`);
}

const shown = ({ body }: Delivered) => JSON.stringify(body);

test.each([2, 5])('Send pressed %i times at once makes one meeting, and everybody hears of it once', async (times) => {
  const send = await button('Send');
  const answers = await Promise.all(
    Array.from({ length: times }, () => senco.act(send.messageId, send.verb, send.data)),
  );
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
  await arranged();
  await oneMeeting();
  const outcomes = (await heardBy(senco)).filter((line) => line.includes('Arranged: the invitations have gone'));
  expect(outcomes).toHaveLength(1);
});

test('Send pressed again after it was sent says so and does nothing', async () => {
  const send = await button('Send');
  await senco.act(send.messageId, send.verb, send.data);
  await arranged();
  expect(shown(await senco.act(send.messageId, send.verb, send.data))).toMatch(/was sent already, as TAC-/);
  await oneMeeting();
});

test('Send typed and pressed at once makes one meeting', async () => {
  const send = await button('Send');
  await Promise.all([senco.says('send'), senco.act(send.messageId, send.verb, send.data)]);
  await arranged();
  await oneMeeting();
});

test('Send on a review that was cancelled does nothing', async () => {
  const send = await button('Send');
  await senco.says('cancel');
  expect(shown(await senco.act(send.messageId, send.verb, send.data))).toContain('was cancelled before it was sent');
  await nothingHappened(school);
});

test('Send on a review that was changed since says that it is out of date, and shows the current one', async () => {
  const send = await button('Send');
  await senco.says('change the purpose');
  await senco.says('Attendance');
  const answer = shown(await senco.act(send.messageId, send.verb, send.data));
  expect(answer).toContain('That card is out of date, so the button did nothing.');
  expect(answer).toContain('Please check before it is sent');
  await nothingHappened(school);
});

test('an older question’s button says that it is out of date', async () => {
  const [first] = (await senco.messages()).filter((message) => said(message).includes('What is the meeting for?'));
  const next = actionsIn(first?.card).find((one) => one.title === 'Next');
  const answer = await senco.act(first?.id ?? '', next?.verb ?? '', { ...next?.data, purpose: 'Something else' });
  expect(shown(answer)).toContain('That card is out of date, so the button did nothing.');
  expect(await says(senco, 'help')).toContain('I arrange meetings');
  await nothingHappened(school);
});

test.each(['Send', 'Change', 'Cancel'])('%s of the SENCO’s card does nothing in a colleague’s hands', async (title) => {
  const { verb, data } = await button(title);
  const head = school.as('Ruth Adeyemi');
  await head.says('help');
  const own = await head.hears('I arrange meetings');
  expect(shown(await head.act(own.id, verb, data))).toContain('That card is not one of yours');
  await nothingHappened(school);
  expect(await presses(senco, 'Send')).toContain('I am arranging it');
  await arranged();
  await oneMeeting();
});

test.each([
  ['no draft', {}],
  ['a draft in another shape', { draftId: 7, revision: 'x' }],
  ['a draft nobody has', { draftId: '5c0a1d0e-0000-4000-8000-00000000ffff', revision: 3 }],
  ['a list', []],
  ['nothing', null],
])('Send that carries %s does nothing', async (_, data) => {
  const { messageId, verb } = await button('Send');
  expect(shown(await senco.act(messageId, verb, data))).toMatch(/could not read that answer|not one of yours/);
  await nothingHappened(school);
});
