import { protectors, type Table } from './readers.ts';

const disposal = 'id, kind, schoolYear, count, oldest, newest, hash, by, at, reason';
const found = 'name, as, subject.is, places.list, places.rows, places.from, places.to, meetings.reference, meetings.at';

/** The data protection officer's page: whatever is in it is in nobody else's answers. Names only where somebody was looked for. */
export const dataProtection: Table = {
  'POST /api/data-protection/searches': [
    [protectors, '', 'search, more, schoolYears'],
    [protectors, 'people', `${found}, subject.address, subject.initials, subject.year`],
  ],
  'POST /api/data-protection/searches/years': [
    [protectors, '', 'more'],
    [protectors, 'people', `${found}, subject.id`],
  ],
  'POST /api/data-protection/bundles': [[protectors, '', 'bundle']],
  // Everything that is held of one meeting, for those it was begun for.
  'POST /api/data-protection/bundles/parts': [
    [protectors, '', 'unreadable, others'],
    [protectors, 'meetings', 'reference, title, start'],
    [protectors, 'meetings.named', 'key, name, as, isSubject'],
    [protectors, 'meetings.parts', 'title'],
    [protectors, 'meetings.parts.pieces', 'label, at, says, says.key, says.text, isFree'],
  ],
  'POST /api/data-protection/bundles/made': [[protectors, '', 'kept']],
  // Nothing of whom a meeting was with or about.
  'POST /api/data-protection/disposals': [
    [protectors, '', 'id, kind, schoolYear, unreadable, more'],
    [protectors, 'meetings', 'reference, start, status'],
    [protectors, 'staying', 'reference, start, status, why'],
  ],
  'POST /api/data-protection/disposals/steps': [
    [protectors, '', 'is, of, gone'],
    [protectors, 'staying', 'reference, start, status, why'],
  ],
  // A safeguarding lead keeps a meeting back as well, and learns no more than that it is.
  'POST /api/data-protection/holds': [[[...protectors, 'safeguarding lead'], '', 'kept']],
  'GET /api/data-protection/retention': [
    [protectors, '', 'schoolYears'],
    [protectors, 'classes', 'kind, kept'],
    [protectors, 'heldBack', 'reference, by, at, reason'],
    [protectors, 'unfinished', disposal],
    [protectors, 'certificates', `${disposal}, left`],
  ],
  'GET /api/data-protection/access': [
    [protectors, '', 'next'],
    [protectors, 'rows', 'id, says, reference, by, byId, at, reason'],
  ],
};
