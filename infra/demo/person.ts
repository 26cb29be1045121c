import { z } from 'zod';

/** Somebody of the school at their Teams: says things, taps buttons, waits for answers. All over HTTP, as the page does it. */

const Card = z.record(z.string(), z.unknown());
const Message = z.object({
  id: z.string(),
  n: z.number(),
  from: z.enum(['bot', 'person']),
  text: z.string().optional(),
  card: Card.optional(),
  updatedAt: z.string().optional(),
});
export type Message = z.infer<typeof Message>;
const Chat = z.object({ messages: z.array(Message), n: z.number() });

const Delivered = z.looseObject({ status: z.number().nullish(), body: z.unknown().optional() });
export type Delivered = z.infer<typeof Delivered>;

export type Person = {
  readonly id: string;
  says(text: string): Promise<Delivered>;
  /** Presses the button with that title on the newest card that has it, with every tick on it ticked and these inputs filled in. */
  presses(title: string, inputs?: Record<string, unknown>): Promise<Delivered>;
  /** Presses whatever button, alive or stale: the message and what its button carries. */
  act(messageId: string, verb: string, data: unknown): Promise<Delivered>;
  messages(): Promise<readonly Message[]>;
  /** Waits until a message of the bot's, new or changed since this person last said or pressed something, holds this text. */
  hears(text: string | RegExp, seconds?: number): Promise<Message>;
};

/** @param tenantUrl of the school in a box, without a slash at the end */
export function person(tenantUrl: string, id: string): Person {
  const chat = `${tenantUrl}/_teams/chats/${id}`;

  async function read(after = 0, wait = 0): Promise<z.infer<typeof Chat>> {
    return Chat.parse(await (await asked(`${chat}?after=${after}&wait=${wait}`)).json());
  }
  // What was heard before this person last did something is no answer to it.
  let mark = 0;
  async function send(path: string, body: unknown): Promise<Delivered> {
    mark = (await read()).n;
    const answer = await asked(`${chat}/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return Delivered.parse(await answer.json());
  }

  return {
    id,
    says: (text) => send('messages', { text }),
    act: (messageId, verb, data) => send('actions', { messageId, verb, data }),
    messages: async () => (await read()).messages,

    async presses(title, inputs = {}) {
      const { messages } = await read();
      for (const message of messages.toReversed()) {
        const action = message.card && actionsIn(message.card).find((one) => one.title === title);
        if (!action) continue;
        const data = { ...action.data, ...ticked(message.card), ...inputs };
        return send('actions', { messageId: message.id, verb: action.verb, data });
      }
      throw new Error(`no card has a button “${title}”: ${buttonsOf(messages).join(', ')}`);
    },

    async hears(text, seconds = 30) {
      const deadline = Date.now() + seconds * 1000;
      let after = mark;
      for (let wait = 0; ; wait = 5) {
        const { messages, n } = await read(after, wait);
        const heard = messages.findLast((message) => message.from === 'bot' && holds(message, text));
        if (heard) return heard;
        if (Date.now() > deadline)
          throw new Error(`nobody said ${String(text)}; heard: ${(await read()).messages.map(said).join(' | ')}`);
        after = n;
      }
    },
  };
}

/** Everything a message says, card or text, line by line. */
export function linesOf({ text, card }: Message): readonly string[] {
  return [text ?? '', ...(card ? textsIn(card) : [])].filter((one) => one.trim() !== '');
}

/** The same on one line. */
export const said = (message: Message): string => linesOf(message).join(' · ');

function holds(message: Message, text: string | RegExp): boolean {
  return typeof text === 'string' ? said(message).includes(text) : text.test(said(message));
}

const buttonsOf = (messages: readonly Message[]) =>
  messages.flatMap(({ card }) => (card ? actionsIn(card).map((action) => action.title) : []));

const Action = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).default({}),
});

/** The buttons of a card, however deep they sit. */
export function actionsIn(value: unknown): z.infer<typeof Action>[] {
  const action = Action.safeParse(value).data;
  const inside = value !== null && typeof value === 'object' ? Object.values(value).flatMap(actionsIn) : [];
  return action ? [action, ...inside] : inside;
}

const Toggle = z.object({ type: z.literal('Input.Toggle'), id: z.string() });

/** The choice on a review: how the new addresses were checked. */
const How = z.object({
  type: z.literal('Input.ChoiceSet'),
  id: z.literal('addresses-checked'),
  choices: z.tuple([z.object({ value: z.string() })], z.unknown()),
});

/** Every tick of a card, given, and how addresses were checked, answered. */
export function ticked(value: unknown): Record<string, string> {
  const toggle = Toggle.safeParse(value).data;
  if (toggle) return { [toggle.id]: 'true' };
  const how = How.safeParse(value).data;
  if (how) return { [how.id]: how.choices[0].value };
  if (value === null || typeof value !== 'object') return {};
  return Object.fromEntries(Object.values(value).flatMap((one) => Object.entries(ticked(one))));
}

const Text = z.looseObject({ type: z.enum(['TextBlock', 'TextRun']), text: z.string() });

function textsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const text = Text.safeParse(value).data?.text;
  return [...(text === undefined ? [] : [text]), ...Object.values(value).flatMap(textsIn)];
}

async function asked(url: string, options?: RequestInit): Promise<Response> {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}
