import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Door, openDoor } from './door.ts';
import { people } from './school.ts';

// What the list can be narrowed down to, for whom.

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const choices = async (who: 'head' | 'ict' | 'teacher') => (await door.getAs(who, '/api/meetings/choices')).body;

test('senior leaders choose from those who work here and those who came lately, while nothing has been counted', async () => {
  expect(await choices('head')).toMatchObject({
    agencies: ['Family', 'School nursing'],
    schoolYears: [2027, 2026, 2025, 2024, 2023, 2022, 2021],
  });
});

test('whoever sees their own meetings only chooses from what stands in them', async () => {
  expect(await choices('ict')).toMatchObject({
    hosts: [{ id: people.senco.id, name: people.senco.name }],
    agencies: ['Family', 'School nursing'],
  });
  expect(await choices('teacher')).toMatchObject({
    hosts: [
      { id: people.senco.id, name: 'Maya Okafor' },
      { id: people.teacher.id, name: 'Tom Birch' },
    ],
  });
});

test('once the register has been counted, everybody who hosted is among them, whoever works here now', async () => {
  const none = { kinds: {}, statuses: {}, sealing: {}, waits: {}, exceptions: {}, urgent: 0, recorded: 0, cover: {} };
  const week = { ...none, agencies: { 'Early Help': {} }, hosts: {}, unreadable: 0 };
  const later = { ...week, agencies: { 'early help': {}, Family: {} } };
  door.figures = () =>
    Promise.resolve({
      version: 1,
      links: { meetings: '', guests: '' },
      due: [],
      begun: 0,
      weeks: { '2024-08-26': week, '2026-11-16': later },
      rows: {},
      hosts: { [people.senco.id]: 'Maya Okafor', 'left-long-ago': 'Ann Gone' },
      asOf: '2026-11-20T09:00:00Z',
    });
  expect(await choices('head')).toEqual({
    hosts: [
      { id: 'left-long-ago', name: 'Ann Gone' },
      { id: people.senco.id, name: 'Maya Okafor' },
    ],
    agencies: ['early help', 'Family'],
    schoolYears: [2027, 2026, 2025, 2024, 2023],
  });
  // Theirs stay their own.
  expect(await choices('ict')).toMatchObject({
    hosts: [{ name: 'Maya Okafor' }],
    agencies: ['Family', 'School nursing'],
  });
});
