import { type AgreementsView, agreementsCard } from '../cards/agreements-card.ts';
import type { Rendered } from '../cards/render.ts';
import { agreed, agreementFaults, notWrittenDown } from '../cards/words/agreements.ts';
import type { Colleague } from '../meetings/ask.ts';
import { todayOf } from '../policy/school-day.ts';
import type { Statement } from '../register/agreements.ts';
import type { Entry } from '../register/entry.ts';
import type { Agreeing, Looked } from './agreeing.ts';
import type { AgreementSaid } from './agreement-said.ts';
import { standings } from './ledger.ts';

/** Agreements in the chat of a meeting's host or second adult. They belong to no draft, so the conversation knows nothing of them. */
export type AgreementChat = (said: AgreementSaid, person: Colleague) => Promise<readonly Rendered[]>;

type Shown = Pick<AgreementsView, 'note' | 'chosen'>;

/** @returns a turn that rejects with a `Failure` when the register cannot be asked */
export function openAgreementChat(parts: { agreeing: Agreeing; now: () => Date; tabUrl: string }): AgreementChat {
  const { agreeing, now, tabUrl } = parts;

  const card = (entry: Entry, statements: readonly Statement[], said: Shown) => {
    const view = { entry, standings: standings(entry, statements), ...said, today: todayOf(now()), tabUrl };
    return { card: agreementsCard(view) };
  };

  /** The card as it stands now, with what was wrong; to whoever may not see it, the sentence alone. */
  function answer(looked: Looked, said: Shown): readonly Rendered[] {
    if (looked.done) return [card(looked.entry, looked.statements, said)];
    const note = notWrittenDown[looked.why];
    if (looked.stands === null) return [{ text: note }];
    return [
      card(looked.stands.entry, looked.stands.statements, { note: { is: 'fault', says: note }, chosen: said.chosen }),
    ];
  }

  async function look({ reference, tapped }: Extract<AgreementSaid, { about: 'look' }>, person: Colleague) {
    const messages = answer(await agreeing.look(reference, person), { note: null, chosen: {} });
    if (!tapped) return messages;
    return messages.flatMap((one): readonly Rendered[] =>
      'card' in one ? [{ text: agreed.here }, { ...one, beside: true }] : [one],
    );
  }

  return async (said, person) => {
    switch (said.about) {
      case 'look':
        return look(said, person);
      case 'say': {
        const looked = await agreeing.say(said.reference, person, said.said);
        const done = { note: { is: 'done', says: agreed.writtenDown }, chosen: {} } as const;
        return answer(looked, looked.done ? done : { note: null, chosen: said.said });
      }
      case 'missing': {
        const note = { is: 'fault', says: agreementFaults[said.fault] } as const;
        return answer(await agreeing.look(said.reference, person), { note, chosen: said.chosen });
      }
      case 'which':
        return [{ text: agreed.which }];
      case 'nothing readable':
        return [{ text: agreementFaults.unreadable }];
    }
  };
}
