import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { dslAlertCard, outcomeCard, type Rendered } from '../../bot/cards/render.ts';
import type { Reply } from '../../bot/conversation/conversation.ts';
import { Address, Ask, type Colleague, type Guest, PersonId } from '../../bot/meetings/ask.ts';
import { known } from '../../bot/policy/fact.ts';
import { type Kind, kinds } from '../../bot/policy/kind.ts';
import { LineName } from '../../bot/register/kept.ts';
import { everyAgreementsCard } from '../agreeing/every-agreements-card.ts';
import { anAsk } from '../an-ask.ts';
import { everyApprovalCard } from '../authorising/every-approval-card.ts';
import { everyChangeCard } from '../changing/every-change-card.ts';
import { everyChecklistCard } from '../checklist/every-checklist-card.ts';
import { everyConcernCard } from '../concerns/every-concern-card.ts';
import {
  asks,
  authorises,
  cards,
  chat,
  chatAfter,
  guests,
  line,
  maya,
  met,
  reference,
  refused,
  staff,
  thomasina,
  tom,
  unreadable,
} from '../conversation/chat.ts';
import { everyReviewCard } from '../reviewing/every-review-card.ts';

/** Every card there is, with what an unkind person can put into it. */

type Named = readonly [name: string, card: AdaptiveCardJson];

const tabUrl = 'https://teams.example.org/register';

/** Twenty guests with fields as long as they may be, filled from `text`. */
const fullRows = (text: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => index + 1).flatMap((number) => [
      [`name${String(number)}`, text.repeat(80).slice(0, 80)],
      [`role${String(number)}`, text.repeat(60).slice(0, 60)],
      [`agency${String(number)}`, text.repeat(80).slice(0, 80)],
      [`address${String(number)}`, `guest${String(number)}@${'long.'.repeat(40)}example.net`],
    ]),
  );

const faultyRows = (text: string) => ({ ...fullRows(text), address1: 'nobody@', address2: text });

/** Everything too long, and written in characters that JSON has to spell out. */
const hopelessRows = Object.fromEntries(
  Object.keys(fullRows('x')).map((field) => [field, '\u202e\u0000'.repeat(5000)]),
);

