import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { said } from '../../infra/demo/person.ts';
import { afresh, presses } from '../arranging/chatting.ts';
import type { School } from '../school.ts';
import {
  arrangedOnce,
  asks,
  deeds,
  events,
  heardTimes,
  newest,
  nothingMade,
  openLeadershipSchool,
  people,
  row,
} from './leadership.ts';

/** The way of a request that needs a yes: asked, authorised, sealed, invited. */

let school: School;
beforeAll(async () => {
  school = await openLeadershipSchool();
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

test('until somebody says yes, the request stands in the register and nothing exists in Teams', async () => {
  await asks(school);
  expect(await row(school)).toMatchObject({ Status: 'waiting', Step: 'authorise', Authorisation: 'wanted' });
  expect(await events(school)).toEqual(['asked', 'authorisation asked']);
  await nothingMade(school);
});

test('the host is told whose yes it waits for', async () => {
  await asks(school);
  const { senco } = people(school);
  const told = said(await senco.hears('I have asked for authorisation'));
  for (const name of ['Ruth Adeyemi', 'Owen Pryce']) expect(told).toContain(name);
});

test('head and deputy get one card each, with everything but addresses; the host gets none', async () => {
  const reference = await asks(school);
  const { senco, head, deputy } = people(school);
  for (const approver of [head, deputy]) {
    const card = said(await newest(approver));
    for (const part of [
      reference,
      'AB, Year 4',
      'Support at school and at home',
      'Maya Okafor',
      'Tom Birch',
      'Jo Marsh',
      '000-10',
    ])
      expect(card).toContain(part);
    expect(card).not.toContain('@');
    expect(await heardTimes(approver, 'May this meeting go ahead?')).toBe(1);
  }
  expect(await heardTimes(senco, 'May this meeting go ahead?')).toBe(0);
});

test('one tap authorises it: it is sealed, everybody is invited once, host and both approvers see it', async () => {
  await asks(school);
  const { senco, head, deputy } = people(school);
  expect(await presses(head, 'Authorise')).toContain('Ruth Adeyemi');
  await senco.hears('Ruth Adeyemi authorised');
  await senco.hears('Arranged: the invitations have gone');
  await arrangedOnce(school);
  for (const approver of [head, deputy]) expect(said(await newest(approver))).toMatch(/^Authorised .*Ruth Adeyemi/);
  expect(await row(school)).toMatchObject({ Status: 'arranged', Authorisation: 'given' });
  expect((await deeds(school)).slice(0, 4)).toEqual([
    { event: 'asked', by: senco.id },
    { event: 'authorisation asked', by: 'chaperone' },
    { event: 'authorised', by: head.id },
    { event: 'sealed', by: 'chaperone' },
  ]);
});
