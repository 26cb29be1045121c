import type { SeededPerson } from '../school/people.ts';
import type { TeamsWorld } from '../teams-world.ts';
import { type Conversation, groupChat, personAccountId, personalChat } from './conversations.ts';

/** Finds people and conversations by the ids that a bot or the page knows them by. */
export class Roster {
  readonly #world: TeamsWorld;

  constructor(world: TeamsWorld) {
    this.#world = world;
  }

  get group(): Conversation {
    return groupChat(this.#world.people());
  }

  /** @param id an Entra object id, or the `29:` id that this bot knows the person by */
  person(id: string): SeededPerson | undefined {
    return this.#world.people().find((person) => person.id === id || personAccountId(this.#world.appId, person) === id);
  }

  chatWith(person: SeededPerson): Conversation {
    return personalChat(this.#world.appId, person);
  }

  conversation(id: string): Conversation | undefined {
    const chats = this.#world.people().map((person) => this.chatWith(person));
    return [this.group, ...chats].find((conversation) => conversation.id === id);
  }

  /** A person as the connector tells a bot of them (TeamsChannelAccount). */
  account(person: SeededPerson) {
    const [givenName = '', ...rest] = person.name.split(' ');
    return {
      id: personAccountId(this.#world.appId, person),
      name: person.name,
      objectId: person.id,
      aadObjectId: person.id,
      givenName,
      surname: rest.join(' '),
      email: person.address,
      userPrincipalName: person.userPrincipalName,
      tenantId: this.#world.tenantId,
      userRole: person.kind === 'guest' ? 'guest' : 'user',
    };
  }
}
