import { afterEach, expect, test } from '@jest/globals';
import { freePort } from '../../infra/azurite.ts';
import { heardBy, nothingHappened } from '../arranging/chatting.ts';
import { openSchool, type School } from '../school.ts';

/** When there is nobody to remember, or nothing to remember with, the door answers all the same. */

let school: School;
afterEach(() => school.close());

test('who has no account in Entra is not answered, and it is no fault', async () => {
  school = await openSchool();
  const { config, tenant } = school;
  const token = await tenant.signing.sign(
    { serviceurl: config.channel.serviceUrl },
    { issuer: 'https://api.botframework.com', audience: config.appId, expiresInSeconds: 600 },
  );
  const answer = await fetch(`${school.server.url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: config.channel.serviceUrl,
      from: { id: '29:somebody' },
      recipient: { id: `28:${config.appId}` },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: config.tenantId },
      text: 'help',
    }),
  });
  expect(answer.status).toBe(200);
  await nothingHappened(school);
});

test('while the storage does not answer, everybody is told that nothing can be remembered', async () => {
  school = await openSchool({ STORAGE_URL: `http://127.0.0.1:${await freePort()}/devstoreaccount1` });
  expect((await fetch(`${school.server.url}/healthz`)).status).toBe(503);
  const senco = school.as('Maya Okafor');
  expect(await senco.says('TAC for AB Y4')).toMatchObject({ status: 200 });
  expect((await heardBy(senco)).at(-1)).toContain('I cannot remember our conversation just now.');
  await nothingHappened(school);
});
