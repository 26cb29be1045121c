import { expect, test } from '@jest/globals';
import { secondAdultOf } from '../../bot/meetings/ask.ts';
import { Cover } from '../../bot/second-adult/cover.ts';
import { coverView } from '../../bot/second-adult/cover-view.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest } from '../authorising/a-request.ts';

/** What the record in the tab says of the second adult. */

const at = '2026-11-20T10:00:00Z';
const entry = (state: object, standIns: readonly object[] = []) =>
  aRequest({
    status: 'arranged',
    cover: Cover.parse({
      of: secondAdultOf(anAsk()),
      state: { at, ...state },
      standIns,
      nobodyLeft: false,
      heldSince: null,
    }),
  });
const says = (state: object, standIns: readonly object[] = []) => coverView(entry(state, standIns)).secondAdultSays;

test('it says whether they were asked, said yes or cannot come, and since when', () => {
  expect(coverView(aRequest({ status: 'arranged' })).secondAdultSays).toEqual({ says: 'Has not been asked yet.' });
  expect(says({ is: 'asked', reminded: 0 })).toEqual({ says: 'Has been asked and has not answered yet.', since: at });
  expect(says({ is: 'accepted', how: 'tap' })).toEqual({ says: 'Said yes.', since: at });
  expect(says({ is: 'accepted', how: 'calendar' })).toEqual({ says: 'Said yes, in Outlook.', since: at });
});

test('it says how many have been asked to stand in, and names none of them', () => {
  const standIn = { person: anAsk().host, at, says: 'nothing' };
  expect(says({ is: 'declined', how: 'tap' }, [standIn])).toEqual({
    says: 'Cannot come. A colleague has been asked to stand in.',
    since: at,
  });
});

test('of a meeting without a second adult, and of one held elsewhere, it says nothing', () => {
  expect(coverView(aRequest({ ask: anAsk({ kind: 'staff' }), status: 'arranged' }))).toEqual({});
  expect(coverView(aRequest({ ask: { ...anAsk(), place: 'phone' }, status: 'held elsewhere' }))).toEqual({});
});
