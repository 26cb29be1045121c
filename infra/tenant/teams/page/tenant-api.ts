import type { Response as MailResponse } from '../../graph/events/event.ts';
import type { Mail } from '../../mail/mail.ts';
import type { SeededPerson } from '../../school/people.ts';
import type { Answer } from '../channel.ts';
import type { Chat } from '../chat-message.ts';

/** The page's way to its own tenant. Both are built from one source, so answers are taken at their word. */
export type Person = SeededPerson & { readonly accountId: string };
export type School = {
  readonly name: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly group: { readonly id: string; readonly name: string; readonly members: readonly string[] };
};
export type { Answer, Chat, Mail, MailResponse };

/** One chat as one person has it. */
export type ChatAddress = { readonly as: string; readonly chat: 'bot' | 'group' };
export type Press = {
  readonly messageId: string;
  readonly verb: string;
  readonly data: unknown;
  readonly trigger: 'manual' | 'automatic';
};

export const people = () => get<readonly Person[]>('/_teams/people');
export const school = () => get<School>('/_teams/school');
export const outbox = (signal: AbortSignal) => get<readonly Mail[]>('/_teams/outbox', signal);
export const answerMail = (id: string, response: MailResponse) => post(`/_teams/outbox/${id}/answer`, { response });
/** The meeting that is called, as an app inside it is told of it. */
export type Called = { readonly subject: string; readonly chatId: string; readonly id: string };
export const called = (meeting: string) => get<Called>(`/_teams/meetings/${encodeURIComponent(meeting)}`);
export const tabToken = (as: string) => get<{ token: string }>(`/_teams/token/${as}`);
export const install = (as: string) => post(`/_teams/chats/${as}/installed`, {});

/** Waits until the chat has something newer than `known`, or for 25 seconds. */
export function readChat({ as, chat }: ChatAddress, known: Chat | null, signal: AbortSignal): Promise<Chat> {
  const query = known === null ? '' : `after=${known.n}&wait=25&typing=${String(known.typing)}`;
  return get<Chat>(chat === 'group' ? `/_teams/group?as=${as}&${query}` : `/_teams/chats/${as}?${query}`, signal);
}

export function say({ as, chat }: ChatAddress, text: string, mention: boolean): Promise<Answer> {
  if (chat === 'group') return post('/_teams/group/messages', { from: as, text, mention });
  return post(`/_teams/chats/${as}/messages`, { text });
}

export function press({ as, chat }: ChatAddress, action: Press): Promise<Answer> {
  if (chat === 'group') return post('/_teams/group/actions', { from: as, ...action });
  return post(`/_teams/chats/${as}/actions`, action);
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await fetch(path, signal === undefined ? {} : { signal }));
}

async function post(path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return read<Answer>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // Not parsed again: the answer was written by the tenant this page was built with, from the same types.
  return (await response.json()) as T;
}
