import { expect, test } from '@jest/globals';
import { approverCard } from '../../bot/cards/authorisation-card.ts';
import { confirmedBy } from '../../bot/cards/words/authorisation.ts';
import type { Guest } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';
import { meetingDetail } from '../../bot/views/meeting.ts';
import { type AskOf, anAsk } from '../an-ask.ts';
import { aRequest, head } from '../authorising/a-request.ts';
import { wordsOf } from '../conversation/chat.ts';

/** How a new address was checked, for whoever reads of a request later: in words, with names and without any address. */

const [mother, nurse] = anAsk().guests;
const asking = (...guests: readonly (Guest | undefined)[]): AskOf<'tac'> => ({
  ...anAsk(),
  confirmed: ['addresses checked', 'contact is safe'],
  guests: guests.flatMap((guest) => guest ?? []),
});
const checkedOne = asking(mother, nurse && { ...nurse, checked: 'by phone' });

test('an approver reads whose address was new and how it was checked', () => {
  const view = {
    why: 'asked',
    busy: known([]),
    fault: null,
    besides: [],
    tabUrl: 'https://teams.example.org/register',
  } as const;
  const words = wordsOf(approverCard({ entry: aRequest({ ask: checkedOne }), ...view })).join('\n');
  expect(words).toContain('the new address of Pat Lowe: checked by phone, on a number we had');
  expect(words).not.toContain('@');
});

test('the record in the tab says it to whoever may read the record, and shows no address with it', () => {
  const entry = aRequest({ ask: checkedOne });
  const record = meetingDetail(entry, [], { reader: 'slt', caller: head, now: new Date() });
  expect(record.confirmed).toContain('The new address of Pat Lowe: checked by phone, on a number we had.');
  expect(JSON.stringify(record)).not.toContain('@');
});

test('two that were checked in one way are named together, two ways are two lines', () => {
  const both = asking(mother && { ...mother, checked: 'in person' }, nurse && { ...nurse, checked: 'in person' });
  expect(confirmedBy(both)[0]).toBe('the new addresses of Jo Marsh and Pat Lowe: checked in person');
  const each = asking(mother && { ...mother, checked: 'in person' }, nurse && { ...nurse, checked: 'agency website' });
  expect(confirmedBy(each).slice(0, 2)).toEqual([
    'the new address of Jo Marsh: checked in person',
    'the new address of Pat Lowe: checked on their agency’s own website',
  ]);
});

test('a request from before this was asked says as much as is known', () => {
  expect(confirmedBy(asking(mother, nurse))).toEqual([
    'each address was checked',
    'writing to this family puts nobody at risk',
  ]);
});
