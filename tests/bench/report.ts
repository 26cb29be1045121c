import type { GraphCost } from './graph-cost.ts';
import type { Memory } from './memory.ts';
import type { Comparison, Pace, Turns } from './turns.ts';

/** All that was measured, in words. */
export type Figures = {
  /** A tenth of the work: too little for the memory to be judged. */
  readonly quick: boolean;
  readonly graphCost: GraphCost;
  readonly turns: Turns;
  readonly memory: Memory;
};

// Seven in the order of the promise, and a reading of the new event: its guests are not to see one another.
const promisedCalls = 8;
const promisedGrowth = 1.2;

/** What is not as promised, a sentence each. Times are no promise. */
export function broken({ quick, graphCost, memory }: Figures): readonly string[] {
  const counts = [...new Set(graphCost.onMeetings.map((calls) => calls.length))];
  return [
    ...counts
      .filter((count) => count !== promisedCalls)
      .map((count) => `A TAC made ${count} calls on events and meetings; ${promisedCalls} are promised.`),
    ...(!quick && memory.ratio > promisedGrowth
      ? [
          `The server held ${memory.ratio.toFixed(2)} times the memory after ${memory.late.turns} turns that it held after ` +
            `${memory.early.turns}; at most ${promisedGrowth} times is promised.`,
        ]
      : []),
  ];
}

/** The lines a person reads. */
export function report({ quick, graphCost, turns, memory }: Figures): readonly string[] {
  const { whole, tenant, beyond } = graphCost.waiting;
  return [
    '',
    `What a clean TAC costs Microsoft Graph (${graphCost.arranged} arranged, one after another)`,
    ...callsOf(graphCost),
    `  From Send to “Arranged”: ${ms(whole)}; the tenant’s own answers ${ms(tenant)}, beyond them ${ms(beyond)} (medians)`,
    '',
    'What a turn costs, beside a bare botbuilder echo bot (both through the tenant’s /_teams, a conversation of each in turn)',
    '  One person, a turn at a time',
    ...comparison(turns.one),
    `  ${turns.several.people} people at once`,
    ...comparison(turns.several),
    '',
    'What the server’s process holds in memory',
    `  ${memory.early.megabytes.toFixed(0)} MB after ${memory.early.turns} turns, ${memory.late.megabytes.toFixed(0)} MB after ` +
      `${memory.late.turns}: ${memory.ratio.toFixed(2)} times${quick ? ' (too short a run to judge)' : ''}`,
    '',
  ];
}

function callsOf({ onMeetings, others }: GraphCost): readonly string[] {
  const last = onMeetings.at(-1) ?? [];
  return [
    `  ${last.length} calls on events and meetings: ${last.join(', ')}`,
    `  Besides: ${Object.entries(others)
      .map(([about, count]) => `${count} ${about}`)
      .join(', ')}`,
  ];
}

const comparison = ({ chaperone, echo, ratio }: Comparison): readonly string[] => [
  line('Chaperone', chaperone),
  line('Echo', echo),
  `    Ratio      p50 ${ratio.p50.toFixed(1)}   p99 ${ratio.p99.toFixed(1)}   turns a second ${ratio.perSecond.toFixed(2)}`,
];

const line = (name: string, { turns, p50, p99, perSecond }: Pace) =>
  `    ${name.padEnd(10)} p50 ${ms(p50)}   p99 ${ms(p99)}   ${perSecond.toFixed(0)} turns a second   (${turns} turns)`;

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
