import { approve, leaders, ofTheSchool, protectors, runIt, seal, summary, type Table, wholeSchool } from './readers.ts';

const ofStaff = ['host', 'second adult', 'colleague', 'other staff', 'head'] as const;
const lead = ['safeguarding lead'] as const;
const outside = `${summary}, stands, secondAdultSays, urgent, over, help`;
/** `why`: where it could not be had, why not. */
const part = 'part, state, presses, why';

/** The landing page, part by part: a part that is for somebody else is not in the answer. */
export const today: Table = {
  'GET /api/today': [
    [ofTheSchool, '', 'at, name'],

    [ofStaff, 'parts.mine', `${part}, more, unreadable`],
    // The way in, shortly before it starts, is among their own meetings only.
    [runIt, 'parts.mine.meetings', `${summary}, as, missing, join`],
    [runIt, 'parts.mine.meetings.seal', seal],
    [runIt, 'parts.mine.unsaid', summary],
    [runIt, 'parts.mine.unsaid.seal', seal],

    [lead, 'parts.safeguarding', `${part}, besides, today.says, tomorrow.says`],
    [lead, 'parts.safeguarding.today.rows', outside],
    [lead, 'parts.safeguarding.today.rows.seal', seal],
    [lead, 'parts.safeguarding.tomorrow.rows', outside],
    [lead, 'parts.safeguarding.tomorrow.rows.seal', seal],

    // How many wait for one's yes, and for the data protection officer that none do.
    [[...wholeSchool, ...protectors], 'parts.waiting', part],
    [[...wholeSchool, ...protectors], 'parts.waiting.waiting', 'count, atLeast'],
    [approve, 'parts.waiting.waiting', 'since'],

    [leaders, 'parts.leaders', `${part}, numbers`],
    [leaders, 'parts.leaders.review', 'count, atLeast'],
    [leaders, 'parts.leaders.review.rows', `${summary}, why`],
    [leaders, 'parts.leaders.review.rows.seal', seal],
    [leaders, 'parts.leaders.afterwards', 'count, atLeast'],
    [leaders, 'parts.leaders.afterwards.rows', `${summary}, by, late`],
    [leaders, 'parts.leaders.afterwards.rows.seal', seal],

    // These two need nothing that the register may withhold: what they could not look at is a check of its own.
    [['ICT'], 'parts.ict', 'part, state, presses'],
    [['ICT'], 'parts.ict.checks', 'name, is, says'],
    [['ICT'], 'parts.ict.byHand', 'says, clauses.id, clauses.says'],
    [protectors, 'parts.data protection', 'part, state, presses'],
    [protectors, 'parts.data protection.checks', 'name, is, says'],
  ],
};
