import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { guests, schoolDayAhead, upToReview } from '../../infra/demo/arrange.ts';
import { said } from '../../infra/demo/person.ts';
import { impatient } from '../faults/play.ts';
import { openLists } from '../register/lists.ts';
import { openSchool, type School } from '../school.ts';
import { afresh } from './chatting.ts';

/** Somebody opens the lobby at the very moment the invitations leave: it is shut again, or the meeting is called off. */

let school: School;
beforeAll(async () => {
  school = await openSchool(impatient);
});
afterAll(() => school.close());
beforeEach(() => afresh(school));

const open = { lobbyBypassSettings: { scope: 'everyone', isDialInBypassEnabled: true } };
const whenInvited = { method: 'PATCH', path: '/events/', do: { kind: 'drift', settings: open } };
/** The first write of the settings holds; these many after it do not. */
const again = (times: number) => ({
  method: 'PATCH',
  path: '/onlineMeetings/',
  skip: 1,
  times,
  do: { kind: 'drift', settings: open },
});

const Events = z.array(
  z.looseObject({
    isCancelled: z.boolean(),
    meeting: z.looseObject({
      lobbyBypassSettings: z.object({ scope: z.string(), isDialInBypassEnabled: z.boolean() }),
      allowedPresenters: z.string(),
    }),
  }),
);

async function arrange(outcome: string): Promise<z.infer<typeof Events>[number] | undefined> {
  const senco = school.as('Maya Okafor');
  await upToReview(senco, schoolDayAhead(new Date()));
  await senco.presses('Send');
  await senco.hears(outcome);
  return Events.parse(await school.control('events', 'GET'))[0];
}

async function log(): Promise<readonly unknown[]> {
  const rows = await (await openLists(school)).rows('Log');
  return rows.map(({ fields }) => fields['Event']);
}

async function mailed(kind: string): Promise<readonly string[]> {
  const { mails } = await school.look();
  return mails.flatMap((mail) => (mail.kind === kind ? [mail.to] : [])).toSorted();
}
const everybody = ['tom.birch@school.example.org', ...guests.map((guest) => guest.address)].toSorted();

test('once: it is shut again and the meeting stands, and the log says that it drifted', async () => {
  await school.faults(whenInvited);
  const event = await arrange('Arranged: the invitations have gone');
  expect(event?.meeting.lobbyBypassSettings).toEqual({ scope: 'organizer', isDialInBypassEnabled: false });
  expect(await log()).toEqual(['asked', 'sealed', 'invited', 'drifted after invitation', 'confirmed']);
  expect(await mailed('invitation')).toEqual(everybody);
  expect(await mailed('cancellation')).toEqual([]);
});

test('for as long as it is hardened: the lobby is shut, the meeting cancelled, host and safeguarding lead told', async () => {
  await school.faults([whenInvited, again(2)]);
  const event = await arrange('Called off');
  expect(event).toMatchObject({
    isCancelled: true,
    meeting: {
      lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
      allowedPresenters: 'organizer',
    },
  });
  await calledOff();
});

test('whatever is written: it is cancelled all the same', async () => {
  await school.faults([whenInvited, again(1000)]);
  expect(await arrange('Called off')).toMatchObject({ isCancelled: true });
  await calledOff();
});

async function calledOff(): Promise<void> {
  const lead = school.as('Leila Haddad');
  const alert = await lead.hears('A meeting with outsiders was called off');
  expect(said(alert)).toMatch(/TAC-[0-9A-Z]{8}/);
  expect(JSON.stringify(alert)).not.toMatch(/\bAB\b|Marsh|Lowe|Dale|@/);
  expect(await mailed('cancellation')).toEqual(everybody);
  expect(await log()).toEqual(['asked', 'sealed', 'invited', 'drifted after invitation', 'called off']);
  const [row] = await (await openLists(school)).rows('Meetings');
  expect(row?.fields).toMatchObject({ Status: 'called off', StoppedAt: 'confirm', StoppedBy: 'not sealed' });
}
