import { Entry } from '../../../bot/register/entry.ts';
import { meeting, meetings, type PersonKey, people } from '../school.ts';

/** In which capacity somebody reads the meetings below. */
export type Reads = 'host' | 'second adult' | 'senior leader' | 'safeguarding lead' | 'approver';
export const readers: Readonly<Record<Reads, PersonKey>> = {
  host: 'senco',
  'second adult': 'teacher',
  'senior leader': 'head',
  'safeguarding lead': 'safeguardingLead',
  approver: 'dpoOnly',
};

const colleague = ({ id, name, address }: (typeof people)[PersonKey]) => ({ id, name, address });
const dpo = colleague(people.dpoOnly);
const at = '2026-11-18T11:00:00Z';
const askedOfDpo = { authorisedBy: ['dpo'] };
const dpoSaidYes = { state: 'given', yes: [{ of: ['dpo'], by: dpo, at }] };
const ofSencos = { host: 'senco', secondAdult: 'teacher' } as const;

const over = meeting({
  ...ofSencos,
  reference: 'TAC-AAAAAAB6',
  start: '2026-11-19T15:15:00Z',
  decision: askedOfDpo,
  authorisation: dpoSaidYes,
});

/** Meetings of the SENCO's with everything there can be to read about one, each of them asked of the DPO. */
export const readByAll: readonly Entry[] = [
  Entry.parse({
    ...meeting({
      ...ofSencos,
      reference: meetings.ofSenco.reference,
      start: '2026-11-24T15:15:00Z',
      ask: {
        urgent: { reason: 'The placement ends on Friday' },
        recording: { purpose: 'For a parent who works', deleteOn: '2027-06-01' },
        confirmed: ['addresses checked'],
      },
      decision: {
        ...askedOfDpo,
        setAside: [
          { rule: 'online-meetings/notice', why: 'urgent', because: [{ id: 'OM-2.1', says: 'Two weeks’ notice.' }] },
        ],
      },
      authorisation: dpoSaidYes,
    }),
    replaces: meetings.ofTeacher.reference,
    cover: {
      of: colleague(people.teacher),
      state: { is: 'accepted', at, how: 'tap' },
      standIns: [],
      nobodyLeft: false,
      heldSince: null,
    },
    aftercare: { state: 'reviewed', due: at, lead: 'told', by: dpo, at, words: 'All well.' },
    review: {
      reasons: [
        {
          why: 'agency changed',
          detail: 'guest 1',
          because: [{ id: 'OM-4.2', says: 'Visitors wait in the lobby.' }],
          of: ['dpo'],
          since: at,
          told: true,
          dismissed: { by: dpo, at, words: 'The same nurse.' },
        },
      ],
    },
    outcome: { state: 'not held', by: colleague(people.senco), at, reason: 'Nobody came.' },
  }),
  meeting({
    ...ofSencos,
    reference: 'TAC-AAAAAAB2',
    start: '2026-11-25T15:15:00Z',
    status: 'waiting',
    decision: { ...askedOfDpo, verdict: 'authorise' },
    authorisation: {
      state: 'wanted',
      of: ['dpo'],
      yes: [],
      reminded: 0,
      answered: { by: dpo, question: 'Why so soon?', answer: 'She leaves on Friday.', at },
    },
  }),
  Entry.parse({
    ...meeting({
      ...ofSencos,
      reference: 'TAC-AAAAAAB3',
      start: '2026-11-10T15:15:00Z',
      status: 'moved',
      ask: { place: 'phone' },
      decision: askedOfDpo,
      authorisation: dpoSaidYes,
    }),
    replacedBy: meetings.ofSenco.reference,
    outcome: { state: 'held', by: colleague(people.senco), at, minutes: 40 },
  }),
  meeting({
    ...ofSencos,
    reference: 'TAC-AAAAAAB4',
    start: '2026-11-26T15:15:00Z',
    decision: askedOfDpo,
    authorisation: { state: 'refused', of: ['dpo'], by: dpo, at, reason: 'Too soon.' },
    status: 'refused',
  }),
  meeting({
    ...ofSencos,
    reference: 'TAC-AAAAAAB5',
    start: '2026-11-27T15:15:00Z',
    decision: askedOfDpo,
    authorisation: dpoSaidYes,
    status: 'arranging',
  }),
  // One that is over, with a change that was never made: who came is shown from the start of a meeting on.
  Entry.parse({
    ...over,
    amendment: {
      what: 'guest removed',
      by: people.senco.id,
      at,
      ask: { ...over.ask, guests: 'guests' in over.ask ? over.ask.guests.slice(0, 1) : [] },
      decision: over.decision,
      authorisedBefore: over.authorisation,
      statusBefore: 'arranged',
      came: { to: 'open' },
    },
  }),
];

