import { describe, expect, test } from '@jest/globals';
import {
  type Concern,
  canRaiseConcern,
  concernsIn,
  logFor,
  nameOfConcern,
  sameConcern,
  toldDetail,
  toldLines,
} from '../../bot/concerns/concern.ts';
import type { Caller } from '../../bot/identity/caller.ts';
import { type EventName, LogEntry, moment } from '../../bot/register/entry.ts';
import { logView } from '../../bot/views/log-view.ts';
import { meeting, meetings, type PersonKey, people } from '../api/school.ts';

/** What a concern is, who may raise one, and who learns that there was one. */

const caller = (who: PersonKey): Caller => ({
  id: people[who].id,
  name: people[who].name,
  roles: new Set(people[who].roles),
});
const { ofSenco } = meetings;
const withColleague = meeting({
  reference: 'TAC-AAAAAAA6',
  start: '2026-11-24T15:15:00Z',
  host: 'senco',
  secondAdult: 'teacher',
  ask: { colleagues: [{ id: people.ict.id, name: people.ict.name, address: people.ict.address }] },
});

let number = 0;
const line = (event: EventName, by: LogEntry['by'], at: Date, detail: string) => {
  number += 1;
  const entry = { reference: ofSenco.reference, number, event, by, at: moment(at), detail, before: '0'.repeat(64) };
  return LogEntry.parse(entry);
};
const raisedAt = new Date('2026-11-24T15:20:00.4Z');
const raised = (who: PersonKey, at = raisedAt) =>
  line('concern raised', people[who].id, at, nameOfConcern({ at: moment(at), by: people[who].id }));
const told = (who: PersonKey, how: keyof typeof toldLines, at = raisedAt) =>
  line(
    toldLines[how].event,
    'chaperone',
    new Date(at.getTime() + 60_000),
    toldDetail(how, { at: moment(at), by: people[who].id }),
  );

describe('who may raise one', () => {
  test.each([
    ['the host', 'senco', true],
    ['the second adult', 'teacher', true],
    ['a colleague who comes', 'ict', true],
    ['the head', 'head', true],
    ['the safeguarding lead', 'safeguardingLead', true],
    ['somebody who only looks after the machines', 'ictOnly', false],
    ['a pupil, whatever group the account strayed into', 'pupilInStaffGroup', false],
  ] as const)('%s', (_, who, may) => {
    expect(canRaiseConcern(withColleague, caller(who)).may).toBe(may);
  });

  test('not a colleague who has no part in the meeting, and they are told where to go', () => {
    expect(canRaiseConcern(ofSenco, caller('ict'))).toEqual({
      may: false,
      why: expect.stringContaining('safeguarding lead'),
    });
  });
});

describe('what the log says of it', () => {
  test.each(['told', 'others told', 'nobody told'] as const)('%s', (how) => {
    expect(concernsIn([raised('teacher'), told('teacher', how)])).toEqual([
      { by: people.teacher.id, at: '2026-11-24T15:20:00Z', told: how, toldAt: '2026-11-24T15:21:00Z' },
    ]);
  });

  test('before anybody was told, that it is being tried', () => {
    expect(concernsIn([raised('teacher')])).toMatchObject([{ told: 'not yet', toldAt: null }]);
  });

  test('of two people in the same second, one concern each', () => {
    const log = [raised('teacher'), raised('head'), told('head', 'told')];
    expect(concernsIn(log).map((one) => one.told)).toEqual(['not yet', 'told']);
  });

  test('nothing but that it was raised: neither moments nor ids are read in the record', () => {
    const lines = [raised('teacher'), told('teacher', 'told'), told('teacher', 'nobody told')];
    expect(lines.map((one) => logView(one, ofSenco)).map(({ says, by, detail }) => [says, by, detail])).toEqual([
      ['A concern was raised', 'Tom Birch', ''],
      ['The safeguarding lead was told', 'Chaperone', ''],
      ['The safeguarding lead could not be reached in chat', 'Chaperone', 'concern: nobody could be reached'],
    ]);
  });
});

describe('twice', () => {
  const log = [raised('teacher')];
  const after = (minutes: number) => new Date(raisedAt.getTime() + minutes * 60_000);
  test.each<[string, PersonKey, number, Concern['at'] | null]>([
    ['within minutes is once', 'teacher', 4, '2026-11-24T15:20:00Z'],
    ['later is another', 'teacher', 6, null],
    ['by somebody else is theirs', 'senco', 1, null],
  ])('%s', (_, who, minutes, at) => {
    expect(sameConcern(log, people[who].id, after(minutes))?.at ?? null).toBe(at);
  });
});

describe('that there was one is seen', () => {
  const log = [line('invited', 'chaperone', raisedAt, ''), raised('teacher'), told('teacher', 'others told')];
  test.each([
    ['by whoever raised it', 'teacher', 3],
    ['by the safeguarding lead', 'safeguardingLead', 3],
    ['by senior leaders', 'head', 3],
    ['not by the host: it may be about the host', 'senco', 1],
  ] as const)('%s', (_, who, lines) => {
    expect(logFor(log, ofSenco, caller(who))).toHaveLength(lines);
  });

  test('not by a senior leader who hosts the meeting', () => {
    const own = meeting({
      reference: 'TAC-AAAAAAA7',
      start: '2026-11-24T15:15:00Z',
      host: 'head',
      secondAdult: 'teacher',
    });
    expect(logFor(log, own, caller('head'))).toHaveLength(1);
  });
});
