import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import {
  arrangedOnce,
  asks,
  button,
  events,
  newest,
  nothingMade,
  openLeadershipSchool,
  people,
  row,
} from './leadership.ts';

/** Two people act on one request at the same moment: one outcome, one mail each, and whoever came second sees it. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const shown = ({ body }: { body?: unknown }) => JSON.stringify(body);

/** Waits until the request is over. */
async function over(): Promise<string> {
  for (;;) {
    const { Step, Status } = await row(school);
    if (Step === 'done') return String(Status);
  }
}

test('two approvers say yes at once: it is arranged once', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  const yes = await Promise.all([head, deputy].map((one) => button(one, 'Authorise')));
  const answers = await Promise.all(
    [head, deputy].map((one, at) => one.act(yes[at]?.messageId ?? '', 'authorise', yes[at]?.data)),
  );
  for (const answer of answers) expect(shown(answer)).toMatch(/"Authorised"/);
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  expect((await events(school)).filter((event) => event === 'authorised')).toHaveLength(1);
});

test('the same approver taps twice at once: it is arranged once', async () => {
  await asks(school);
  const { senco, head } = people(school);
  const { messageId, verb, data } = await button(head, 'Authorise');
  await Promise.all([head.act(messageId, verb, data), head.act(messageId, verb, data)]);
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
});

test('one says yes and one says no at once: whichever was written first counts, and the other is shown it', async () => {
  await asks(school);
  const { head, deputy } = people(school);
  const yes = await button(head, 'Authorise');
  const no = await button(deputy, 'Send the refusal');
  const [one, other] = await Promise.all([
    head.act(yes.messageId, yes.verb, yes.data),
    deputy.act(no.messageId, no.verb, { ...no.data, reason: 'Too soon after the last one.' }),
  ]);
  const status = await over();
  const word = status === 'refused' ? 'Refused' : 'Authorised';
  expect([shown(one), shown(other)]).toEqual([expect.stringContaining(word), expect.stringContaining(word)]);
  if (status === 'refused') await nothingMade(school);
  else await arrangedOnce(school);
});

test('a host withdraws while the head says yes: it is withdrawn or arranged, and both know which', async () => {
  const reference = await asks(school);
  const { senco, head } = people(school);
  const yes = await button(head, 'Authorise');
  await Promise.all([senco.says(`withdraw ${reference}`), head.act(yes.messageId, yes.verb, yes.data)]);
  const status = await over();
  if (status === 'arranged') {
    await senco.hears('It has been authorised already');
    return arrangedOnce(school);
  }
  expect(status).toBe('not arranged');
  await head.hears('Withdrawn by the host');
  return nothingMade(school);
});

test('an approver who taps late sees what was decided, and nothing is done twice', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  const late = await button(deputy, 'Authorise');
  await head.presses('Authorise');
  await senco.hears('Arranged: the invitations have gone');
  expect(shown(await deputy.act(late.messageId, late.verb, late.data))).toContain('Ruth Adeyemi');
  expect(said(await newest(deputy))).toMatch(/^Authorised/);
  await arrangedOnce(school);
});
