import { standings } from '../agreeing/ledger.ts';
import { begunCard } from '../cards/change-card.ts';
import { type RecordingView, recordingCard } from '../cards/recording-card.ts';
import type { Rendered } from '../cards/render.ts';
import { notChanged } from '../cards/words/changing.ts';
import { recordingFaults, recording as words } from '../cards/words/recording.ts';
import type { Changed, Changing } from '../changing/changing.ts';
import { nothingAnswered } from '../conversation/answered.ts';
import type { Colleague, Recording, Reference } from '../meetings/ask.ts';
import type { World } from '../meetings/world.ts';
import type { Entry } from '../register/entry.ts';
import type { RecordingSaid } from './recording-said.ts';

/**
 * Recording is off. For a meeting that stands it is opened as a change of the request: for a purpose, until a day, once everyone from
 * outside has agreed and those who authorise it have said yes; then the safeguards are written and read back again.
 */
export type RecordingChat = (said: RecordingSaid, person: Colleague) => Promise<readonly Rendered[]>;

/** @returns a turn that rejects with a `Failure` when the register or Entra cannot be asked */
export function openRecordingChat(parts: { world: Pick<World, 'register'>; changing: Changing }): RecordingChat {
  const { world, changing } = parts;

  async function card(entry: Entry, said: Partial<Pick<RecordingView, 'chosen' | 'fault' | 'refused'>> = {}) {
    const statements = await world.register.agreements(entry.reference);
    const view = { chosen: {}, fault: null, refused: null, ...said };
    return { card: recordingCard({ entry, statements, standings: standings(entry, statements), ...view }) };
  }

  async function look(
    reference: Reference,
    person: Colleague,
    said: Parameters<typeof card>[1] = {},
  ): Promise<readonly Rendered[]> {
    const found = await changing.meeting(reference, person.id, 'open recording');
    return found.done ? [await card(found.entry, said)] : sorry(found);
  }

  async function open(reference: Reference, recording: Recording, person: Colleague): Promise<readonly Rendered[]> {
    const wish = { to: 'open recording', recording } as const;
    const changed = await changing.change({ reference, wish, answered: nothingAnswered }, person.id);
    if (changed.done) return begun(changed.row.entry, { asked: words.asked, otherwise: words.opening });
    const { decision, entry } = changed;
    if (decision === null || entry === null) return sorry(changed);
    return [await card(entry, { chosen: recording, refused: decision })];
  }

  async function close(reference: Reference, person: Colleague): Promise<readonly Rendered[]> {
    const wish = { to: 'close recording' } as const;
    const changed = await changing.change({ reference, wish, answered: nothingAnswered }, person.id);
    return changed.done
      ? begun(changed.row.entry, { asked: words.closingAsked, otherwise: words.closing })
      : sorry(changed);
  }

  return async (said, person) => {
    switch (said.about) {
      case 'look': {
        const messages = await look(said.reference, person);
        if (!said.tapped) return messages;
        return messages.flatMap((one): readonly Rendered[] =>
          'card' in one ? [{ text: words.here }, { ...one, beside: true }] : [one],
        );
      }
      case 'missing':
        return look(said.reference, person, { fault: recordingFaults[said.fault], chosen: said.chosen });
      case 'open':
        return open(said.reference, said.recording, person);
      case 'close':
        return close(said.reference, person);
      case 'which':
        return [{ text: words.which }];
      case 'nothing readable':
        return [{ text: recordingFaults.unreadable }];
    }
  };
}

/** In the place of the card that was tapped: there is nothing left to press on it. */
function begun(entry: Entry, says: { asked: string; otherwise: string }): readonly Rendered[] {
  const waits = entry.step === 'authorise';
  const about = { reference: entry.reference, ask: entry.amendment?.ask ?? entry.ask };
  const more = [waits ? says.asked : says.otherwise];
  return [{ card: begunCard(waits ? 'waiting' : 'change', about, { reader: 'comes', more }) }];
}

const sorry = ({ why }: Extract<Changed, { done: false }>): readonly Rendered[] => [{ text: notChanged[why] }];
