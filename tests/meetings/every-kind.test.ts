import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import { openGraph } from '../../bot/graph/graph.ts';
import { openMeetings } from '../../bot/graph/meetings.ts';
import { openPeople } from '../../bot/graph/people.ts';
import { openLog } from '../../bot/log.ts';
import { type Ask, confirmations } from '../../bot/meetings/ask.ts';
import { decideOn } from '../../bot/meetings/gather.ts';
import { invitationOf } from '../../bot/meetings/invitation.ts';
import { referenceOf } from '../../bot/meetings/reference.ts';
import { Stopped, schedule } from '../../bot/meetings/schedule.ts';
import { invitedTo } from '../../bot/meetings/who-comes.ts';
import type { World } from '../../bot/meetings/world.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { openPolicy } from '../../bot/policy/open-policy.ts';
import type { Entry, Stored } from '../../bot/register/entry.ts';
import { openRegister } from '../../bot/register/sharepoint.ts';
import { anAsk } from '../an-ask.ts';
import { openSite, type Site } from '../school.ts';

/** Every kind of meeting, written down, sealed, invited and read back by the real parts, against the tenant. */

let site: Site;
let world: World;
beforeAll(async () => {
  site = await openSite();
  world = openWorld();
});
afterAll(() => site.close());
beforeEach(() => site.control('reset', 'POST', { keepLists: true }));

const nobodyIsTold = () => Promise.reject(new Error('nobody is told anything here'));

function openWorld(): World {
  const { config, secrets } = site;
  const wording = openPolicy(config.schoolFile, (file) => readFileSync(file, 'utf8'));
  const { policy, school } = wording;
  const settings = { graphUrl: config.graphUrl, retryMilliseconds: 5, patienceMilliseconds: 5_000 };
  const graph = openGraph(settings, tokenFor(createIdentity(config, secrets), 'https://graph.microsoft.com/.default'));
  const log = openLog('silent');
  const invitationTo: Parameters<typeof openMeetings>[1]['invitationTo'] = (ask, reference) =>
    invitationOf(ask, reference, wording);
  return {
    meetings: openMeetings(graph, { tenantId: config.tenantId, invitationTo }, 20_000, log),
    people: openPeople(graph, config.groups, Date.now),
    register: openRegister(graph, config.siteId),
    notices: { outcome: nobodyIsTold, delay: nobodyIsTold, checklist: nobodyIsTold },
    approvals: { ask: nobodyIsTold, show: nobodyIsTold, question: nobodyIsTold, authorised: nobodyIsTold },
    secondAdults: { ask: nobodyIsTold, show: nobodyIsTold, tellHost: nobodyIsTold, tellLead: nobodyIsTold },
    busyTimes: nobodyIsTold,
    posting: { send: () => Promise.resolve([]), show: nobodyIsTold },
    tabUrl: 'https://teams.example.org/register',
    policy,
    school,
    claimSeconds: 60,
    // A quiet school day, so that only the kind decides.
    now: () => new Date('2026-11-20T09:00:00Z'),
    log,
  };
}

/** Everything the host could be asked has its yes. */
const askFor = (kind: Kind): Ask => anAsk({ kind, confirmed: [...confirmations], start: '2026-12-15T15:15:00Z' });

async function opened(ask: Ask, inWorld = world): Promise<Stored> {
  const { decision } = await decideOn(ask, inWorld);
  const entry: Entry = {
    reference: referenceOf(`draft of ${ask.kind}`, ask, 0),
    ask,
    decision,
    status: 'arranging',
    step: 'draft',
    nextCheck: null,
    seal: { state: 'not sealed' },
    authorisation: { state: 'not needed' },
    eventId: null,
    meetingId: null,
    joinUrl: null,
    chatThreadId: null,
    stoppedAt: null,
    stoppedBy: null,
    replaces: null,
    replacedBy: null,
    amendment: null,
    cover: null,
    aftercare: { state: 'not needed' },
    outcome: { state: 'not said' },
    review: null,
    provedAt: null,
    invitedAt: null,
  };
  return world.register.open(entry);
}

