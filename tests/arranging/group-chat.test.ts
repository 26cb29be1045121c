import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { actionsIn } from '../../infra/demo/person.ts';
import { idOf, openSchool, type School } from '../school.ts';
import { afresh, nothingHappened } from './chatting.ts';

/** In company Chaperone says one sentence when it is spoken to, and nothing of anybody's business. */

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const elsewhere = 'Arranging a meeting belongs in a private chat with me. Please write to me there.';
const Message = z.looseObject({ id: z.string(), from: z.string(), text: z.string().optional() });
const Group = z.object({ messages: z.array(Message) });

async function fromBot(): Promise<readonly z.infer<typeof Message>[]> {
  const { messages } = Group.parse(await (await fetch(`${school.tenant.url}/_teams/group`)).json());
  return messages.filter((message) => message.from === 'bot');
}

const heard = async () => (await fromBot()).map((message) => message.text);

const say = (text: string, mention: boolean) => post('messages', { from: idOf('Maya Okafor'), text, mention });

async function post(path: string, body: unknown) {
  const answer = await fetch(`${school.tenant.url}/_teams/group/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return z.looseObject({ status: z.number().nullable() }).parse(await answer.json());
}

test.each(['TAC for AB Y4 with mum, Tuesday week 3.15pm', 'help', 'my meetings', 'send'])(
  '“%s” to it in a group chat is answered with where it belongs',
  async (text) => {
    await say(text, true);
    expect(await heard()).toEqual([elsewhere]);
    await nothingHappened(school);
  },
);

test('“send” in a group chat does not send what is being reviewed in private', async () => {
  await upToReview(school.as('Maya Okafor'), schoolDayAhead(new Date()));
  await say('send', true);
  expect(await heard()).toEqual([elsewhere]);
  await nothingHappened(school);
});

test('what people say to each other there is not answered', async () => {
  await say('TAC for AB Y4 with mum, Tuesday week 3.15pm', false);
  expect(await heard()).toEqual([]);
});

test('what reaches it there without a mention, as consent for a whole chat allows, is not answered', async () => {
  const { config } = school;
  const claims = { serviceurl: config.channel.serviceUrl };
  const its = { issuer: 'https://api.botframework.com', audience: config.appId, expiresInSeconds: 600 };
  const chat = await (await fetch(`${school.tenant.url}/_teams/school`)).json();
  const { id } = z.object({ group: z.looseObject({ id: z.string() }) }).parse(chat).group;
  const answer = await fetch(`${school.server.url}/api/messages`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await school.tenant.signing.sign(claims, its)}`,
    },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: config.channel.serviceUrl,
      from: { id: '29:somebody', aadObjectId: idOf('Maya Okafor') },
      recipient: { id: `28:${config.appId}` },
      conversation: { id, conversationType: 'groupChat', isGroup: true, tenantId: config.tenantId },
      text: 'TAC for AB Y4',
    }),
  });
  expect(answer.status).toBe(200);
  expect(await heard()).toEqual([]);
});

test('a button brought from a private chat does nothing there', async () => {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  const review = await senco.hears('Please check before it is sent');
  const send = actionsIn(review.card).find((action) => action.title === 'Send');
  await say('hello', true);
  const [own] = await fromBot();
  const pressed = await post('actions', {
    from: senco.id,
    messageId: own?.id,
    verb: send?.verb,
    data: send?.data,
  });
  expect(JSON.stringify(pressed)).not.toContain('arranging');
  await nothingHappened(school);
});
