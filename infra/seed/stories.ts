import { keyOf } from '../../bot/agreeing/ledger.ts';
import { type Ask, type Colleague, guestsOf, isFamily, type Reference, secondAdultOf } from '../../bot/meetings/ask.ts';
import type { Approver, Decision } from '../../bot/policy/decision.ts';
import { type Statement, ways } from '../../bot/register/agreements.ts';
import type { Attendance } from '../../bot/register/attendance.ts';
import { type Entry, type EventName, moment, type Seal, type Status } from '../../bot/register/entry.ts';
import type { Cover } from '../../bot/second-adult/cover.ts';
import { type Chance, weigh } from './chance.ts';
import { ended } from './endings.ts';
import { answersToThem, approverWords, questions } from './names.ts';
import type { Staff } from './staff.ts';

/** What became of a request, from the first word to the last: the row as it stands now, and what was logged on the way. */
export type Story = {
  readonly entry: Entry;
  /** In their order. */
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  /** Of each guest in the order of the request; empty where nobody noted it. */
  readonly attended: readonly Attendance[];
};
export type Event = {
  readonly event: EventName;
  readonly by: Colleague | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly detail?: string;
};

const minute = 60_000;
const day = 86_400_000;

/** How meetings that are over have ended, and how those ahead stand. */
const past = weigh<Status>([
  ['arranged', 890],
  ['cancelled', 42],
  ['moved', 30],
  ['not arranged', 14],
  ['called off', 3],
  ['refused', 8],
]);
const ahead = weigh<Status>([
  ['arranged', 880],
  ['waiting', 45],
  ['needs review', 40],
  ['on hold', 25],
  ['cancelled', 24],
  ['moved', 20],
  ['refused', 8],
]);

export type Telling = {
  readonly reference: Reference;
  readonly ask: Ask;
  readonly decision: Decision;
  /** Milliseconds since 1970: when it was asked for. */
  readonly asked: number;
  readonly now: Date;
  readonly staff: Staff;
};

/** @returns how a request of this start will stand; `authorise` in the decision leaves room for a yes that is waited for, or a no */
export function drawStatus(chance: Chance, ask: Ask, now: Date): Status {
  if (ask.place !== 'teams') return 'held elsewhere';
  const start = Date.parse(ask.start);
  const drawn = chance.weighed(start < now.getTime() ? past : ahead);
  // Nobody but a second adult is waited for.
  return drawn === 'on hold' && secondAdultOf(ask) === null ? 'arranged' : drawn;
}

/** Whether somebody's yes is or was waited for: another pack's matter than the one most meetings go by. */
export const wantsYes = (chance: Chance, status: Status): boolean =>
  status === 'waiting' || status === 'refused' || (status !== 'held elsewhere' && chance.is(0.12));

export function tell(chance: Chance, status: Status, telling: Telling): Story {
  const { entry, events } = whatBecame(chance, status, telling);
  const last = entry.status === 'moved' ? [] : agreed(chance, entry, telling);
  const written = last.map(({ says, agreement, guest, number, by, at }): Event => {
    const event = says === 'given' ? 'agreement written down' : 'agreement withdrawn';
    const detail = `${agreement}, guest ${guest.number} (statement ${number})`;
    return { event, by: { ...telling.ask.host, ...by }, at: Date.parse(at), detail };
  });
  return {
    entry,
    events: [...events, ...written].toSorted((a, b) => a.at - b.at),
    statements: last,
    attended: rollOf(chance, entry),
  };
}

function rollOf(chance: Chance, { ask, outcome }: Entry): readonly Attendance[] {
  if (outcome.state !== 'held' || chance.is(0.15)) return [];
  return guestsOf(ask).map((guest) => (chance.is(isFamily(guest) ? 0.88 : 0.93) ? 'came' : 'did not come'));
}

export type Became = Pick<Story, 'entry' | 'events'>;

