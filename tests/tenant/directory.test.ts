import { afterAll, expect, test } from '@jest/globals';
import { maya, openSchool, person, settings, tom } from './school.ts';

/** Who the school's people are, and in which groups. */
const school = await openSchool();
afterAll(() => school.close());

const { groups } = settings;
const ruth = person('Ruth Adeyemi');

test('a person is found by id and by user principal name, and nobody by another name', async () => {
  const shown = {
    status: 200,
    body: { id: maya.id, displayName: 'Maya Okafor', mail: maya.address, jobTitle: 'SENCO' },
  };
  expect(await school.graph('GET', `/users/${maya.id}`)).toMatchObject(shown);
  expect(await school.graph('GET', `/users/${maya.userPrincipalName}`)).toMatchObject(shown);
  expect(await school.graph('GET', '/users/nobody@example.org')).toMatchObject({
    status: 404,
    body: { error: { code: 'Request_ResourceNotFound' } },
  });
});

test('only what is selected is shown', async () => {
  const { body } = await school.graph('GET', `/users/${maya.id}?$select=displayName,userType`);
  expect(body).toEqual({ '@odata.context': expect.any(String), displayName: 'Maya Okafor', userType: 'Member' });
});

test('people are found by how a name or address begins, in any case', async () => {
  const filter = encodeURIComponent("startswith(displayName,'mAy') or mail eq 'TOM.BIRCH@school.example.org'");
  const { body } = await school.graph('GET', `/users?$filter=${filter}&$select=id`);
  expect(body).toMatchObject({ value: [{ id: maya.id }, { id: tom.id }] });
});

test('a search finds words, and needs the caller to accept that it lags', async () => {
  const path = `/users?$search=${encodeURIComponent('"displayName:ade"')}&$select=id`;
  expect(await school.graph('GET', path)).toMatchObject({ status: 400 });
  const { body } = await school.graph('GET', path, { headers: { consistencylevel: 'eventual' } });
  expect(body).toMatchObject({ value: [{ id: ruth.id }] });
});

test('of the groups asked about, those a person is in, directly or not', async () => {
  const body = { groupIds: [groups.slt, groups.pupil, groups.staff] };
  const answer = await school.graph('POST', `/users/${ruth.id}/checkMemberGroups`, { body });
  expect(answer.body).toMatchObject({ value: [groups.slt, groups.staff] });
});

test('the leadership team is in the staff group as a group: only the transitive members are everybody', async () => {
  const names = async (path: string) => {
    const { body } = await school.graph('GET', `/groups/${groups.staff}/${path}?$select=displayName`);
    return (body as { value: { displayName: string }[] }).value.map((one) => one.displayName); // as members are listed
  };
  expect(await names('transitiveMembers/microsoft.graph.user')).toContain('Ruth Adeyemi');
  expect(await names('members/microsoft.graph.user')).not.toContain('Ruth Adeyemi');
  expect(await names('members')).toContain('Senior leadership team');
});

test('members come page by page, each link leading to the next', async () => {
  const found: string[] = [];
  const path = `/groups/${groups.staff}/transitiveMembers/microsoft.graph.user?$select=id&$top=3`;
  let next: string | undefined = `https://graph.microsoft.com/v1.0${path}`;
  while (next !== undefined) {
    const { body } = await school.graph('GET', next.replace('https://graph.microsoft.com/v1.0', ''));
    const page = body as { value: { id: string }[]; '@odata.nextLink'?: string }; // as members are listed
    expect(page.value.length).toBeLessThanOrEqual(3);
    found.push(...page.value.map(({ id }) => id));
    next = page['@odata.nextLink'];
  }
  expect(new Set(found).size).toBe(7);
});
