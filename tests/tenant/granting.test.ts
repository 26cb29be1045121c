import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { maya, openSchool, settings } from './school.ts';

/** What an administrator grants the app and makes for it: permissions, the site, groups. */
const school = await openSchool();
afterAll(() => school.close());
beforeEach(() => school.reset());

const Principals = z.object({ value: z.tuple([z.looseObject({ id: z.string() })]) });
const Values = z.object({ value: z.array(z.looseObject({ id: z.string() })) });

async function principal(appId: string): Promise<string> {
  const { body } = await school.asAdmin('GET', `/servicePrincipals?$filter=appId eq '${appId}'`);
  return Principals.parse(body).value[0].id;
}

async function assignment(appRoleId: string) {
  const [principalId, resourceId] = await Promise.all([
    principal(settings.appId),
    principal('00000003-0000-0000-c000-000000000000'),
  ]);
  const path = `/servicePrincipals/${principalId}/appRoleAssignments`;
  return { path, body: { principalId, resourceId, appRoleId } };
}
const mailSend = 'b633e1c5-b582-4048-a93e-9f11b44c7e96';
const denied = { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } };

test('a permission that is granted stands in the app’s next token', async () => {
  const { path, body } = await assignment(mailSend);
  expect(await school.asAdmin('POST', path, { body })).toMatchObject({ status: 201 });
  const [, claims = ''] = (await school.token()).split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    roles: expect.arrayContaining(['Mail.Send']),
  });
});

test('granted twice it is refused, and taken back it is gone', async () => {
  const { path, body } = await assignment(mailSend);
  const { body: made } = await school.asAdmin('POST', path, { body });
  expect(await school.asAdmin('POST', path, { body })).toMatchObject({ status: 400 });
  const { id } = z.object({ id: z.string() }).parse(made);
  expect(await school.asAdmin('DELETE', `${path}/${id}`)).toMatchObject({ status: 204 });
  const after = Values.parse((await school.asAdmin('GET', path)).body);
  expect(after.value.map((each) => each['appRoleId'])).not.toContain(mailSend);
});

test('the app may not grant itself anything, nor look what it was granted', async () => {
  const { path, body } = await assignment(mailSend);
  expect(await school.graph('POST', path, { body })).toMatchObject(denied);
  expect(await school.graph('GET', path)).toMatchObject(denied);
  expect(await school.graph('GET', `/sites/${settings.siteId}/permissions`)).toMatchObject(denied);
});

test('the app’s role on the site is granted, found and changed', async () => {
  await school.options({ siteRole: 'none' });
  const path = `/sites/${settings.siteId}/permissions`;
  const grantedToIdentities = [{ application: { id: settings.appId, displayName: 'Chaperone' } }];
  expect(await school.asAdmin('GET', path)).toMatchObject({ body: { value: [] } });
  await school.asAdmin('POST', path, { body: { roles: ['read'], grantedToIdentities } });
  const [found] = Values.parse((await school.asAdmin('GET', path)).body).value;
  expect(found).toMatchObject({ roles: ['read'], grantedToIdentities });
  await school.asAdmin('PATCH', `${path}/${found?.id}`, { body: { roles: ['write'] } });
  expect(await school.asAdmin('GET', `${path}/${found?.id}`)).toMatchObject({ body: { roles: ['write'] } });
});

const group = {
  displayName: 'Chaperone: ICT',
  mailEnabled: false,
  mailNickname: 'chaperone-ict',
  securityEnabled: true,
};
const byName = "/groups(uniqueName='chaperone-ict')";
const ifMissing = { prefer: 'create-if-missing' };

test('a group of a unique name is made once, however often it is asked for', async () => {
  expect(await school.asAdmin('GET', byName)).toMatchObject({ status: 404 });
  expect(await school.asAdmin('PATCH', byName, { body: group })).toMatchObject({ status: 404 });
  expect(await school.asAdmin('PATCH', byName, { body: group, headers: ifMissing })).toMatchObject({ status: 201 });
  const first = await school.asAdmin('GET', byName);
  expect(await school.asAdmin('PATCH', byName, { body: group, headers: ifMissing })).toMatchObject({ status: 204 });
  expect((await school.asAdmin('GET', byName)).body).toEqual(first.body);
  expect(await school.graph('PATCH', byName, { body: group, headers: ifMissing })).toMatchObject(denied);
});

test('whoever is put into it is asked for as its member', async () => {
  const { body } = await school.asAdmin('PATCH', byName, { body: group, headers: ifMissing });
  const { id } = z.object({ id: z.string() }).parse(body);
  const reference = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${maya.id}` };
  expect(await school.asAdmin('POST', `/groups/${id}/members/$ref`, { body: reference })).toMatchObject({
    status: 204,
  });
  const { body: members } = await school.graph('GET', `/groups/${id}/transitiveMembers/microsoft.graph.user`);
  expect(members).toMatchObject({ value: [{ id: maya.id }] });
  const asked = await school.graph('POST', `/users/${maya.id}/checkMemberGroups`, { body: { groupIds: [id] } });
  expect(asked.body).toMatchObject({ value: [id] });
});
