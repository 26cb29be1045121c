import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { invited, openSchool, paths } from './school.ts';

/** Somebody of the staff answers an invitation in their own Outlook. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const tom = 'tom.birch@school.example.org';
const Mails = z.array(z.looseObject({ id: z.string(), to: z.string(), kind: z.string() }));

async function answer(response: string): Promise<number> {
  const { body } = await school.ask('GET', `/_teams/outbox?to=${tom}`);
  const mail = Mails.parse(body).findLast(({ kind }) => kind === 'invitation');
  return (await school.ask('POST', `/_teams/outbox/${mail?.id ?? ''}/answer`, { body: { response } })).status;
}

test('before they answer the organizer reads none, and their own calendar notResponded', async () => {
  const { path } = await school.newEvent(invited(tom));
  expect((await school.graph('GET', path)).body).toMatchObject({ attendees: [{ status: { response: 'none' } }] });
});

test.each(['accepted', 'tentativelyAccepted', 'declined'])('the organizer’s event says %s, and when', async (said) => {
  const { path } = await school.newEvent(invited(tom));
  expect(await answer(said)).toBe(200);
  const { body } = await school.graph('GET', `${path}?$select=attendees`);
  const status = { response: said, time: expect.stringMatching(/^20\d\d-/) };
  expect(body).toMatchObject({ attendees: [{ emailAddress: { address: tom }, status }] });
});

test('whoever stays invited has still answered when others are added', async () => {
  const { path } = await school.newEvent(invited(tom));
  await answer('accepted');
  const attendees = [tom, 'owen.pryce@school.example.org'].map((address) => ({ emailAddress: { address } }));
  await school.graph('PATCH', path, { body: { attendees } });
  expect((await school.graph('GET', path)).body).toMatchObject({
    attendees: [{ status: { response: 'accepted' } }, { status: { response: 'none' } }],
  });
});

test('a meeting that was declined keeps nobody busy', async () => {
  const { id } = await school.newEvent(invited(tom));
  expect(id).not.toBe('');
  const events = paths.events.replace(/users\/[^/]+/, `users/${tom}`);
  expect((await school.graph('GET', events)).body).toMatchObject({
    value: [{ responseStatus: { response: 'notResponded' } }],
  });
  await answer('declined');
  expect((await school.graph('GET', events)).body).toMatchObject({ value: [] });
});

test('an invitation to a meeting that is over cannot be answered', async () => {
  const { path } = await school.newEvent(invited(tom));
  await school.graph('POST', `${path}/cancel`);
  expect(await answer('accepted')).toBe(409);
});
