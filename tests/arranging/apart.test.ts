import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { schoolDayAhead } from '../../infra/demo/arrange.ts';
import { linesOf, type Person } from '../../infra/demo/person.ts';
import { openSchool, type School } from '../school.ts';
import { afresh, says } from './chatting.ts';

/** Parents who live apart are written to apart: nothing that either of them gets says that the other exists. */

let school: School;
let senco: Person;
beforeAll(async () => {
  school = await openSchool();
  senco = school.as('Maya Okafor');
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const day = schoolDayAhead(new Date());
const mother = { name: 'Jo Marsh', address: 'jo.marsh@example.com', parts: /\bJo\b|Marsh|jo\.marsh/ };
const father = { name: 'Al Reed', address: 'al.reed@example.net', parts: /\bAl\b|Reed|al\.reed/ };
const nurse = 'Pat Lowe, school nurse, Community Health, pat.lowe@health.example.net';
const family = `${mother.name}, mum, ${mother.address}; ${father.name}, dad, ${father.address}`;

const Letters = z.array(
  z.looseObject({
    ...{ to: z.string(), kind: z.string(), subject: z.string(), body: z.string(), organizer: z.string() },
    attendees: z.array(z.object({ name: z.string(), address: z.string() })),
  }),
);
const Events = z.array(z.looseObject({ hideAttendees: z.boolean(), responseRequested: z.boolean() }));
const letters = async () => Letters.parse(await school.control('outbox', 'GET'));

/** Says it all and gives the review. */
async function reviewed(guests: string): Promise<string> {
  await senco.says(`TAC for AB Y4, ${day} 3.15pm, 45 mins, second adult Tom Birch`);
  await senco.says('Contact with Jo, with Al and with the Reed household');
  return says(senco, guests);
}

test('each parent gets a letter of their own, which names the other neither in its lines nor among the invited', async () => {
  await reviewed(`${family}; ${nurse}`);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  expect(school.broken(await school.look())).toEqual([]);
  for (const [parent, other] of [
    [mother, father],
    [father, mother],
  ] as const) {
    const theirs = (await letters()).filter(({ to }) => to === parent.address);
    expect(theirs).toHaveLength(1);
    for (const { attendees, subject, body } of theirs) {
      expect(attendees).toEqual([{ name: parent.name, address: parent.address }]);
      expect(`${subject} ${body}`).not.toMatch(other.parts);
      expect(`${subject} ${body}`).not.toMatch(parent.parts);
    }
  }
});

test('replies go to the school alone: the letter comes from the host, and there is nobody else on it to reply to', async () => {
  await reviewed(family);
  await senco.presses('Send');
  await senco.hears('Arranged: the invitations have gone');
  expect(new Set((await letters()).map(({ organizer }) => organizer))).toEqual(
    new Set(['maya.okafor@school.example.org']),
  );
  const events = Events.parse(await school.control('events', 'GET'));
  expect(events).toMatchObject([{ hideAttendees: true, responseRequested: true }]);
});

test('the review says it in one line with its clause, and only where several of a family come', async () => {
  const line = 'Each of the family gets a letter of their own that names none of the others';
  const apart = await reviewed(family);
  expect(apart).toContain(line);
  expect(apart).toContain('chaperone-22');
  await senco.says('cancel');
  expect(await reviewed(`${mother.name}, mum, ${mother.address}; ${nurse}`)).not.toContain(line);
});

test('the host gets a text for each parent, to be sent apart, and neither is named in it', async () => {
  await reviewed(family);
  await senco.presses('Send');
  const lines = linesOf(await senco.hears('Arranged: the invitations have gone'));
  const texts = [mother, father].map(({ name }) => lines[lines.indexOf(`For ${name}:`) + 1]);
  expect(texts).toEqual([expect.stringContaining('online meeting on'), expect.stringContaining('online meeting on')]);
  expect(texts.join()).not.toMatch(mother.parts);
  expect(texts.join()).not.toMatch(father.parts);
});

test('an event that would show its guests to one another, whatever Outlook answered, is taken back before anybody is written to', async () => {
  await reviewed(family);
  const forgets = { kind: 'forget setting', member: 'hideAttendees' };
  await school.faults({ method: 'POST', path: '/events$', do: forgets });
  await senco.presses('Send');
  await senco.hears('Not arranged: nobody was invited');
  expect(await school.look()).toMatchObject({ mails: [], events: [], rows: [{ status: 'not arranged' }] });
});
