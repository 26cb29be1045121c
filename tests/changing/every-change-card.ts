import { begunCard, cancelCard, changeCard, keptCard, whichCard } from '../../bot/cards/change-card.ts';
import { changeReviewCard } from '../../bot/cards/change-review-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { changedCard, outcomeCard } from '../../bot/cards/render.ts';
import { faults } from '../../bot/cards/words/faults.ts';
import { deeds } from '../../bot/changing/may-change.ts';
import type { Wanted } from '../../bot/changing/wanted.ts';
import { type Wish, type Wished, wished } from '../../bot/changing/wish.ts';
import { nothingAnswered } from '../../bot/conversation/answered.ts';
import { Address, type Colleague, type Guest, PersonId } from '../../bot/meetings/ask.ts';
import type { Decision } from '../../bot/policy/decision.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest, deputy, named, teacher } from '../authorising/a-request.ts';

const tabUrl = 'https://teams.example.org/register';

type Named = readonly [name: string, card: AdaptiveCardJson];

/**
 * Every card about a change of a meeting that stands.
 * @param text stands wherever somebody's words do, and in every name, role and agency
 */
export function everyChangeCard(text: string): readonly Named[] {
  const short = text.slice(0, 60).trim();
  const words = text.repeat(200).slice(0, 200).trim();
  const guests: Guest[] = Array.from({ length: 20 }, (_, index) => ({
    name: short,
    role: short,
    agency: short,
    address: Address.parse(`guest${String(index)}@${'long.'.repeat(20)}example.net`),
  }));
  const ask = anAsk({ purpose: words, secondAdult: { ...named(teacher), name: short }, guests });
  const entry = aRequest({ ask, status: 'arranged', step: 'done', authorisation: { state: 'not needed' } });
  const { reference } = entry;
  const colleagues: Colleague[] = Array.from({ length: 60 }, (_, index) => ({
    id: PersonId.parse(`5c0a1d0e-0000-4000-8000-0000000010${String(index).padStart(2, '0')}`),
    name: `${short} ${String(index)}`,
    address: Address.parse(`colleague${String(index)}@school.example.org`),
  }));
  const because = Array.from({ length: 12 }, () => ({ id: short.slice(0, 10), says: text.repeat(110).slice(0, 110) }));
  const change = {
    entry,
    reader: 'comes',
    may: new Set(deeds),
    open: null,
    notes: [],
    perhaps: [],
    guests: [],
    time: null,
    colleagues,
  } as const;
  const faulty = { name: words.slice(0, 80), role: short, agency: short, address: words, faults: [words, words] };
  const twenty = Array.from({ length: 20 }, () => ({ ...faulty, faults: [faults.addressMalformed] }));
  const starts = ['2026-12-02T09:00:00Z', '2026-12-02T10:00:00Z', '2026-12-03T09:00:00Z'];
  const more: Guest = { name: short, role: short, agency: short, address: Address.parse('new@example.net') };
  const wishes: readonly { wish: Wish; wanted: Wanted }[] = [
    { wish: { to: 'move', start: '2026-12-03T15:15:00Z', minutes: 60 }, wanted: { to: 'move', when: { said: words } } },
    { wish: { to: 'add guests', guests: [more] }, wanted: { to: 'add guests', guests: { said: words } } },
    { wish: { to: 'remove guest', address: at(guests, 0) }, wanted: { to: 'remove guest', said: words } },
    {
      wish: { to: 'change second adult', person: { ...named(deputy), name: short } },
      wanted: { to: 'change second adult', said: deputy.id },
    },
    {
      wish: { to: 'change host', person: { ...named(deputy), name: short } },
      wanted: { to: 'change host', said: deputy.id },
    },
  ];
  const decision: Decision = { ...entry.decision, verdict: 'allow', authorisedBy: [], because };
  const review = {
    entry,
    reader: 'comes',
    decision,
    needsYes: false,
    answered: nothingAnswered,
    newGuests: [short],
    calendars: { names: [short, short], busy: known([]), free: [] },
    notes: [],
  } as const;
  const of = ({ wish, wanted }: (typeof wishes)[number]) => ({
    wanted,
    to: wish.to,
    wished: must(wished(ask, wish, [])),
  });
  const [move = wishes[0], add] = wishes;
  if (move === undefined || add === undefined) throw new Error('there are wishes');
  const questions = [
    { asks: 'addresses checked' as const, says: 'A pack’s own fixed words?', because },
    { asks: 'contact is safe' as const, says: 'A pack’s own fixed words?', because },
  ];
  const meetings = Array.from({ length: 10 }, () => ({ reference, ask }));
  const invited = Array.from({ length: 21 }, () => short);
  const family = [{ to: short, texts: [words, words] }];
  const busy = { names: [short], busy: known([short]), free: starts };
  return [
    ['change', changeCard(change)],
    ['change, waiting', changeCard({ ...change, may: new Set(['cancel'] as const), notes: [words] })],
    ['change, the leaders’', changeCard({ ...change, reader: 'leads' })],
    ['change, unclear time', changeCard({ ...change, open: 'move', notes: [words], perhaps: starts })],
    ['change, guests with faults', changeCard({ ...change, open: 'add guests', guests: twenty })],
    ['change, guest with faults', changeCard({ ...change, open: 'add guests', notes: [words], guests: [faulty] })],
    ...wishes.map((one): Named => [`review of ${one.wish.to}`, changeReviewCard({ ...review, ...of(one) })]),
    ['review of a move, taken', changeReviewCard({ ...review, ...of(move), calendars: busy })],
    [
      'review of a move, unreadable',
      changeReviewCard({
        ...review,
        ...of(move),
        calendars: { ...busy, busy: unknown('whether they are free'), free: [] },
      }),
    ],
    [
      'review with questions',
      changeReviewCard({
        ...review,
        ...of(add),
        notes: [words],
        decision: { ...review.decision, verdict: 'ask', questions, authorisedBy: ['slt'] },
        needsYes: true,
      }),
    ],
    [
      'review refused',
      changeReviewCard({
        ...review,
        ...of(move),
        decision: { ...review.decision, verdict: 'refuse', instead: [short] },
      }),
    ],
    ['which', whichCard(meetings, { to: 'remove guest', said: words })],
    ['which to cancel', whichCard(meetings, 'cancel')],
    ['cancel', cancelCard(entry, 'comes', invited)],
    ['cancel, the leaders’', cancelCard(entry, 'leads', invited)],
    ...(['change', 'waiting', 'cancel'] as const).map(
      (what): Named => [`begun, ${what}`, begunCard(what, entry, { reader: 'comes', more: [words] })],
    ),
    ['kept', keptCard(reference)],
    ['changed', drawn(changedCard({ reference, ask, made: true, say: words, texts: family, tabUrl }))],
    ['changed to nothing', drawn(changedCard({ reference, ask, made: false, say: words, texts: [], tabUrl }))],
    ['moved', drawn(outcomeCard({ reference, status: 'arranged', ask, say: words, texts: family, tabUrl }))],
    ['ended', drawn(outcomeCard({ reference, status: 'cancelled', ask, say: words, texts: [], tabUrl }))],
  ];
}

function must(outcome: ReturnType<typeof wished>): Wished {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
}

function at(guests: readonly Guest[], index: number): Address {
  const guest = guests[index];
  if (guest === undefined) throw new Error('there is such a guest');
  return guest.address;
}

function drawn(rendered: ReturnType<typeof changedCard>): AdaptiveCardJson {
  if (!('card' in rendered)) throw new Error('it is a card');
  return rendered.card;
}
