import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openBlobs } from '../../bot/blobs.ts';
import { createIdentity, tokenFor } from '../../bot/graph/entra.ts';
import { openGraph } from '../../bot/graph/graph.ts';
import { openCountable } from '../../bot/insights/countable.ts';
import { type Counting, countOnce } from '../../bot/insights/counting.ts';
import { sum } from '../../bot/insights/figures.ts';
import { openInsightStore } from '../../bot/insights/insight-store.ts';
import { weekOfDay } from '../../bot/insights/week.ts';
import { type Lists, openLists } from '../register/lists.ts';
import { openSite, type Site } from '../school.ts';
import { guestFields, meetingFields } from './a-register.ts';

/** The aggregate in blob storage, counted from a real register: SharePoint's own lists, as Graph gives them. */

let site: Site;
let lists: Lists;
let counting: Counting;
beforeAll(async () => {
  site = await openSite();
  lists = await openLists(site);
  const graph = openGraph(
    { graphUrl: site.config.graphUrl, retryMilliseconds: 5, patienceMilliseconds: 5_000 },
    tokenFor(createIdentity(site.config, site.secrets), 'https://graph.microsoft.com/.default'),
  );
  const store = openInsightStore(openBlobs(site.config, site.secrets));
  counting = { rows: openCountable(graph, site.config.siteId), store, now: () => new Date('2026-11-22T13:05:00Z') };
});
afterAll(() => site.close());

async function figures() {
  while ((await countOnce(counting)).more);
  const aggregate = (await counting.store.read())?.aggregate;
  return { aggregate, all: sum(Object.values(aggregate?.weeks ?? {})) };
}

const starts = (Starts: string, Reference: string) => ({ Starts, Reference });

test('an empty register is counted, and there is nothing', async () => {
  expect((await figures()).aggregate).toMatchObject({ weeks: {}, due: [], asOf: '2026-11-22T13:05:00Z' });
});

test('what was arranged since is counted, in the week it starts, with the agencies of those who come', async () => {
  await lists.add('Meetings', meetingFields(starts('2026-11-24T15:15:00Z', 'TAC-AAAAAAA1')));
  await lists.add('Meetings', meetingFields(starts('2027-01-12T09:00:00Z', 'TAC-AAAAAAA2')));
  await lists.add('Guests', { Key: '1', ...guestFields({}) });
  await lists.add('Guests', { Key: '2', ...guestFields({ Request: 'of an earlier request' }) });
  const { aggregate, all } = await figures();
  expect(Object.keys(aggregate?.weeks ?? {}).toSorted()).toEqual(['2026-11-23', '2027-01-11']);
  expect(all).toMatchObject({
    kinds: { tac: 2 },
    sealing: { before: 2 },
    hosts: { '5c0a1d0e-0000-4000-8000-000000000101': 2 },
    agencies: { 'School nursing': { 'not noted': 1 } },
  });
});

test('a meeting that is called off moves from one figure to the other, once', async () => {
  const [row] = await lists.rows('Meetings');
  await lists.edit('Meetings', row?.id ?? '', { Status: 'cancelled' });
  expect((await figures()).all).toMatchObject({ kinds: { tac: 1 }, statuses: { arranged: 1, cancelled: 1 } });
});

test('a meeting that is disposed of leaves its week', async () => {
  const row = (await lists.rows('Meetings')).find(({ fields }) => fields['Status'] === 'arranged');
  await lists.remove('Meetings', row?.id ?? '');
  const { aggregate, all } = await figures();
  expect(Object.keys(aggregate?.weeks ?? {})).toEqual(['2026-11-23']);
  expect(all.kinds).toEqual({});
});

test('when SharePoint has forgotten what changed, everything is counted again and comes to the same', async () => {
  const week = weekOfDay('2026-11-24');
  const before = await figures();
  await lists.add('Meetings', meetingFields(starts('2026-12-02T10:00:00Z', 'TAC-AAAAAAA3')));
  await site.control('options', 'PATCH', { deltaTokensSince: new Date(Date.now() + 1000).toISOString() });
  const { aggregate, all } = await figures();
  expect(aggregate?.weeks[week]).toEqual(before.aggregate?.weeks[week]);
  expect(all.kinds).toEqual({ tac: 1 });
});