/** @param text stands in every field that takes text */
export function everyCard(text: string): readonly Named[] {
  const purpose = text.repeat(200).slice(0, 200).trim();
  const busy = known([{ person: tom.id, from: '2026-12-01T15:00:00Z', to: '2026-12-01T15:45:00Z' }]);
  const asking = [line, purpose, 'Tom Birch'];
  // Nobody can ask with markup in it any more; a card that gets it all the same, from an older row say, must still show it as it is.
  const safe = Ask.parse({
    kind: 'tac',
    child: { initials: 'AB', year: '4' },
    purpose: 'Attendance',
    start: '2026-12-01T15:15:00Z',
    minutes: 45,
    host: maya,
    secondAdult: { ...tom, name: text.slice(0, 40).trim() },
    guests: [{ name: 'Jo', role: 'mum', agency: 'Family', address: 'jo@example.com' }],
    colleagues: [],
    place: 'teams',
    confirmed: [],
    urgent: null,
    childAttends: false,
  });
  const typed = { name: text.slice(0, 40).trim(), role: text.slice(0, 40).trim() };
  const ask = {
    ...safe,
    purpose,
    ...('guests' in safe && { guests: safe.guests.map((guest) => ({ ...guest, ...typed })) }),
  };
  const named = (name: string, replies: Parameters<typeof cards>[0]): Named[] =>
    cards(replies).map((card) => [name, card]);
  const rendered = (name: string, one: Rendered): Named[] => ('card' in one ? [[name, one.card]] : []);
  const mine = Array.from({ length: 30 }, () => ({ reference, status: 'arranged' as const, ask }));
  const change = chatAfter([...asking, guests]);
  return [
    ...named('help', chat().said('help')),
    ...named('kind', chat().said('arrange a meeting')),
    ...named('urgent', chat().said('urgent TAC for AB Y4')),
    ...named('urgent, of staff', chat().said('urgent staff meeting')),
    ...named('urgent, for a parent', chat().said('urgent parent meeting')),
    ...named('urgent, of a class', chat().said('urgent class session tomorrow')),
    ...named(
      'urgent with faults',
      chatAfter(['urgent TAC tomorrow']).tapped('answer', {
        ...faultyRows(text),
        reason: `${text}\n`,
        initials: text,
        year: text,
        person: text,
        date: text,
        time: text,
        attends: text,
      }),
    ),
    ...named('colleagues', chat().said('staff meeting')),
    ...named('colleagues of many', chat({ colleagues: known(manyStaff) }).said('staff meeting')),
    ...named('colleagues, sixty of them', chat({ colleagues: known(sixty(text)) }).said('staff meeting')),
    ...named('review of sixty', chat({ colleagues: known(sixty(text)) }).said('staff meeting tomorrow 3pm, everyone')),
    ...named('year', chat().said('class session')),
    ...named(
      'child attends',
      chatAfter(['parent meeting for AB Y4 about reading with Tom Birch, tomorrow 3pm, 45 mins']).said(guests),
    ),
    ...named('annual review, when', chatAfter(['annual review for AB Y4, 60 mins']).said('Tom Birch')),
    ...named('review of ticks', chatAfter(asking, { decision: asks }).said(guests)),
    ...named('review, ticks missing', chatAfter([...asking, guests], { decision: asks }).said('send')),
    ...named('review to be authorised', chatAfter(asking, { decision: authorises }).said(guests)),
    ...named('review of what is held elsewhere', chatAfter([`${line}, by phone`, purpose, 'Tom Birch']).said(guests)),
    ...named('waiting', chatAfter([...asking, guests], { opened: { how: 'waiting', approvers: [text] } }).said('send')),
    ...named('written down', chatAfter([...asking, guests], { opened: { how: 'written down' } }).said('send')),
    ...kinds.flatMap((kind) => named(`sent, ${kind}`, sentAs(kind, text))),
    ...named('child', chat().said('tac')),
    ...named('child, half known', chatAfter(['tac']).said('AB')),
    ...named('purpose', chat().said(line)),
    ...named('second adult', chatAfter([line]).said(purpose)),
    ...named('second adult of many', chatAfter([line], { colleagues: known(manyStaff) }).said(purpose)),
    ...named(
      'second adult to choose',
      chatAfter([line, purpose], { colleagues: known([...staff, twin]) }).said('Thomasina'),
    ),
    ...named('length', chat().said('TAC for AB Y4 about attendance with Tom Birch')),
    ...named('when', chatAfter(['TAC for AB Y4 about attendance with Tom Birch']).said('45')),
    ...named('when taken', chatAfter([line, purpose], { busy }).said('Tom Birch')),
    ...named(
      'when unclear',
      chatAfter(['TAC for AB Y4 about attendance with Tom Birch, 45 mins']).said('2 December 2025 at 3pm'),
    ),
    ...named('guests', chatAfter([line, purpose]).said('Tom Birch')),
    ...named('guests, some met before', chatAfter([line, purpose], { book: known(met) }).said('Tom Birch')),
    ...named(
      'guests, a book of fifteen',
      chatAfter(['tac', 'AB Y4'], { book: known(fifteen(text)) }).said('change guests'),
    ),
    ...named(
      'guests and a book, all long',
      chatAfter(asking, { book: known(fifteen(text)) }).tapped('answer', faultyRows(text)),
    ),
    ...named('guests, register unread', chatAfter([line, purpose], { book: unreadable }).said('Tom Birch')),
    ...named('guests with faults', chatAfter(asking).tapped('answer', faultyRows(text))),
    ...named('guests, all hopeless', chatAfter(asking).tapped('answer', hopelessRows)),
    ...named('guests, one more', chatAfter(asking).tapped('add guest', fullRows(text))),
    ...named('form', chat().said('form')),
    ...named(
      'form with faults',
      chatAfter(['form']).tapped('answer', {
        initials: text,
        year: text,
        purpose: `${text}\n`,
        person: text,
        minutes: text,
        date: text,
        time: text,
      }),
    ),
    ...named('review', chatAfter(asking).said(guests)),
    ...named('review with advice', chatAfter(asking, { advice: adviceOf(text) }).said(guests)),
    ...named('review of twenty', chatAfter(asking).tapped('answer', fullRows(text))),
    ...named(
      'review refused',
      chatAfter(asking, { decision: { ...refused, because: [{ id: text, says: text }], instead: [text] } }).said(
        guests,
      ),
    ),
    ...named('change', change.said('change')),
    ...named('sent', chatAfter([...asking, guests]).said('send')),
    ...named('cancelled', chatAfter([line]).said('cancel')),
    ...named('meetings', chat({ mine: known({ lines: mine, unreadable: 1 }) }).said('my meetings')),
    ...named(
      'meetings that wait',
      chat({
        mine: known({ lines: mine.map((one) => ({ ...one, status: 'waiting' as const })), unreadable: 0 }),
      }).said('my meetings'),
    ),
    ...named('no meetings', chat().said('my meetings')),
    ...everyApprovalCard(text),
    ...everyChecklistCard(text),
    ...everyReviewCard(text),
    ...everyAgreementsCard(text),
    ...everyChangeCard(text),
    ...everyConcernCard(text),
    ...rendered('arranged', outcomeCard({ reference, status: 'arranged', ask, say: '', texts: [], tabUrl })),
    ...rendered(
      'arranged, with texts',
      outcomeCard({ reference, status: 'arranged', ask, say: '', texts: families(text), tabUrl }),
    ),
    ...rendered('refused', outcomeCard({ reference, status: 'refused', ask, say: text, texts: [], tabUrl })),
    ...rendered('not arranged', outcomeCard({ reference, status: 'not arranged', ask, say: text, texts: [], tabUrl })),
    ...rendered('called off', outcomeCard({ reference, status: 'called off', ask, say: text, texts: [], tabUrl })),
    ...(['called off', 'link open'] as const).flatMap((why) =>
      rendered('alert', dslAlertCard({ why, reference, host: text, start: ask.start, minutes: ask.minutes, tabUrl })),
    ),
  ];
}

