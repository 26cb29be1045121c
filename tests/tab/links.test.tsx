import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { manifestFor, meetingsTab } from '../../manifest/manifest.ts';
import { linkInto } from '../../tab/link-into-teams.ts';
import { routeAt } from '../../tab/shell/route.ts';
import { openTab } from './open-tab.tsx';

// Links into Teams, and the tabs that the app has there.

const appId = '3f8d2c41-7a5e-4b0f-9c36-d1e2a4b58c70';
const links = 'https://example.org/';
const { staticTabs = [] } = manifestFor(
  {
    appId,
    publicUrl: 'https://chaperone.example.org',
    name: 'Chaperone',
    developer: { name: 'A school', url: links, privacy: links, terms: links },
  },
  '1.2.3',
);
const tabNamed = (id: string) => staticTabs.find(({ entityId }) => entityId === id);

test('a link to a meeting names a tab that the app has, and the meeting’s own page', () => {
  const link = new URL(linkInto(appId, { address: 'meeting/TAC-1234ABCD', label: 'TAC meeting' }));
  const [, , , app, tab = ''] = link.pathname.split('/');
  expect([app, tab]).toEqual([appId, meetingsTab]);
  const context: unknown = JSON.parse(link.searchParams.get('context') ?? '');
  expect(context).toEqual({ subEntityId: 'meeting/TAC-1234ABCD' });
  expect(routeAt('meeting/TAC-1234ABCD')).toEqual({ page: 'meeting', reference: 'TAC-1234ABCD' });
});

test('the tab that links lead to names no page of its own, which would be opened instead', () => {
  expect(new URL(tabNamed(meetingsTab)?.contentUrl ?? '').search).toBe('');
});

test('every other tab of the app opens a page that there is', () => {
  const opens = staticTabs
    .filter(({ entityId, contentUrl }) => contentUrl !== undefined && entityId !== meetingsTab)
    .map(({ contentUrl }) => routeAt(new URL(contentUrl ?? '').searchParams.get('open') ?? ''));
  expect(opens).toEqual([{ page: 'register', open: null, filter: {} }]);
});

test('whoever opens the tab “Register” finds the register', async () => {
  openTab({ opensWith: 'register' });
  expect(await screen.findByRole('grid')).toBeTruthy();
});
