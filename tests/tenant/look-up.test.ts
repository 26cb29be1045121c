import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { maya, openSchool, paths, person, tom } from './school.ts';

/** Who finds a meeting by its link. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const of = (id: string) => `/users/${id}/onlineMeetings`;

test.each(['long', 'short'] as const)('its organizer does, by a %s link that is escaped whole', async (joinUrls) => {
  await school.options({ joinUrls });
  const { joinUrl } = await school.newEvent();
  expect(await school.lookUp(joinUrl)).toMatchObject({ status: 200, body: { value: [{ joinWebUrl: joinUrl }] } });
});

test('a link whose own escapes were not escaped finds nothing', async () => {
  const { joinUrl } = await school.newEvent();
  const careless = `${paths.meetings}?$filter=JoinWebUrl eq '${joinUrl.replaceAll('"', '%22')}'`;
  expect(await school.graph('GET', careless)).toMatchObject({ status: 404 });
});

test('a quote that is not closed is a bad request', async () => {
  expect(await school.graph('GET', `${paths.meetings}?$filter=JoinWebUrl eq 'https`)).toMatchObject({ status: 400 });
});

test('a colleague does not, although invited', async () => {
  const { joinUrl } = await school.newEvent();
  expect(await school.lookUp(joinUrl, of(tom.id))).toMatchObject({
    status: 403,
    body: { error: { code: 'Forbidden', message: '3003: User does not have access to lookup meeting' } },
  });
});

test('a link of no meeting is not found, or finds nothing, as the tenant has it', async () => {
  expect(await school.lookUp('https://teams.microsoft.com/meet/1')).toMatchObject({
    status: 404,
    body: { error: { code: 'NotFound', message: '3004: Specified meeting is not found' } },
  });
  await school.options({ missingMeeting: 'empty' });
  expect(await school.lookUp('https://teams.microsoft.com/meet/1')).toMatchObject({ status: 200, body: { value: [] } });
});

test('nobody the access policy does not cover, neither by link nor by id', async () => {
  const { joinUrl } = await school.newEvent();
  const path = await school.meetingPath(joinUrl);
  await school.options({ accessPolicy: [tom.id] });
  const denied = {
    status: 403,
    body: { error: { code: 'Forbidden', message: expect.stringContaining('Application Access Policy') } },
  };
  expect(await school.lookUp(joinUrl)).toMatchObject(denied);
  expect(await school.graph('GET', path)).toMatchObject(denied);
  expect(await school.graph('PATCH', path, { body: {} })).toMatchObject(denied);
});

test('every member of staff is covered, and no pupil', async () => {
  expect(await school.lookUp('https://example.org', of(person('Grace Tan').id))).toMatchObject({ status: 404 });
  const pupil = maya.id.replace(/101$/, '108');
  expect(await school.lookUp('https://example.org', of(pupil))).toMatchObject({ status: 403 });
});
