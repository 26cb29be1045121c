import { recordSays } from '../cards/words/aftercare.ts';
import { startInWords } from '../cards/words/dates.ts';
import type { Entry } from '../register/entry.ts';

/** What a reader of the tab sees of an urgent meeting's look afterwards. Pure. */

/** `words` are the senior leader's own. */
export type AftercareView = { readonly says: string; readonly words?: string };

export function aftercareView({ aftercare }: Entry, now: Date): { aftercare?: AftercareView } {
  switch (aftercare.state) {
    case 'not needed':
      return {};
    case 'due': {
      const isOver = Date.parse(aftercare.by) <= now.getTime();
      return { aftercare: { says: recordSays[isOver ? 'overdue' : 'due'](startInWords(aftercare.by)) } };
    }
    case 'reviewed': {
      const { by, words } = aftercare;
      return { aftercare: { says: recordSays.reviewed(by.name), ...(words !== null && { words }) } };
    }
  }
}
