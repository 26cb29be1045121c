import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { type Lists, openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';

/** Provisioning makes the register's lists on a site that has none, with every column it is asked by indexed at birth. */

let school: School;
let lists: Lists;
beforeAll(async () => {
  school = await openSchool();
  lists = await openLists(school);
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
});
afterAll(() => school.close());

test('there is every list, once', async () => {
  expect(await lists.all()).toEqual(['Meetings', 'Guests', 'Log', 'Records', 'Agreements', 'Access']);
});

test.each([
  [
    'Meetings',
    [
      'Aftercare',
      'Authorisation',
      'ChatThreadId',
      'Child',
      'Exceptions',
      'Host',
      'HostId',
      'HostSurname',
      'Kind',
      'NextCheck',
      'Outcome',
      'Reference',
      'Seal',
      'SecondAdultId',
      'Starts',
      'Status',
      'Year',
    ],
    ['Reference'],
  ],
  ['Guests', ['Address', 'Agency', 'Asked', 'Key', 'Name', 'Reference', 'Starts', 'Surname'], ['Key']],
  ['Log', ['Key', 'Reference'], ['Key']],
] as const)('%s has its columns indexed, and the key of a row only once', async (list, indexed, unique) => {
  const columns = await lists.columns(list);
  const ours = columns.filter((column) => column.indexed).map((column) => column.name);
  expect(ours.toSorted()).toEqual(indexed);
  expect(columns.filter((column) => column.enforceUniqueValues).map((column) => column.name)).toEqual(unique);
});

test('a meeting is a row, with a row for each guest', async () => {
  const [meeting, ...others] = await lists.rows('Meetings');
  expect(others).toEqual([]);
  expect(meeting?.fields).toMatchObject({ Child: 'AB', Year: '4', Host: 'Maya Okafor', Status: 'arranged' });
  const guests = await lists.rows('Guests');
  expect(guests.map(({ fields }) => [fields['Name'], fields['Reference']])).toEqual(
    ['Jo Marsh', 'Pat Lowe', 'Kim Dale'].map((name) => [name, meeting?.fields['Reference']]),
  );
});
