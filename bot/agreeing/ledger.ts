import { createHash } from 'node:crypto';
import { type Ask, type Guest, guestsOf, isFamily, pupilAttends, type Reference } from '../meetings/ask.ts';
import { type Agreement, agreements, type Statement } from '../register/agreements.ts';
import type { Entry } from '../register/entry.ts';

/** What the statements about a meeting's guests come to. Pure. */

/** Who a guest of a meeting is, whatever their number on its list is by now; another name or address is somebody else. SHA-256, hex. */
export const keyOf = ({ name, address }: Guest, reference: Reference): string =>
  createHash('sha256')
    .update(JSON.stringify([reference, name, address]))
    .digest('hex');

/** A guest with the newest statement about each agreement; `null` where there is none. */
export type Standing = {
  readonly guest: Guest;
  /** On the list as it is now, from 1. */
  readonly number: number;
  readonly key: string;
  readonly agreed: Readonly<Record<Agreement, Statement | null>>;
};

/** @param statements of this meeting, oldest first */
export function standings({ ask, reference }: OfMeeting, statements: readonly Statement[]): readonly Standing[] {
  return guestsOf(ask).map((guest, index) => {
    const key = keyOf(guest, reference);
    const newest = (agreement: Agreement) =>
      statements.findLast((one) => one.guest.key === key && one.agreement === agreement) ?? null;
    const agreed = {
      'take part': newest('take part'),
      'share information': newest('share information'),
      'be recorded': newest('be recorded'),
      'be contacted directly': newest('be contacted directly'),
    };
    return { guest, number: index + 1, key, agreed };
  });
}

type OfMeeting = { readonly reference: Reference; readonly ask: Ask };

/** Whether everyone has agreed to be recorded and nobody has withdrawn it; for a pupil on the call their family answers. */
export function allAgreedToRecording({ ask, reference }: OfMeeting, statements: readonly Statement[]): boolean {
  const spokenFor = !pupilAttends(ask) || guestsOf(ask).some(isFamily);
  const all = standings({ ask, reference }, statements);
  return spokenFor && all.every(({ agreed }) => agreed['be recorded']?.says === 'given');
}

/** An agreement that a guest has withdrawn. `dismissible`: the meeting may go on without it, once somebody has said why. */
export type Withdrawn = {
  readonly agreement: Agreement;
  /** The guest's number on the list as it is now. */
  readonly guest: number;
  /** Of the statement, so that the same withdrawal is the same reason. */
  readonly statement: number;
  readonly dismissible: boolean;
};

/**
 * Which agreements behind a meeting are withdrawn as things stand. Nobody is brought to a meeting against their will or recorded
 * against it; without the other two a meeting may go on, once somebody has looked. To be recorded counts while a recording is open.
 */
export function withdrawnSince(statements: readonly Statement[], entry: Entry): readonly Withdrawn[] {
  return standings(entry, statements).flatMap(({ number, agreed }) =>
    agreements.flatMap((agreement) => {
      const newest = agreed[agreement];
      if (newest?.says !== 'withdrawn' || (agreement === 'be recorded' && entry.ask.recording === null)) return [];
      return [{ agreement, guest: number, statement: newest.number, dismissible: dismissible[agreement] }];
    }),
  );
}

const dismissible: Readonly<Record<Agreement, boolean>> = {
  'take part': false,
  'share information': true,
  'be recorded': false,
  'be contacted directly': true,
};
