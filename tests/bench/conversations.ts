import { lines } from '../../infra/demo/arrange.ts';
import type { Chat } from './chat.ts';

/** Whole conversations, as one person has them. Each answers how long its turns took, in milliseconds. */
export type Conversation = (chat: Chat, day: string) => Promise<readonly number[]>;

/** Up to the review and *Send*; over when the host has heard how it ended. */
export const arranging: Conversation = async (chat, day) => {
  const turns = [...(await talking(chat, day)), await chat.presses('Send')];
  await chat.hears('Arranged:');
  return turns;
};

/** The same up to the review, and then thought better of. */
export const cancelling: Conversation = async (chat, day) => {
  const turns = await talking(chat, day);
  await chat.hears('Please check before it is sent');
  return [...turns, await chat.says('cancel')];
};

/** The same words and a press, said to a bot that understands none of it. */
export const echoing: Conversation = async (chat, day) => [...(await talking(chat, day)), await chat.pressesAnything()];

/** All that is said up to the review. */
export async function talking(chat: Chat, day: string): Promise<readonly number[]> {
  const turns: number[] = [];
  for (const line of saidInOrder(day)) turns.push(await chat.says(line));
  return turns;
}

// The demo's first word clears what an earlier one may have left; here nothing is left.
const saidInOrder = (day: string) => lines(day).slice(1);

/**
 * Mondays and Tuesdays from four weeks ahead, without end and none twice: nobody in the school has anything after school then, and
 * two meetings at one time would be a clash, which is one question more.
 */
export function* freeDays(now: Date): Generator<string, never> {
  for (let ahead = 28; ; ahead += 1) {
    const day = new Date(now.getTime() + ahead * 86_400_000);
    if ([1, 2].includes(day.getUTCDay())) yield `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
  }
}
