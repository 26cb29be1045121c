import type { Topic } from './draft.ts';

const words: readonly { readonly topic: Topic; readonly said: RegExp }[] = [
  { topic: 'second adult', said: /\b(?:second adult|adult|colleague)\b/i },
  { topic: 'child', said: /\b(?:child|pupil|initials|year)\b/i },
  { topic: 'purpose', said: /\b(?:purpose|reason|topic)\b/i },
  { topic: 'length', said: /\b(?:length|how long|duration|minutes)\b/i },
  { topic: 'when', said: /\b(?:when|time|date|day|start)\b/i },
  { topic: 'guests', said: /\b(?:guests?|people|who)\b/i },
];

/** Which question a few words name: "the time", "guests", "second adult". */
export const topicNamed = (said: string): Topic | null =>
  words.find((one) => one.said.test(said.slice(0, 200)))?.topic ?? null;
