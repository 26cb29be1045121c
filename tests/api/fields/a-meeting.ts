import { type NoMoreThan, readMeetings, runIt, type Table } from './readers.ts';

/** The meeting as it stands after an act. Who may do which is what tests/api/acts.test.ts asks, and the rooms of the acts. */
const asItStands: NoMoreThan = { at: '', noMoreThan: 'GET /api/meetings/:reference', there: '' };
const mayCancel = [...runIt, 'head'] as const;

/** What is answered about one meeting; the meeting's own page is a table of its own, meeting.ts. */
export const aMeeting: Table = {
  'GET /api/meetings/:reference/answers': [[readMeetings, 'answers', 'name, says, at']],
  // What a move leads to: the host's to ask.
  'POST /api/meetings/:reference/changes/review': [
    [['host'], '', 'title, refused, newGuests, notes, freeInstead, writtenTo, steps, instead, button, version'],
    [['host'], 'rows', 'label, value'],
    [['host'], 'questions', 'asks, says, clauses.id, clauses.says, ways.way, ways.says'],
    [['host'], 'clauses', 'id, says'],
    [['host'], 'setAside', 'why, clauses.id, clauses.says'],
    [['host'], 'yes', 'says, clauses.id, clauses.says'],
    [['host'], 'wanted', 'to, when.start, when.minutes'],
  ],
  'POST /api/meetings/:reference/changes': [[['host'], '', 'follow']],
  'POST /api/meetings/:reference/cancel/review': [[mayCancel, '', 'title, notes, steps, button, version']],
  'POST /api/meetings/:reference/cancel': [[mayCancel, '', 'follow']],
  'POST /api/meetings/:reference/cancel, of one that has changed meanwhile': { ...asItStands, at: 'theirs' },
  'POST /api/meetings/:reference/outcome': asItStands,
  'POST /api/meetings/:reference/looked-at': asItStands,
  'POST /api/meetings/:reference/let-stand': asItStands,
  'POST /api/meetings/:reference/agreements': asItStands,
  'POST /api/meetings/:reference/authorisation': asItStands,
  'POST /api/meetings/:reference/authorisation, of one that has changed since': { ...asItStands, at: 'theirs' },
};
