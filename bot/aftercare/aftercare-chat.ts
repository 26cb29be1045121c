import { lookCard } from '../cards/aftercare-card.ts';
import type { Rendered } from '../cards/render.ts';
import { notLooked, unreadable } from '../cards/words/aftercare.ts';
import type { Colleague } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { mayLook } from './aftercare.ts';
import type { AftercareSaid } from './aftercare-said.ts';
import { look } from './caring.ts';

/** Answers in a senior leader's chat about an urgent meeting. It belongs to no draft, so the conversation knows nothing of it. */
export type AftercareChat = (said: AftercareSaid, person: Colleague) => Promise<readonly Rendered[]>;

/** @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked */
export function openAftercareChat(world: World): AftercareChat {
  const { tabUrl } = world;

  // The card comes back with the fault in it, to whoever may look and to nobody else.
  async function mended(said: Extract<AftercareSaid, { about: 'fault' }>, person: Colleague) {
    const row = await world.register.find(said.reference);
    if (row === null) return [{ text: notLooked['no such meeting'] }];
    const may = mayLook(row.entry, { ...person, roles: await world.people.afresh().rolesOf(person.id) });
    if (!may.may) return [{ text: notLooked[may.why] }];
    return [{ card: lookCard(row.entry, { asked: 0, fault: true, tabUrl }) }];
  }

  return async (said, person) => {
    switch (said.about) {
      case 'nothing readable':
        return [{ text: unreadable }];
      case 'fault':
        return mended(said, person);
      case 'looked at': {
        const looked = await look(world, said.reference, person, said.words);
        // Whoever comes second sees what was said, in the place of the card they tapped.
        if (looked.entry !== undefined) return [{ card: lookCard(looked.entry, { asked: 0, fault: false, tabUrl }) }];
        return [{ text: notLooked[looked.why] }];
      }
    }
  };
}