const toEverybody = [
  'aftercare.says',
  'aftercare.words',
  'aftercare',
  'agreements.guests.name',
  'agreements.guests.role',
  'agreements.guests.stands',
  'agreements.guests',
  'agreements.says',
  'agreements',
  'authorisation.answer',
  'authorisation.question',
  'authorisation.reason',
  'authorisation.says',
  'authorisation.yes.at',
  'authorisation.yes.by',
  'authorisation.yes',
  'authorisation',
  'can.authorise',
  'can.change.add guests',
  'can.change.cancel',
  'can.change.change host',
  'can.change.change second adult',
  'can.change.move',
  'can.change.remove guest',
  'can.change',
  'can.join',
  'can.letStand',
  'can.lookAfterwards',
  'can.raiseConcern',
  'can.sayHeld',
  'can.seeAddresses',
  'can.writeAgreements',
  'can',
  'child',
  'childAttends',
  'clauses.id',
  'clauses.says',
  'clauses',
  'colleagues',
  'confirmed',
  'end',
  'exceptions',
  'guests.agency',
  'guests.name',
  'guests.role',
  'guests',
  'host',
  'kind',
  'log.at',
  'log.by',
  'log.detail',
  'log.says',
  'log',
  'minutes',
  'outcome.at',
  'outcome.by',
  'outcome.reason',
  'outcome.says',
  'outcome.state',
  'outcome',
  'packs.id',
  'packs.version',
  'packs',
  'place',
  'proposal.at',
  'proposal.rows.label',
  'proposal.rows.value',
  'proposal.rows',
  'proposal',
  'purpose',
  'recording',
  'reference',
  'replacedBy',
  'replaces',
  'review.dismissed.at',
  'review.dismissed.by',
  'review.dismissed.words',
  'review.dismissed',
  'review.key',
  'review.says',
  'review.since',
  'review',
  'safeguards.asked',
  'safeguards.name',
  'safeguards.readBack',
  'safeguards',
  'seal.readBackAt',
  'seal.says',
  'seal.state',
  'seal',
  'secondAdult',
  'secondAdultSays.says',
  'secondAdultSays.since',
  'secondAdultSays',
  'setAside.clauses.id',
  'setAside.clauses.says',
  'setAside.clauses',
  'setAside',
  'setAside.why',
  'start',
  'status',
  'statusSays',
  'stopped',
  'underWay',
  'urgent',
  'version',
];
/** An address leads to a person, and a link into the meeting: for those who run it. */
const toThoseWhoRunIt = ['can.join.url', 'guests.address'];
/** An answer may say more than whoever is asked for their yes needs. */
const notToApprovers = [
  'records.moment',
  'records.records.answered',
  'records.records.asked',
  'records.records.clauses.id',
  'records.records.clauses.says',
  'records.records.clauses',
  'records.records',
  'records',
  'whoCame.attended',
  'whoCame.name',
  'whoCame.part',
  'whoCame',
];

const everybody = Object.keys(readers) as Reads[];
const line = (who: readonly Reads[]) => (path: string) => [path, who] as const;

/** Every field there is, by its path, and who finds it in the answer. Of `can` the answers are another table's. */
export const fields: Readonly<Record<string, readonly Reads[]>> = Object.fromEntries([
  ...toEverybody.map(line(everybody)),
  ...toThoseWhoRunIt.map(line(['host', 'second adult'])),
  ...notToApprovers.map(line(everybody.filter((reads) => reads !== 'approver'))),
]);

const host = ['host'] as const;
const runIt = ['host', 'second adult'] as const;
const leaderToo = ['host', 'senior leader'] as const;

/** What each may do about the first of the meetings, an urgent one that stands and is to take place; nobody may do anything else. */
export const deeds: Readonly<Record<string, readonly Reads[]>> = {
  join: runIt,
  seeAddresses: runIt,
  writeAgreements: runIt,
  move: host,
  'add guests': host,
  'remove guest': host,
  'change second adult': leaderToo,
  'change host': leaderToo,
  cancel: ['host', 'second adult', 'senior leader'],
  raiseConcern: ['host', 'second adult', 'senior leader', 'safeguarding lead'],
};
