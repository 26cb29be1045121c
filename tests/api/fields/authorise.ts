import { approve, type Line, protectors, type Reads, seal, summary, type Table, wholeSchool } from './readers.ts';

const openQueue: readonly Reads[] = [...wholeSchool, ...protectors];
const row = `${summary}, askedAt, purpose, of, notes`;

/** A request with all that whoever says yes has to know; guests without their addresses. */
const request = (at: string): readonly Line[] => [
  [approve, at, `${row}, why, seen, afterYes, progress, confirmed, setAside, calendars, cover, canAsk`],
  [approve, `${at}.seal`, seal],
  [approve, `${at}.facts`, 'label, value'],
  [approve, `${at}.guests`, 'name, role, agency'],
  [approve, `${at}.clauses`, 'id, says'],
  [approve, `${at}.besides`, 'says, clauses.id, clauses.says'],
];

/** The queue of those who say yes. The data protection officer whom no pack asks opens an empty one. */
export const authorise: Table = {
  'GET /api/authorise': [
    [openQueue, '', 'at, more, unreadable'],
    [approve, 'yours', row],
    [approve, 'yours.seal', seal],
    [approve, 'others', `${row}, why`],
    [approve, 'others.seal', seal],
  ],
  // Theirs, others' and decided ones.
  'GET /api/authorise/:reference': [[approve, '', 'is, says, next, rows.label, rows.value'], ...request('request')],
  'POST /api/authorise/:reference': [
    [approve, '', 'taken, why'],
    [approve, 'stands', 'is, says, next, rows.label, rows.value'],
    ...request('stands.request'),
  ],
};
