import type { Place } from '../../meetings/ask.ts';
import { beforePurpose } from './kind.ts';

/** Where a line says it is held, when that is not Teams: such a meeting is written down and never made. */

type Known = { readonly place: Place; readonly finds: RegExp };

const how: readonly Known[] = [
  { place: 'zoom', finds: /\b(?:on|by|via|over|using) zoom\b/i },
  { place: 'phone', finds: /\b(?:on|by|over) the (?:tele)?phone\b|\bby (?:tele)?phone\b/i },
  { place: 'in person', finds: /\bin person\b|\bface[- ]to[- ]face\b/i },
];
/** These may as well be what it is about: "about a phone call from home". */
const what: readonly Known[] = [
  { place: 'zoom', finds: /\bzoom (?:call|meeting)\b/i },
  { place: 'phone', finds: /\b(?:tele)?phone[ -](?:call|meeting|conference)\b/i },
  { place: 'in person', finds: /\bhome visit\b/i },
];

/** @returns where, and the line without the words that said it */
export function findPlace(text: string): { readonly place: Place; readonly rest: string } {
  const searched = [
    ...how.map((one) => ({ ...one, within: text })),
    ...what.map((one) => ({ ...one, within: beforePurpose(text) })),
  ];
  for (const { place, finds, within } of searched) {
    const match = finds.exec(within);
    if (match !== null)
      return { place, rest: `${text.slice(0, match.index)} , ${text.slice(match.index + match[0].length)}` };
  }
  return { place: 'teams', rest: text };
}
