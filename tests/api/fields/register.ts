import { openRegister, protectors, readMeetings, seal, summary, type Table, wholeSchool } from './readers.ts';

/** The list of meetings, what it can be narrowed down to, and the same as a file. */
export const register: Table = {
  // Everybody who may open it; with meetings in it for those who find any. The data protection officer has no page of it.
  'GET /api/meetings': [
    [openRegister, '', 'scope, next, lookedTo, unreadable'],
    [readMeetings, 'meetings', summary],
    [readMeetings, 'meetings.seal', seal],
  ],
  // The head covers for others there, without its being theirs to authorise in the first place: those stand in the queue.
  'GET /api/meetings, those that wait for their yes': [
    [[...wholeSchool, ...protectors], '', 'scope, next, lookedTo, unreadable'],
    [['senior leader', 'safeguarding lead', 'approver'], 'meetings', summary],
    [['senior leader', 'safeguarding lead', 'approver'], 'meetings.seal', seal],
  ],
  // Whoever sees their own meetings only is offered the hosts and agencies of those.
  'GET /api/meetings/choices': [
    [openRegister, '', 'schoolYears'],
    [readMeetings, '', 'hosts.id, hosts.name, agencies'],
  ],
  // Whom a host may name; no address.
  'GET /api/colleagues': [[openRegister, 'colleagues', 'id, name']],
  'POST /api/exports': [[openRegister, '', 'id, school, by, at, until']],
  // A file cannot be taken back: nobody from outside is named in it, for any reader.
  'GET /api/exports/:id': [
    [openRegister, '', 'next, unreadable'],
    [
      readMeetings,
      'rows',
      'reference, kind, start, minutes, initials, year, host, secondAdult, status, exceptions, authorisedBy',
    ],
    [readMeetings, 'rows.guests', 'role, agency'],
    [readMeetings, 'rows.seal', seal],
  ],
};