test.each(kinds)('a %s is sealed before it is sent, and reaches exactly the people asked for', async (kind) => {
  const ask = askFor(kind);
  const row = await opened(ask);
  expect(row.entry.decision).toMatchObject({ verdict: 'allow' });
  const { entry } = await schedule(row, 'first time', world);
  expect(entry).toMatchObject({ step: 'tell', status: 'arranged', seal: { state: 'sealed' } });
  const { mails, events } = await site.look();
  expect(mails.map((mail) => mail.to).toSorted()).toEqual(
    invitedTo(ask)
      .map(({ address }) => address)
      .toSorted(),
  );
  expect(events[0]?.options).toMatchObject({
    lobbyBypassSettings: { scope: 'organizer', isDialInBypassEnabled: false },
    allowAttendeeToEnableMic: kind !== 'class',
    allowAttendeeToEnableCamera: true,
  });
});

test.each(kinds)('a %s comes back from the register as it was asked for', async (kind) => {
  const row = await opened(askFor(kind));
  const found = await world.register.find(row.entry.reference);
  expect(found?.entry).toEqual(row.entry);
});

test('colleagues at a staff meeting present; at a parent meeting they do not', async () => {
  const { colleagues } = anAsk({ kind: 'staff' });
  for (const ask of [askFor('staff'), { ...askFor('parent'), colleagues }])
    await schedule(await opened(ask), 'first time', world);
  const roles = (await site.look()).events.map(({ options }) =>
    options?.participants.attendees.map(({ role }) => role),
  );
  expect(roles).toEqual(expect.arrayContaining([['presenter'], ['coorganizer', 'attendee']]));
});

test('an address is known once its meeting was arranged, and not before', async () => {
  const ask = askFor('parent');
  const addresses = 'guests' in ask ? ask.guests.map(({ address }) => address) : [];
  const row = await opened(ask);
  expect([...(await world.register.metBefore(addresses))]).toEqual([]);
  await world.register.write(row, { status: 'arranged' });
  expect([...(await world.register.metBefore(addresses))].toSorted()).toEqual(addresses.toSorted());
});

describe('under a pack that wants the senior leadership’s yes', () => {
  /** The same school with another pack. */
  function strict(): World {
    const { schoolFile } = site.config;
    const read = (path: string) => {
      const text = readFileSync(path, 'utf8');
      return path === schoolFile ? text.replace('- trust-minimum', '- county-teams-first') : text;
    };
    return { ...world, policy: openPolicy(schoolFile, read).policy };
  }
  const { host: by } = anAsk();
  const at = '2026-11-20T09:00:00Z';

  test('a meeting that has it is arranged, though policy still asks for it', async () => {
    const row = await opened(askFor('tac'), strict());
    expect(row.entry.decision).toMatchObject({ verdict: 'authorise', authorisedBy: ['slt'] });
    const given = { state: 'given' as const, yes: [{ of: ['slt' as const], by, at }] };
    const authorised = await world.register.write(row, { authorisation: given });
    expect((await schedule(authorised, 'first time', strict())).entry.status).toBe('arranged');
  });

  test.each([
    ['nobody’s yes', { state: 'not needed' as const }],
    ['a yes of another group', { state: 'given' as const, yes: [{ of: ['dpo' as const], by, at }] }],
  ])('a meeting with %s stops before anybody is invited', async (_, authorisation) => {
    const row = await world.register.write(await opened(askFor('tac'), strict()), { authorisation });
    const stopped = await schedule(row, 'first time', strict()).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(Stopped);
    expect(stopped).toMatchObject({ row: { entry: { step: 'seal' } }, cause: { kind: 'no longer allowed' } });
    expect((await site.look()).mails).toEqual([]);
  });
});