function whatBecame(chance: Chance, status: Status, telling: Telling): Became {
  const { ask, asked } = telling;
  const authorised = authorisation(chance, status, telling);
  const events: Event[] = [{ event: 'asked', by: ask.host, at: asked }, ...authorised.events];
  const from = events.at(-1)?.at ?? asked;
  const begun = { ...beginning(telling), status, authorisation: authorised.state };
  if (status === 'held elsewhere')
    return { entry: begun, events: [...events, { event: 'held elsewhere', by: null, at: asked, detail: ask.place }] };
  if (status === 'waiting' || status === 'refused') return { entry: waitingOr(begun, telling), events };
  if (status === 'not arranged') {
    const stoppedAt = chance.one(['draft', 'seal'] as const);
    const stoppedBy = stoppedAt === 'seal' ? 'not sealed' : 'graph unavailable';
    const last: Event = {
      event: 'not arranged',
      by: null,
      at: from + 2 * minute,
      detail: `${stoppedAt}: ${stoppedBy}`,
    };
    return { entry: { ...begun, stoppedAt, stoppedBy }, events: [...events, last] };
  }
  return arranged(chance, { ...begun, status }, { telling, events, from });
}

function beginning({ reference, ask, decision }: Telling): Entry {
  return {
    reference,
    ask,
    status: 'arranging',
    step: 'done',
    nextCheck: null,
    seal: { state: 'not sealed' },
    decision,
    authorisation: { state: 'not needed' },
    provedAt: null,
    invitedAt: null,
    eventId: null,
    meetingId: null,
    joinUrl: null,
    chatThreadId: null,
    stoppedAt: null,
    stoppedBy: null,
    replaces: null,
    replacedBy: null,
    amendment: null,
    cover: null,
    aftercare: { state: 'not needed' },
    review: null,
    outcome: { state: 'not said' },
  };
}

function waitingOr(entry: Entry, { now }: Telling): Entry {
  if (entry.status === 'refused') return entry;
  // Reminders are a day apart; the first is tomorrow's.
  return { ...entry, step: 'authorise', nextCheck: moment(new Date(now.getTime() + day)) };
}

type Authorised = { readonly state: Entry['authorisation']; readonly events: readonly Event[] };

function authorisation(chance: Chance, status: Status, { decision, ask, asked, staff }: Telling): Authorised {
  const { authorisedBy: of } = decision;
  const [group] = of;
  if (decision.verdict !== 'authorise' || group === undefined) return { state: { state: 'not needed' }, events: [] };
  const by = chance.one(staff.approvers[group].filter(({ id }) => id !== ask.host.id));
  const at = asked + chance.between(20, 600) * minute;
  const sent: Event = { event: 'authorisation asked', by: null, at: asked + minute, detail: of.join(', ') };
  const outstanding = { of: [...of], yes: [], reminded: 0 };
  if (status === 'waiting') {
    const question = chance.one(questions);
    if (!chance.is(0.15)) return { state: { state: 'wanted', ...outstanding, answered: null }, events: [sent] };
    const [asking, answering] = [moment(new Date(asked + 30 * minute)), moment(new Date(asked + 50 * minute))];
    const back: Event = { event: 'asked back', by, at: asked + 30 * minute, detail: asking };
    if (chance.is(0.5))
      return { state: { state: 'asked back', ...outstanding, by, question, at: asking }, events: [sent, back] };
    const answered = { by, question, answer: chance.one(answersToThem), at: answering };
    const told: Event = { event: 'answered', by: ask.host, at: asked + 50 * minute, detail: answering };
    return { state: { state: 'wanted', ...outstanding, answered }, events: [sent, back, told] };
  }
  const when = moment(new Date(at));
  if (status === 'refused') {
    const reason = chance.one(approverWords);
    return {
      state: { state: 'refused', of: [...of], by, at: when, reason },
      events: [sent, { event: 'refused', by, at }],
    };
  }
  const yes = [{ of: [...of], by, at: when }];
  return { state: { state: 'given', yes }, events: [sent, { event: 'authorised', by, at, detail: of.join(', ') }] };
}

type So = { readonly telling: Telling; readonly events: readonly Event[]; readonly from: number };

/** Sealed, invited, read back; and then whatever came after. */
function arranged(chance: Chance, begun: Entry, { telling, events, from }: So): Became {
  const { ask, now } = telling;
  const [sealedAt, invitedAt, confirmedAt] = [from + 0.2 * minute, from + 0.4 * minute, from + 0.6 * minute];
  const way: Event[] = [
    ...events,
    { event: 'sealed', by: null, at: sealedAt },
    { event: 'invited', by: null, at: invitedAt },
    { event: 'confirmed', by: null, at: confirmedAt },
  ];
  const covered = coverOf(chance, ask, { from: confirmedAt, until: Math.min(Date.parse(ask.start), now.getTime()) });
  const seal: Seal = { state: 'sealed', at: moment(new Date(confirmedAt)), hash: chance.hex(64) };
  const sealed: Entry = {
    ...begun,
    ...idsOf(chance, ask),
    seal,
    cover: covered.cover,
    provedAt: moment(new Date(sealedAt)),
    invitedAt: moment(new Date(invitedAt)),
    ...aftercareOf(chance, telling),
  };
  const entry =
    begun.status === 'needs review' ? { ...sealed, review: takenBack(sealed, confirmedAt + 2 * minute) } : sealed;
  return ended(chance, { entry, events: [...way, ...covered.events] }, telling);
}

