import { covers } from '../../../bot/insights/figures.ts';
import { kinds } from '../../../bot/policy/kind.ts';
import { ofTheSchool, type Table, wholeSchool } from './readers.ts';

/** What the tab shows of itself, the school's policy, and the pictures: no child and nobody from outside is in any of them. */
export const everybodys: Table = {
  'GET /api/me': [
    [ofTheSchool, '', 'name'],
    [ofTheSchool, 'can', 'seeWholeSchool.may, authorise.may'],
    ...['today', 'register', 'authorise', 'insights', 'policy', 'data protection', 'installation'].map(
      (page) => [ofTheSchool, `can.open.${page}`, 'may'] as const,
    ),
    // Why not, for those who may not.
    [
      ofTheSchool.filter((reads) => !wholeSchool.some((one) => one === reads)),
      'can',
      'seeWholeSchool.why, open.insights.why',
    ],
    [['host', 'second adult', 'colleague', 'other staff', 'ICT'], 'can', 'authorise.why, open.authorise.why'],
    [['host', 'second adult', 'colleague', 'other staff', ...wholeSchool, 'ICT'], 'can.open.data protection', 'why'],
    [['data protection officer', 'approver', 'ICT'], 'can.open.register', 'why'],
    [ofTheSchool.filter((reads) => reads !== 'ICT'), 'can.open.installation', 'why'],
  ],
  // Colleagues stand in it by name where a licence or a policy leaves them out; no child, and nobody from outside.
  'GET /api/doctor': [
    [['ICT'], '', 'at'],
    [['ICT'], 'lines', 'id, what, state, says, mend.says, mend.command, command, prints'],
    [['ICT'], 'lines.why', 'promise, says, clauses.id, clauses.says'],
  ],
  'GET /api/policy': [
    [ofTheSchool, 'packs', 'id, title, version, reviewDue, isOverdue'],
    [ofTheSchool, 'packs.clauses', 'id, says, is'],
    [ofTheSchool, 'packs.clauses.deeds', 'does, how, says, kinds, saidBy'],
    [ofTheSchool, 'packs.clauses.deeds.sets', 'name, says, stricterIn'],
    [ofTheSchool, 'packs.clauses.deeds.waivers', 'by, reason, until, isOver'],
    [ofTheSchool, 'school', 'name, holidays, languages, organisers, terms.from, terms.to, hours.from, hours.to'],
    [ofTheSchool, 'school.assessment', 'reference, reviewDue, isOverdue'],
    [ofTheSchool, 'school.waivers', 'rule, by, reason, until, isOver'],
  ],
  'GET /api/insights': [
    [wholeSchool, '', 'from, to, meetings, urgent, recorded, unreadable'],
    [wholeSchool, 'freshness', 'is, at, counted, of'],
    [wholeSchool, 'periods', 'is, name, from, to'],
    [wholeSchool, 'kinds', 'kind, meetings'],
    [wholeSchool, 'weeks', 'week'],
    [wholeSchool, 'weeks.kinds', kinds.join(', ')],
    [wholeSchool, 'sealing', 'before, after, unknown'],
    [wholeSchool, 'waits', 'median, bins.upTo, bins.meetings'],
    [wholeSchool, 'exceptions', 'why, says, meetings, clauses.id, clauses.says'],
    [wholeSchool, 'cover', covers.join(', ')],
    [wholeSchool, 'agencies', 'agency, came, didNotCome, notNoted'],
    [wholeSchool, 'hosts', 'name, meetings'],
  ],
};
