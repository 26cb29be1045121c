import { z } from 'zod';
import type { SeededPerson } from '../school/people.ts';
import type { TeamsWorld } from '../teams-world.ts';
import {
  type Activity,
  type CardAction,
  cardActionActivity,
  installationActivities,
  mentionActivity,
  messageActivity,
} from './activities.ts';
import type { Changes } from './changes.ts';
import type { Delivery } from './chat-message.ts';
import type { Chats } from './chats.ts';
import type { Conversation } from './conversations.ts';
import { isNoAnswer } from './no-answer.ts';

/** The Bot Framework channel gives up on a bot after so long, and the person sees that it did not answer. */
const patience = 15_000;
const issuer = 'https://api.botframework.com';
const tokenSeconds = 3600;

/** What the bot's server answered over HTTP; status null when it did not answer at all. */
export type Answer = { readonly status: number | null; readonly body: unknown };

const CardAnswer = z.object({
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.record(z.string(), z.unknown()),
});

/** Carries what people do in Teams to the bot, as the Bot Framework channel does. */
export class Channel {
  readonly #world: TeamsWorld;
  readonly #chats: Chats;
  readonly #changes: Changes;
  #kept = { serviceUrl: '', value: '', until: 0 };

  constructor(world: TeamsWorld, chats: Chats, changes: Changes) {
    this.#world = world;
    this.#chats = chats;
    this.#changes = changes;
  }

  /** A person writes in a chat. In a group chat the bot hears it only when it is mentioned. */
  async say(from: SeededPerson, conversation: Conversation, said: { text: string; mention: boolean }): Promise<Answer> {
    const at = this.#world.now();
    const id = this.#chats.add({ conversation: conversation.id, at, author: { personId: from.id }, text: said.text });
    this.#changes.happened();
    if (conversation.kind === 'group' && !said.mention) {
      this.#delivered(id, { state: 'not for the bot' });
      return { status: null, body: null };
    }
    const occasion = this.#occasion(from, conversation, at);
    const build = conversation.kind === 'group' ? mentionActivity : messageActivity;
    const started = performance.now();
    const answer = await this.#send(build(occasion, id, said.text));
    this.#delivered(id, toDelivery(answer, Math.round(performance.now() - started)));
    return answer;
  }

  /** A person presses a card's button. A card in the answer takes the old one's place for that person. */
  async press(from: SeededPerson, conversation: Conversation, action: CardAction): Promise<Answer> {
    const at = this.#world.now();
    const activity = cardActionActivity(this.#occasion(from, conversation, at), this.#chats.newId(at), action);
    const started = performance.now();
    const answer = await this.#send(activity);
    const milliseconds = Math.round(performance.now() - started);
    const card = CardAnswer.safeParse(answer.body);
    if (answer.status === 200 && card.success) this.#chats.show(action.messageId, from.id, card.data.value);
    this.#delivered(action.messageId, toDelivery(answer, milliseconds));
    return answer;
  }

  /** The app is added: Teams says so twice. The answer is that of the second. */
  async install(from: SeededPerson, conversation: Conversation): Promise<Answer> {
    const at = this.#world.now();
    this.#chats.install(conversation.id);
    const [installed, joined] = installationActivities(this.#occasion(from, conversation, at), this.#chats.newId(at));
    await this.#send(installed);
    return this.#send(joined);
  }

  async #send(activity: Activity): Promise<Answer> {
    const token = await this.#token(activity.serviceUrl);
    try {
      const response = await fetch(`${this.#world.serverUrl()}/api/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(patience),
      });
      return { status: response.status, body: readable(await response.text()) };
    } catch (fault) {
      // No server, a dropped connection or a bot that is too slow: to the person in the chat these are one thing.
      if (isNoAnswer(fault)) return { status: null, body: null };
      throw fault;
    }
  }

  /** The channel uses a token again until it is half spent. */
  async #token(serviceUrl: string): Promise<string> {
    const now = this.#world.now().getTime();
    if (this.#kept.serviceUrl !== serviceUrl || now > this.#kept.until) {
      const its = { issuer, audience: this.#world.appId, expiresInSeconds: tokenSeconds };
      const value = await this.#world.signing.sign({ serviceurl: serviceUrl }, its);
      this.#kept = { serviceUrl, value, until: now + (tokenSeconds / 2) * 1000 };
    }
    return this.#kept.value;
  }

  #occasion(from: SeededPerson, conversation: Conversation, at: Date) {
    const { tenantId, appId } = this.#world;
    return { conversation, from, at, tenantId, appId, serviceUrl: `${this.#world.tenantUrl()}/botframework/` };
  }

  #delivered(id: string, delivery: Delivery): void {
    this.#chats.delivered(id, delivery);
    this.#changes.happened();
  }
}

function toDelivery({ status }: Answer, milliseconds: number): Delivery {
  return status === null ? { state: 'unanswered', milliseconds } : { state: 'answered', status, milliseconds };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : text; // a bot may answer in plain words, botbuilder does so with 401
  }
}
