import { z } from 'zod';
import { actionsIn, type Message, said, ticked } from '../../infra/demo/person.ts';

/**
 * Somebody's chat through the tenant's `/_teams`, as the page uses it, with a watch on every turn. Other than the demo's person it never
 * reads the chat from its beginning: after ten thousand turns that would be most of the work.
 */
export type Chat = {
  /** @returns milliseconds until the bot had answered, replies included */
  says(text: string): Promise<number>;
  /** Ticks every tick and presses that button of the bot's newest message that has it. @returns milliseconds, likewise */
  presses(title: string): Promise<number>;
  /** Presses a button that the bot's newest message never had. @returns milliseconds, likewise */
  pressesAnything(): Promise<number>;
  /** Waits for a message of the bot's that holds this text and has come since the last press, or rejects. */
  hears(text: string): Promise<void>;
};

const ChatPage = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      n: z.number(),
      from: z.enum(['bot', 'person']),
      text: z.string().optional(),
      card: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  n: z.number(),
});
const Delivered = z.looseObject({ status: z.number().nullable() });

const longestWait = 30_000;

/** @param tenantUrl without a slash at the end */
export function chatOf(tenantUrl: string, personId: string): Chat {
  const chat = `${tenantUrl}/_teams/chats/${personId}`;
  let read = 0;

  async function fresh(wait = 0): Promise<readonly Message[]> {
    const page = ChatPage.parse(await (await fetch(`${chat}?after=${read}&wait=${wait}`)).json());
    read = page.n;
    return page.messages.filter((message) => message.from === 'bot');
  }

  async function turn(path: string, body: object): Promise<number> {
    const began = performance.now();
    const answer = await fetch(`${chat}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const delivered = Delivered.safeParse(await answer.json());
    const milliseconds = performance.now() - began;
    // A turn that failed is quick, and no turn.
    if (delivered.data?.status !== 200)
      throw new Error(`a turn was answered with ${delivered.data?.status ?? 'nothing'}`);
    return milliseconds;
  }

  return {
    says: (text) => turn('messages', { text }),

    async presses(title) {
      const messages = await fresh();
      for (const { id, card } of messages.toReversed()) {
        const action = actionsIn(card).find((one) => one.title === title);
        if (!action) continue;
        return turn('actions', { messageId: id, verb: action.verb, data: { ...action.data, ...ticked(card) } });
      }
      throw new Error(`no button “${title}”; the last that was said: ${messages.slice(-1).map(said).join('')}`);
    },

    async pressesAnything() {
      const last = (await fresh()).at(-1);
      if (!last) throw new Error('the bot said nothing');
      return turn('actions', { messageId: last.id, verb: 'anything', data: {} });
    },

    async hears(text) {
      const until = Date.now() + longestWait;
      const heard: Message[] = [];
      while (!heard.some((message) => said(message).includes(text))) {
        if (Date.now() > until) throw new Error(`nobody said “${text}”; heard: ${heard.map(said).join(' | ')}`);
        heard.push(...(await fresh(5)));
      }
    },
  };
}
