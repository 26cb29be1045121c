import { expect, test } from '@jest/globals';
import { meetingLink } from '../../bot/cards/meeting-link.ts';
import { Reference } from '../../bot/meetings/ask.ts';
import { readLink } from '../../infra/tenant/teams/page/place.ts';

/** Where does a card's link to a meeting lead? */

const here = { origin: 'http://127.0.0.1:3980', appId: 'app' };

test.each([
  ['of the app in Teams', 'https://teams.microsoft.com/l/entity/app/meetings'],
  ['of the app in Teams, with a label', 'https://teams.microsoft.com/l/entity/app/meetings?label=Meetings'],
  ['of the school in a box', 'http://127.0.0.1:3980/teams'],
])('to the page of that meeting, wherever the tab is: %s', (_, tabUrl) => {
  const { url } = meetingLink(Reference.parse('TAC-1234ABCD'), tabUrl);
  const change = { open: 'tab', sub: 'meeting/TAC-1234ABCD' };
  expect(readLink(String(url), here)).toMatchObject({ leads: 'inside', change });
});
