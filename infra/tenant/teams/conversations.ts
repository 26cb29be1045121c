import { createHash } from 'node:crypto';
import type { SeededPerson } from '../school/people.ts';

/**
 * Who talks to whom. The ids are derived, not drawn: after a restart the same person has the same chat, as in Teams.
 * Their forms are Teams' own: people `29:`, bots `28:`, one-to-one chats with a bot `a:`, group chats `19:…@thread.v2`.
 */
export type Conversation =
  | { readonly kind: 'personal'; readonly id: string; readonly members: readonly [SeededPerson] }
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly members: readonly SeededPerson[] };

export const botName = 'Chaperone';
const groupName = 'Year 4 team';

export function botAccountId(appId: string): string {
  return `28:${appId}`;
}

/** Opaque and different for every bot, so that nobody mistakes it for the Entra object id. */
export function personAccountId(appId: string, person: SeededPerson): string {
  return `29:1${digest(`${appId} ${person.id}`).toString('base64url')}`;
}

/** The one-to-one chat of a person with the bot. It exists in Teams as soon as either side speaks. */
export function personalChat(appId: string, person: SeededPerson): Conversation {
  return {
    kind: 'personal',
    id: `a:1${digest(`personal ${appId} ${person.id}`).toString('base64url')}`,
    members: [person],
  };
}

/** The school's one group chat with the bot in it: the first three members of staff. */
export function groupChat(people: readonly SeededPerson[]): Conversation {
  const members = people.filter(hasBotInstalled).slice(0, 3);
  return {
    kind: 'group',
    id: `19:${digest(groupName).toString('hex').slice(0, 32)}@thread.v2`,
    name: groupName,
    members,
  };
}

/** The school's set-up policy installs the app for staff; nobody else gets it unless they add it themselves. */
export function hasBotInstalled(person: SeededPerson): boolean {
  return person.kind === 'member' && person.groups.includes('staff');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
