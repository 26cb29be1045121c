/** What the page, the demo and the tests see of a chat: `GET /_teams/chats/{personId}` and `GET /_teams/group`. */
export type Chat = {
  readonly messages: readonly ChatMessage[];
  /** The number of the newest change; give it back as `after` to hear of the next one. */
  readonly n: number;
  /** Whether the bot is writing at this moment. */
  readonly typing: boolean;
  /** Counts how often the school was reset; when it grows, whatever was read before is gone. */
  readonly resets: number;
};

export type ChatMessage = BotMessage | PersonMessage | DeletedMessage;

type Numbered = {
  readonly id: string;
  /** Counts changes, not messages: an edited message comes again with a new number. */
  readonly n: number;
  /** UTC, ISO 8601. */
  readonly at: string;
};

export type BotMessage = Numbered & {
  readonly from: 'bot';
  readonly text?: string;
  /** An Adaptive Card; in a group chat it may be one reader's own view of it. */
  readonly card?: Card;
  readonly updatedAt?: string;
  /** How the newest press of its card was answered. */
  readonly pressed?: Delivery;
};

export type PersonMessage = Numbered & {
  readonly from: 'person';
  /** Entra object id of who wrote it. */
  readonly by: string;
  readonly text: string;
  readonly delivery: Delivery;
};

export type DeletedMessage = Numbered & { readonly from: 'bot'; readonly deleted: true; readonly updatedAt: string };

export type Card = Readonly<Record<string, unknown>>;

/** How the bot's server answered the channel; Teams hides this from people, and a school in a box need not. */
export type Delivery =
  | { readonly state: 'on its way' }
  | { readonly state: 'not for the bot' }
  | { readonly state: 'answered'; readonly status: number; readonly milliseconds: number }
  | { readonly state: 'unanswered'; readonly milliseconds: number };
