import type { Kind } from '../policy/kind.ts';
import { hasChild, type Topic } from './plan.ts';

const words: readonly { readonly topic: Topic; readonly said: RegExp }[] = [
  { topic: 'child attends', said: /\b(?:takes? part|attends?|child (?:comes|there))\b/i },
  { topic: 'kind', said: /\b(?:kind|type)\b/i },
  { topic: 'urgency', said: /\burgen/i },
  { topic: 'second adult', said: /\b(?:second adult|adult|colleague)\b/i },
  { topic: 'colleagues', said: /\b(?:colleagues|staff)\b/i },
  { topic: 'child', said: /\b(?:child|pupil|initials|year)\b/i },
  { topic: 'purpose', said: /\b(?:purpose|reason|topic|focus)\b/i },
  { topic: 'length', said: /\b(?:length|how long|duration|minutes)\b/i },
  { topic: 'when', said: /\b(?:when|time|date|day|start)\b/i },
  { topic: 'guests', said: /\b(?:guests?|people|who|famil(?:y|ies)|governors|professionals)\b/i },
];

/** Which question a few words name, of those that kind asks: "the time", "guests", "second adult". */
export function topicNamed(said: string, kind: Kind | null): Topic | null {
  const found = words.find((one) => one.said.test(said.slice(0, 200)))?.topic ?? null;
  // Staff among themselves have neither guests nor a second adult: whoever is named comes.
  if (kind === 'staff' && (found === 'guests' || found === 'second adult')) return 'colleagues';
  return found === 'child' && !hasChild(kind) ? 'year' : found;
}
