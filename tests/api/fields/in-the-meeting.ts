import { type NoMoreThan, openRegister, readMeetings, runIt, type Table, wholeSchool } from './readers.ts';

/** Whoever takes part for the school, and whoever reads the meeting; an approver as well, without who comes. */
const besides = ['colleague', ...wholeSchool] as const;
const raise = [...runIt, ...besides] as const;
const open = [...raise, 'approver'] as const;
const panel: NoMoreThan = { at: '', noMoreThan: 'GET /api/in-the-meeting', there: 'meeting' };

/** Beside the call. Of a concern everybody finds their own only. */
export const inTheMeeting: Table = {
  'POST /api/meetings/:reference/concern': [[raise, '', 'at, told, says']],
  'GET /api/in-the-meeting': [
    [open, 'meeting', 'reference, kind, child, start, end, host, now, notice, lockAt, minutes'],
    // `null` where they have raised none.
    [open, 'meeting', 'concern'],
    [raise, 'meeting.concern', 'at, told, says'],
    [open, 'meeting.outcome', 'state'],
    [raise, 'meeting.outcome', 'minutes'],
    [readMeetings, 'meeting.roll', 'who, name, part, attended'],
    [runIt, 'meeting.script', 'inChat, ticks.line, ticks.says, ticks.ticked'],
    [runIt, 'meeting.after', 'inChat, ticks.line, ticks.says, ticks.ticked'],
    [open, 'meeting.can', 'noteRoll.may, tick.may, raiseConcern.may, sayHeld.may, sayHeld.why'],
    [[...besides, 'approver'], 'meeting.can', 'noteRoll.why, tick.why'],
    [['approver'], 'meeting.can', 'raiseConcern.why'],
    // `null`: none of these is theirs to open, or not every one of them.
    [['colleague', 'other staff', 'data protection officer', 'approver'], '', 'meeting'],
  ],
  'GET /api/in-the-meeting, without saying which': [
    [openRegister, '', 'meeting'],
    [runIt, 'choices', 'reference, kind, child, start, end'],
  ],
  'POST /api/meetings/:reference/roll': panel,
  'POST /api/meetings/:reference/ticks': panel,
  'POST /api/meetings/:reference/held': panel,
};