/** Its first guest has taken back that information is shared. */
function takenBack({ decision }: Entry, at: number): Entry['review'] {
  const of: Approver[] = decision.authorisedBy.length > 0 ? decision.authorisedBy : ['slt'];
  const since = moment(new Date(at));
  const detail = 'guest 1, statement 2';
  const why = 'share information withdrawn';
  return { reasons: [{ why, detail, because: [], of, since, told: true, dismissed: null }] };
}

/** Of half the meetings somebody wrote down what their guests agreed to. */
function agreed(chance: Chance, { ask, reference, review, invitedAt }: Entry, { now }: Telling): readonly Statement[] {
  if (invitedAt === null || (review === null && chance.is(0.5))) return [];
  const from = Date.parse(invitedAt) + minute;
  const at = moment(new Date(Math.min(from, now.getTime())));
  const how = chance.one(ways);
  const by = { id: ask.host.id, name: ask.host.name };
  const every = { reference, how, on: at.slice(0, 10), by, at };
  const guests = guestsOf(ask).map((guest, index) => ({
    key: keyOf(guest, reference),
    number: index + 1,
    name: guest.name,
  }));
  const [first] = guests;
  if (review !== null && first !== undefined)
    return (['given', 'withdrawn'] as const).map((says, index) => ({
      ...every,
      number: index + 1,
      agreement: 'share information' as const,
      says,
      guest: first,
    }));
  const agreement = chance.is(0.7) ? 'take part' : 'share information';
  return guests.map((guest, index) => ({ ...every, number: index + 1, agreement, says: 'given', guest }));
}

type Span = { readonly from: number; readonly until: number };

function coverOf(chance: Chance, ask: Ask, { from, until }: Span): { cover: Cover | null; events: Event[] } {
  const of = secondAdultOf(ask);
  if (of === null) return { cover: null, events: [] };
  const asked = from + minute;
  const askedAt = moment(new Date(asked));
  const sent: Event = { event: 'second adult asked', by: null, at: asked, detail: askedAt };
  const rest = { of, standIns: [], nobodyLeft: false, heldSince: null };
  const answered = asked + Math.max(minute, (until - asked) * chance.next() * 0.5);
  if (answered >= until || (until - from < 3 * day && chance.is(0.2)))
    return { cover: { ...rest, state: { is: 'asked', at: askedAt, reminded: 0 } }, events: [sent] };
  const how = chance.is(0.7) ? 'tap' : 'calendar';
  const at = moment(new Date(answered));
  const said: Event = { event: 'second adult accepted', by: of, at: answered, detail: `${how}, ${at}` };
  return { cover: { ...rest, state: { is: 'accepted', at, how } }, events: [sent, said] };
}

function aftercareOf(chance: Chance, { ask, asked, now, staff }: Telling): Pick<Entry, 'aftercare'> {
  if (ask.urgent === null) return { aftercare: { state: 'not needed' } };
  const by = moment(new Date(asked + day));
  if (asked + 2 * day > now.getTime()) return { aftercare: { state: 'due', by, lead: 'told', asked: 1 } };
  const leader = chance.one(staff.approvers.slt.filter(({ id }) => id !== ask.host.id));
  const at = moment(new Date(asked + 20 * 60 * minute));
  return { aftercare: { state: 'reviewed', due: by, lead: 'told', by: leader, at, words: null } };
}

/** As Graph would call them. */
function idsOf(chance: Chance, { host }: Ask): Pick<Entry, 'eventId' | 'meetingId' | 'joinUrl' | 'chatThreadId'> {
  const thread = `19:meeting_${chance.hex(32)}@thread.v2`;
  return {
    chatThreadId: thread,
    eventId: `AAMk${chance.hex(96)}=`,
    meetingId: Buffer.from(`1*${host.id}*0**${thread}`).toString('base64'),
    joinUrl: `https://teams.microsoft.com/meet/${chance.between(200_000_000, 999_999_999)}?p=${chance.hex(12)}`,
  };
}
