import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Card, ChatMessage, Delivery } from './chat-message.ts';

const tables = `
  CREATE TABLE IF NOT EXISTS teams_message (
    id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE, conversation TEXT NOT NULL,
    author TEXT, at TEXT NOT NULL, updatedAt TEXT, text TEXT, card TEXT, delivery TEXT,
    deleted INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS teams_message_by_conversation ON teams_message (conversation, n);
  CREATE TABLE IF NOT EXISTS teams_view (
    message TEXT NOT NULL, person TEXT NOT NULL, card TEXT NOT NULL, PRIMARY KEY (message, person));
  CREATE TABLE IF NOT EXISTS teams_installation (conversation TEXT PRIMARY KEY);
`;

const CardJson = z.record(z.string(), z.unknown());
const DeliveryJson = z.union([
  z.object({ state: z.enum(['on its way', 'not for the bot']) }),
  z.object({ state: z.literal('answered'), status: z.number(), milliseconds: z.number() }),
  z.object({ state: z.literal('unanswered'), milliseconds: z.number() }),
]);

const Row = z.object({
  id: z.string(),
  n: z.number(),
  author: z.string().nullable(),
  at: z.string(),
  updatedAt: z.string().nullable(),
  text: z.string().nullable(),
  card: z.string().nullable(),
  delivery: z.string().nullable(),
  deleted: z.number(),
});

/** What the bot says in one message: a text, a card, or both. */
export type Said = { readonly text: string | undefined; readonly card: Card | undefined };

/** A message that somebody is about to see; the id is what the bot later updates or deletes it by. */
export type NewMessage = { readonly conversation: string; readonly at: Date } & (
  | { readonly author: 'bot'; readonly said: Said }
  | { readonly author: { readonly personId: string }; readonly text: string }
);

/**
 * All chats, in the tenant's own database so that they survive a restart.
 * Every change takes the next number, which is what a page waits for.
 */
export class Chats {
  readonly #database: DatabaseSync;
  #newest: number;
  #lastId = 0;
  #resets = 0;

  constructor(database: DatabaseSync) {
    database.exec(tables);
    this.#database = database;
    this.#newest = z
      .object({ n: z.number() })
      .parse(database.prepare('SELECT coalesce(max(n), 0) AS n FROM teams_message').get()).n;
  }

  /** The number of the newest change in any chat. It never goes back while the process lives, not even by a reset. */
  get newest(): number {
    return this.#newest;
  }

  /** How often the chats were emptied since the process started. */
  get resets(): number {
    return this.#resets;
  }

  /** Teams names messages by the millisecond at which they were sent. */
  newId(at: Date): string {
    this.#lastId = Math.max(at.getTime(), this.#lastId + 1);
    return String(this.#lastId);
  }

  /** @returns the new message's id */
  add(message: NewMessage): string {
    const id = this.newId(message.at);
    const { author, text, card } =
      message.author === 'bot'
        ? { author: null, text: message.said.text ?? null, card: write(message.said.card) }
        : { author: message.author.personId, text: message.text, card: null };
    const delivery: Delivery | undefined = message.author === 'bot' ? undefined : { state: 'on its way' };
    this.#database
      .prepare(
        'INSERT INTO teams_message (id, n, conversation, author, at, text, card, delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(id, this.#next(), message.conversation, author, message.at.toISOString(), text, card, write(delivery));
    return id;
  }

  /** Replaces what the bot said; everybody's own view of the old card goes with it. */
  update(id: string, said: Said, at: Date): void {
    this.#database.prepare('DELETE FROM teams_view WHERE message = ?').run(id);
    this.#database
      .prepare('UPDATE teams_message SET n = ?, text = ?, card = ?, updatedAt = ? WHERE id = ?')
      .run(this.#next(), said.text ?? null, write(said.card), at.toISOString(), id);
  }

  /** Leaves the place in the chat, as Teams does: “This message has been deleted”. */
  delete(id: string, at: Date): void {
    this.#database
      .prepare('UPDATE teams_message SET n = ?, text = NULL, card = NULL, deleted = 1, updatedAt = ? WHERE id = ?')
      .run(this.#next(), at.toISOString(), id);
  }

  /** A card that answers a press replaces the old one for the person who pressed, and for nobody else. */
  show(id: string, personId: string, card: Card): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO teams_view (message, person, card) VALUES (?, ?, ?)')
      .run(id, personId, write(card));
    this.#database.prepare('UPDATE teams_message SET n = ? WHERE id = ?').run(this.#next(), id);
  }

  /** How the bot's server answered a person's message, or the press of a card in the bot's own. */
  delivered(id: string, delivery: Delivery): void {
    this.#database
      .prepare('UPDATE teams_message SET n = ?, delivery = ? WHERE id = ?')
      .run(this.#next(), write(delivery), id);
  }

  /** @returns who wrote the message, or undefined when there is none with that id in that conversation */
  author(conversation: string, id: string): 'bot' | 'person' | undefined {
    const row = this.#database
      .prepare('SELECT author FROM teams_message WHERE conversation = ? AND id = ? AND deleted = 0')
      .get(conversation, id);
    if (row === undefined) return undefined;
    return row['author'] === null ? 'bot' : 'person';
  }

  /** The messages of a conversation that changed after number `after`, as `reader` sees them, oldest message first. */
  read(conversation: string, reader: string, after: number): ChatMessage[] {
    const rows = this.#database
      .prepare(
        `SELECT id, n, author, at, updatedAt, text, coalesce(teams_view.card, teams_message.card) AS card, delivery, deleted
         FROM teams_message LEFT JOIN teams_view ON teams_view.message = id AND teams_view.person = ?
         WHERE conversation = ? AND n > ? ORDER BY CAST(id AS INTEGER)`,
      )
      .all(reader, conversation, after);
    return rows.map((row) => toMessage(Row.parse(row)));
  }

  /** @returns whether this is the first time the app was added to the conversation */
  install(conversation: string): boolean {
    const { changes } = this.#database
      .prepare('INSERT OR IGNORE INTO teams_installation (conversation) VALUES (?)')
      .run(conversation);
    return changes === 1;
  }

  isInstalled(conversation: string): boolean {
    return (
      this.#database.prepare('SELECT 1 FROM teams_installation WHERE conversation = ?').get(conversation) !== undefined
    );
  }

  /** Empties every chat, when the school is reset. */
  clear(): void {
    this.#database.exec('DELETE FROM teams_message; DELETE FROM teams_view; DELETE FROM teams_installation');
    this.#resets += 1;
  }

  #next(): number {
    this.#newest += 1;
    return this.#newest;
  }
}

function toMessage(row: z.infer<typeof Row>): ChatMessage {
  const { id, n, at, author, text, card, updatedAt, delivery } = row;
  if (row.deleted === 1) return { id, n, at, from: 'bot', deleted: true, updatedAt: updatedAt ?? at };
  if (author !== null) {
    const delivered = DeliveryJson.parse(JSON.parse(delivery ?? 'null'));
    return { id, n, at, from: 'person', by: author, text: text ?? '', delivery: delivered };
  }
  return {
    ...{ id, n, at, from: 'bot' },
    ...(text !== null && { text }),
    ...(card !== null && { card: CardJson.parse(JSON.parse(card)) }),
    ...(updatedAt !== null && { updatedAt }),
    ...(delivery !== null && { pressed: DeliveryJson.parse(JSON.parse(delivery)) }),
  };
}

function write(value: Card | Delivery | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
