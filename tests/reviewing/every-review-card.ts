import { lookedAt } from '../../bot/aftercare/aftercare.ts';
import { leadCard, lookCard } from '../../bot/cards/aftercare-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { conformingCard, reviewCard, reviewLeadCard, toHostCard } from '../../bot/cards/reviewing-card.ts';
import { type ReviewReason, reviewWhys } from '../../bot/register/review.ts';
import { anAsk } from '../an-ask.ts';
import { aRequest, head, named } from '../authorising/a-request.ts';

const tabUrl = 'https://teams.example.org/register';
const at = '2026-11-18T10:00:00Z';

/**
 * Every card about an urgent meeting afterwards, and about one that has to be looked at again.
 * @param text stands wherever somebody's words do, and in every name
 */
export function everyReviewCard(text: string): readonly (readonly [name: string, card: AdaptiveCardJson])[] {
  const short = text.slice(0, 60).trim();
  const words = text.repeat(200).slice(0, 200).trim();
  const by = { ...named(head), name: short };
  const whole = anAsk({ urgent: { reason: words } });
  const ask = { ...whole, host: { ...whole.host, name: short } };
  const because = Array.from({ length: 12 }, () => ({ id: short.slice(0, 10), says: text.repeat(110).slice(0, 110) }));
  const base = aRequest({ ask, status: 'arranged', step: 'done' });
  const urgent = {
    ...base,
    decision: { ...base.decision, setAside: [{ rule: 'a/b', why: 'urgent' as const, because }] },
  };
  const due = { state: 'due', by: at, lead: 'told', asked: 1 } as const;
  const reasons = [...reviewWhys, ...reviewWhys].map(
    (why): ReviewReason => ({ why, detail: short, because, of: ['slt'], since: at, told: true, dismissed: null }),
  );
  const review = { ...base, status: 'needs review' as const, review: { reasons } };
  const cleared = { reasons: reasons.map((one) => ({ ...one, dismissed: { by, at, words } })) };
  const { safeguards } = base.decision;
  const listing = {
    reference: base.reference,
    ask,
    was: 'allow' as const,
    is: 'authorise' as const,
    settings: ['allowAttendeeToEnableCamera', 'allowMeetingChat'] as const,
    inTheWay: because,
    authorisedBy: ['slt' as const],
    safeguards,
    because,
  };
  const looked = { ...urgent, aftercare: lookedAt(due, { by, at: new Date(at), words }) };
  return [
    ['urgent, for the lead', leadCard(urgent, tabUrl)],
    ['urgent, to look at', lookCard({ ...urgent, aftercare: due }, { asked: 0, fault: false, tabUrl })],
    ['urgent, reminded, with a fault', lookCard({ ...base, aftercare: due }, { asked: 1, fault: true, tabUrl })],
    ['urgent, looked at', lookCard(looked, { asked: 0, fault: false, tabUrl })],
    ['needs review', reviewCard(review, { fault: false, tabUrl })],
    ['needs review, with a fault', reviewCard(review, { fault: true, tabUrl })],
    ['needs review, cleared', reviewCard({ ...review, review: cleared }, { fault: false, tabUrl })],
    ['needs review, over', reviewCard({ ...review, status: 'cancelled' }, { fault: false, tabUrl })],
    ['needs review, for the host', toHostCard(review, tabUrl)],
    ['needs review, on hold', reviewLeadCard(review, 'hold', tabUrl)],
    ['needs review, ended', reviewLeadCard(review, 'end', tabUrl)],
    [
      'no longer conforms',
      conformingCard(
        Array.from({ length: 40 }, () => listing),
        tabUrl,
      ),
    ],
  ];
}
