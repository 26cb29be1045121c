import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Storage, startStorage } from '../../infra/azurite.ts';
import { openSchool, type School } from '../school.ts';

/** The storage that remembers conversations does not answer. */

let school: School;
let storage: Storage;
beforeAll(async () => {
  storage = await startStorage();
  school = await openSchool({}, storage);
  await storage.stop();
});
afterAll(async () => {
  await school.close();
  await storage.stop();
});

test('whoever writes is told that nothing can be remembered just now, and nothing is arranged', async () => {
  const senco = school.as('Maya Okafor');
  await senco.says('TAC for AB Y4, tomorrow at 3.15pm');
  await senco.hears('I cannot remember our conversation just now.');
  expect((await school.look()).rows).toEqual([]);
});

test('the server says that it is not well', async () => {
  const answer = await fetch(`${school.server.url}/healthz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ storage: 'not answering' });
});

test('once the storage is back, the conversation begins as if nothing had been', async () => {
  const { port } = new URL(storage.url);
  storage = await startStorage({ port: Number(port) });
  const senco = school.as('Maya Okafor');
  await senco.says('TAC for AB Y4, tomorrow at 3.15pm');
  await senco.hears('What is the meeting for?');
});
