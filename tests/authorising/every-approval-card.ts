import { ended } from '../../bot/authorising/authorise.ts';
import { approverCard, questionForHost } from '../../bot/cards/authorisation-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { confirmations } from '../../bot/meetings/ask.ts';
import { known, unknown } from '../../bot/policy/fact.ts';
import { LineName } from '../../bot/register/kept.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest, deputy, head, named } from './a-request.ts';

const tabUrl = 'https://teams.example.org/register';
const at = '2026-11-18T10:00:00Z';

/**
 * Every card about a request that waits, and every state it can show.
 * @param text stands wherever somebody's words do, and in every name, role and agency
 */
export function everyApprovalCard(text: string): readonly (readonly [name: string, card: AdaptiveCardJson])[] {
  const short = text.slice(0, 60).trim();
  const words = text.repeat(200).slice(0, 200).trim();
  const by = { ...named(head), name: short };
  const colleagues = Array.from({ length: 60 }, () => ({ ...named(deputy), name: short }));
  const whole = anAsk();
  const [guest] = whole.guests;
  if (guest === undefined) throw new Error('a TAC has guests');
  const guests = Array.from({ length: 20 }, () => ({ ...guest, name: short, role: short, agency: short }));
  const full = {
    ...whole,
    purpose: words,
    colleagues,
    guests,
    confirmed: [...confirmations],
    urgent: { reason: words },
  };
  const because = Array.from({ length: 12 }, () => ({ id: short.slice(0, 10), says: text.repeat(110).slice(0, 110) }));
  const setAside = [{ rule: 'a/b', why: 'urgent' as const, because }];
  const base = aRequest({ ask: full });
  const request = { ...base, decision: { ...base.decision, because, setAside } };
  const outstanding = { of: ['slt' as const, 'head' as const], yes: [{ of: ['dsl' as const], by, at }], reminded: 2 };
  const answered = { by, question: words, answer: words, at };
  const besides = Array.from({ length: 5 }, (_, index) => ({
    name: LineName.parse(`a-pack/line-${index}`),
    says: text.repeat(110).slice(0, 110),
    clauses: because.slice(0, 2),
  }));
  const view = { why: 'asked', busy: known([short, short]), fault: null, besides, tabUrl } as const;
  const decided = { ...view, busy: known([]) };
  const askedBack = {
    ...request,
    authorisation: { state: 'asked back' as const, ...outstanding, by, at, question: words },
  };
  const again = { ...request, authorisation: { state: 'wanted' as const, ...outstanding, answered } };
  const given = {
    ...request,
    status: 'arranging' as const,
    authorisation: { state: 'given' as const, yes: outstanding.yes },
  };
  const no = { state: 'refused' as const, of: outstanding.of, by, at, reason: words };
  const unreadable = unknown('whether you are free');
  return [
    ['asked', approverCard({ ...view, entry: request })],
    ['asked, calendars unreadable', approverCard({ ...view, entry: request, busy: unreadable })],
    ['asked of a class', approverCard({ ...view, entry: { ...request, ask: anAsk({ kind: 'class' }) } })],
    ['asked of staff', approverCard({ ...view, entry: { ...request, ask: anAsk({ kind: 'staff' }) } })],
    ['asked of a phone call', approverCard({ ...view, entry: { ...request, ask: { ...full, place: 'phone' } } })],
    ['reminded', approverCard({ ...view, entry: request, why: 'reminded' })],
    ['answered', approverCard({ ...view, entry: again, why: 'answered' })],
    ['a question is out', approverCard({ ...view, entry: askedBack, why: 'standing' })],
    ['question missing', approverCard({ ...view, entry: request, fault: 'question' })],
    ['reason missing', approverCard({ ...view, entry: request, fault: 'reason' })],
    ['authorised', approverCard({ ...decided, entry: given })],
    ['written down', approverCard({ ...decided, entry: { ...given, ask: { ...full, place: 'zoom' } } })],
    ['refused', approverCard({ ...decided, entry: { ...request, status: 'refused', authorisation: no } })],
    ['withdrawn', approverCard({ ...decided, entry: { ...request, ...ended(request, 'withdrawn') } })],
    ['too late', approverCard({ ...decided, entry: { ...request, ...ended(request, 'not authorised in time') } })],
    ['question for the host', questionForHost(askedBack, { fault: false, tabUrl })],
    ['answer missing', questionForHost(askedBack, { fault: true, tabUrl })],
    ['answer sent', questionForHost(again, { fault: false, tabUrl })],
  ];
}
