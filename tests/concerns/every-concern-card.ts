import { concernCard, confirmConcernCard, notToldCard, raisedConcernCard } from '../../bot/cards/concern-card.ts';
import type { AdaptiveCardJson } from '../../bot/cards/elements.ts';
import { raising } from '../../bot/cards/words/concerns.ts';
import { aRequest } from '../authorising/a-request.ts';

type Named = readonly [name: string, card: AdaptiveCardJson];

/** Every card about a concern. @param text is the name of whoever hosts the meeting, and of whoever raised it */
export function everyConcernCard(text: string): readonly Named[] {
  const request = aRequest();
  const { reference, ask } = request;
  const entry = { ...request, ask: { ...ask, host: { ...ask.host, name: text.slice(0, 60).trim() } } };
  const at = '2026-12-01T15:20:00Z';
  const raised = (['told', 'others told', 'nobody told', 'not yet'] as const).map((told): Named => {
    const concern = { by: ask.host.id, at, told, toldAt: told === 'not yet' ? null : at };
    return [`concern raised, ${told}`, raisedConcernCard(reference, concern)];
  });
  return [
    ['concern?', confirmConcernCard(entry, [raising.nothingKept])],
    ['concern not raised', notToldCard(reference, [raising.notTold])],
    ...raised,
    ['concern, for the lead', concernCard(entry, { at, raisedBy: text, tabUrl: 'https://teams.example.org/register' })],
  ];
}