const adviceOf = (text: string) =>
  ['one', 'two', 'three', 'four'].map((id) => ({
    name: LineName.parse(`a-pack/${id}`),
    says: text.repeat(150).slice(0, 150),
    clauses: [{ id: 'aa-02', says: text }],
  }));

const twin = {
  ...thomasina,
  id: maya.id.replace(/1$/, '9') as typeof maya.id,
  address: thomasina.address.replace('reed', 'reed2') as typeof maya.address,
};
/** As many of a family as there can be guests, each with a text in two languages. */
const families = (text: string) =>
  Array.from({ length: 20 }, () => ({ to: text.repeat(80).slice(0, 80), texts: [plainText, plainText] }));
// A text message holds what telephones can show and nothing else.
const plainText = 'x'.repeat(306);

/** As many as are offered, with fields as long as they may be. */
const fifteen = (text: string): Guest[] =>
  Array.from({ length: 15 }, (_, index) => ({
    name: text.repeat(80).slice(0, 80),
    role: text.repeat(60).slice(0, 60),
    agency: text.repeat(80).slice(0, 80),
    address: Address.parse(`professional${String(index)}@partner.example.net`),
  }));

/** As many as a card lists by name. */
const sixty = (text: string): Colleague[] => [
  maya,
  ...Array.from({ length: 60 }, (_, index) => ({
    id: PersonId.parse(`5c0a1d0e-0000-4000-8000-0000000010${String(index).padStart(2, '0')}`),
    name: `${text.slice(0, 30).trim()} ${String(index)}`,
    address: Address.parse(`colleague${String(index)}@school.example.org`),
  })),
];

/** A request of each kind, on the card that says it was sent. */
const sentAs = (kind: Kind, text: string): readonly Reply[] => {
  const ask = { ...anAsk({ kind }), purpose: text.slice(0, 40).trim() };
  return [{ kind: 'card', view: { card: 'sent', how: 'arranging', approvers: [], of: [], reference, ask, tabUrl } }];
};
const manyStaff = [...staff, ...Array.from({ length: 100 }, () => twin)];
