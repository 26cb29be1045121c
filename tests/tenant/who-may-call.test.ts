import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { maya, openSchool, paths, settings, tom } from './school.ts';

/** Who may call Graph, and for what. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const issuer = `https://login.microsoftonline.com/${settings.tenantId}/v2.0`;
const audience = 'https://graph.microsoft.com';
const claims = { appid: settings.appId, roles: ['Calendars.ReadWrite'] };
const outOfScope = { status: 403, body: { error: { code: 'ErrorAccessDenied' } } };
const refused = { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };

test('nobody without a token', async () => {
  expect(await school.ask('GET', `/v1.0${paths.events}`)).toMatchObject(refused);
});

test.each([
  ['expired', { issuer, audience, expiresInSeconds: -1 }],
  ['for another service', { issuer, audience: settings.appId, expiresInSeconds: 60 }],
  ['of another tenant', { issuer: issuer.replace('0001/', '0002/'), audience, expiresInSeconds: 60 }],
])('nobody with a token that is %s', async (_what, options) => {
  const token = await school.signing.sign(claims, options);
  expect(await school.graph('GET', paths.events, { token })).toMatchObject(refused);
});

test('nobody with a token signed by another key', async () => {
  const other = await openSchool();
  const token = await other.token();
  await other.close();
  expect(await school.graph('GET', paths.events, { token })).toMatchObject(refused);
});

test('an app only for what it was granted', async () => {
  await school.options({ appRoles: ['Calendars.Read'], mailboxScope: [] });
  const token = await school.token();
  const denied = { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } };
  expect(await school.graph('GET', paths.events, { token })).toMatchObject({ status: 200 });
  expect(await school.graph('POST', paths.events, { token, body: {} })).toMatchObject(outOfScope);
  expect(await school.graph('GET', `/users/${tom.id}`, { token })).toMatchObject(denied);
  expect(await school.graph('GET', paths.lists, { token })).toMatchObject(denied);
});

test('a calendar in the scope Exchange gave the app, and no other', async () => {
  await school.options({ mailboxScope: [maya.id] });
  const toms = `/users/${tom.id}/events`;
  expect(await school.graph('GET', paths.events)).toMatchObject({ status: 200 });
  expect(await school.graph('GET', toms)).toMatchObject(outOfScope);
  expect(await school.graph('POST', `/users/${tom.id}/calendar/getSchedule`, { body: {} })).toMatchObject(outOfScope);
});

test('every calendar, whatever the scope, once Entra has granted that too', async () => {
  await school.options({ mailboxScope: [], appRoles: ['Calendars.ReadWrite'] });
  const token = await school.token();
  expect(await school.graph('GET', `/users/${tom.id}/events`, { token })).toMatchObject({ status: 200 });
});

test('of SharePoint’s sites no other', async () => {
  expect(await school.graph('GET', '/sites/root')).toMatchObject({
    status: 403,
    body: { error: { code: 'accessDenied' } },
  });
});

test('the site’s lists are read, written and made as far as the site was granted', async () => {
  const list = await school.newList();
  await school.options({ siteRole: 'write' });
  expect(await school.graph('POST', `${list}/items`, { body: { fields: {} } })).toMatchObject({ status: 201 });
  expect(await school.graph('POST', paths.lists, { body: { displayName: 'Other' } })).toMatchObject({ status: 403 });
  await school.options({ siteRole: 'read' });
  expect(await school.graph('GET', `${list}/items`)).toMatchObject({ status: 200 });
  expect(await school.graph('POST', `${list}/items`, { body: { fields: {} } })).toMatchObject({ status: 403 });
  await school.options({ siteRole: 'none' });
  expect(await school.graph('GET', `${list}/items`)).toMatchObject({ status: 403 });
});

test('an app may not ask who it is', async () => {
  expect(await school.graph('GET', '/me')).toMatchObject({ status: 400 });
});

test('every refusal names the request, in the headers and in the body', async () => {
  const asked = { 'client-request-id': 'a-name-of-my-own' };
  const { status, headers, body } = await school.graph('GET', '/nowhere', { headers: asked });
  const ids = { 'request-id': headers.get('request-id'), 'client-request-id': 'a-name-of-my-own' };
  expect(status).toBe(501);
  expect(headers.get('client-request-id')).toBe('a-name-of-my-own');
  expect(body).toMatchObject({ error: { code: 'notSupported', innerError: ids } });
});

test('a path or option that is not imitated answers 501', async () => {
  expect(await school.graph('GET', `/users/${tom.id}/messages`)).toMatchObject({ status: 501 });
  expect(await school.graph('GET', `${paths.events}?$orderby=subject`)).toMatchObject({ status: 501 });
  expect(await school.graph('PUT', paths.events, { body: {} })).toMatchObject({ status: 501 });
});
