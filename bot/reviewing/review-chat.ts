import type { Rendered } from '../cards/render.ts';
import { conformingCard, reviewCard } from '../cards/reviewing-card.ts';
import { conforming, notDismissed, unreadable } from '../cards/words/reviewing.ts';
import { listNoLongerConforming } from '../conforming/compare.ts';
import type { Colleague } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import { dismiss } from './dismissing.ts';
import { mayDismiss } from './reasons.ts';
import type { ReviewSaid } from './review-said.ts';

/** Answers in a reviewer's chat. They belong to no draft, so the conversation knows nothing of them. */
export type ReviewChat = (said: ReviewSaid, person: Colleague) => Promise<readonly Rendered[]>;

/** @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked */
export function openReviewChat(world: World): ReviewChat {
  const { tabUrl } = world;
  const rolesOf = ({ id }: Colleague) => world.people.afresh().rolesOf(id);

  // The card comes back with the fault in it, to whoever may answer and to nobody else.
  async function mended(said: Extract<ReviewSaid, { about: 'fault' }>, person: Colleague) {
    const row = await world.register.find(said.reference);
    if (row === null) return [{ text: notDismissed['no such meeting'] }];
    const may = mayDismiss(row.entry, { ...person, roles: await rolesOf(person) }, said.shown);
    if (!may.may) return [{ text: notDismissed[may.why] }];
    return [{ card: reviewCard(row.entry, { fault: true, tabUrl }) }];
  }

  return async (said, person) => {
    switch (said.about) {
      case 'nothing readable':
        return [{ text: unreadable }];
      case 'fault':
        return mended(said, person);
      case 'dismiss': {
        const done = await dismiss(world, said.reference, person, said);
        if (done.entry !== undefined) return [{ card: reviewCard(done.entry, { fault: false, tabUrl }) }];
        return [{ text: notDismissed[done.why] }];
      }
      case 'what no longer conforms': {
        const roles = await rolesOf(person);
        if (!roles.has('slt') && !roles.has('head')) return [{ text: conforming.notForYou }];
        const list = await listNoLongerConforming(world);
        return [list.length === 0 ? { text: conforming.nothing } : { card: conformingCard(list, tabUrl) }];
      }
    }
  };
}
