import { expect, test } from '@jest/globals';
import { readLink, readPlace, writePlace } from '../../infra/tenant/teams/page/place.ts';

/** Where does an address or a link lead? */

const here = { origin: 'http://127.0.0.1:3980', appId: 'app' };
const elsewhere = { as: null, open: 'chat', chat: 'bot', tab: null, sub: null, to: null, meeting: null };

test.each([
  ['', elsewhere],
  ['?as=maya&open=tab&sub=TAC-1', { ...elsewhere, as: 'maya', open: 'tab', sub: 'TAC-1' }],
  ['?open=tab&tab=register', { ...elsewhere, open: 'tab', tab: 'register' }],
  ['?open=mail&to=nurse%40example.net', { ...elsewhere, open: 'mail', to: 'nurse@example.net' }],
  ['?open=panel&meeting=TAC-1234ABCD', { ...elsewhere, open: 'panel', meeting: 'TAC-1234ABCD' }],
  ['?open=nowhere&chat=nobody', elsewhere],
])('the address %s leads to a place', (query, place) => {
  expect(readPlace(query)).toEqual(place);
});

test('an address made from a place leads back to it', () => {
  const place = { ...elsewhere, as: 'maya', open: 'chat', chat: 'group' } as const;
  expect(readPlace(writePlace(place))).toEqual(place);
});

test.each([
  [
    'a deep link to the tab',
    'https://teams.microsoft.com/l/entity/app/meetings?context=%7B%22subEntityId%22%3A%22TAC-1%22%7D',
    { open: 'tab', tab: 'meetings', sub: 'TAC-1' },
  ],
  [
    'a deep link whose context cannot be read',
    'https://teams.microsoft.com/l/entity/app/meetings?context=%7B',
    { open: 'tab', sub: null },
  ],
  [
    'a link to Teams that says no more than what is to be opened',
    'http://127.0.0.1:3980/teams?context=%7B%22subEntityId%22%3A%22meeting%2FTAC-1%22%7D',
    { open: 'tab', sub: 'meeting/TAC-1' },
  ],
  ['a link to Teams that says no more', 'http://127.0.0.1:3980/teams', { open: 'tab', sub: null }],
  ['the same under the machine’s other name', 'http://localhost:3980/teams?open=mail', { open: 'mail' }],
  ['a link within the page', '/teams?open=chat&as=tom', { open: 'chat', as: 'tom' }],
])('%s stays inside', (_, url, change) => {
  expect(readLink(url, here)).toMatchObject({ leads: 'inside', change });
});

test.each([
  'https://teams.microsoft.com/l/entity/another-app/meetings',
  'https://teams.microsoft.com/l/entity/app/a-tab-that-the-manifest-does-not-have',
  'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
  'http://127.0.0.1:3981/teams',
  'http://127.0.0.1:3980/_control/reset',
  'https://127.0.0.1.example.org:3980/teams',
  'javascript:alert(1)',
  'http://[',
])('%s does not', (url) => {
  expect(readLink(url, here)).toEqual({ leads: 'outside' });
});
