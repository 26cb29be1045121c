import type { Safeguards } from '../policy/decision.ts';
import type { Line } from '../register/line.ts';
import { safeguardWords, statusWords } from './in-words.ts';

/** What a reader sees of a meeting's safeguards: as asked, and as Teams answered. Pure. */

export type SealView =
  | { readonly state: 'sealed'; readonly readBackAt: string; readonly says: string }
  | { readonly state: 'not yet' | 'not sealed' | 'broken'; readonly says: string };

/** `readBack` is what Teams answered when it was last asked, in the same words; `null` while there is no such answer. */
export type SafeguardView = { readonly name: string; readonly asked: string; readonly readBack: string | null };

/** Whether a meeting's safeguards, or the uselessness of its link once it has ended, were read back. */
export function sealView({ status, seal, stoppedBy }: Pick<Line, 'status' | 'seal' | 'stoppedBy'>): SealView {
  switch (status) {
    // What was sealed once says nothing about a meeting that was called off because it did not stay so.
    case 'called off':
      return { state: 'broken', says: 'The safeguards did not stay as asked.' };
    case 'moved':
    case 'cancelled':
      return stoppedBy === 'link not retired'
        ? { state: 'broken', says: 'It has ended, and its link could not be proved useless.' }
        : { state: 'not sealed', says: 'It has ended. Its link was made useless, and read back so.' };
    case 'on hold':
      return { state: 'not sealed', says: 'On hold: its link is shut, and was read back so.' };
    case 'held elsewhere':
      return { state: 'not sealed', says: 'It is held without Teams, so there is nothing to seal.' };
    case 'not arranged':
    case 'refused':
      return { state: 'not sealed', says: 'There is no meeting to seal.' };
    case 'waiting':
      return { state: 'not yet', says: statusWords.waiting };
    case 'arranging':
    case 'arranged':
    case 'needs review':
      return seal.state === 'sealed'
        ? { state: 'sealed', readBackAt: seal.at, says: 'Every safeguard read back as asked.' }
        : { state: 'not yet', says: 'The safeguards have not been read back yet.' };
  }
}

/** Every setting in words, in the order of their table. */
export function safeguardViews(asked: Safeguards, seal: SealView): SafeguardView[] {
  // Generic, or the compiler forgets which value goes with which sentences.
  const inWords = <Name extends keyof Safeguards>(name: Name, value: Safeguards[Name]): string =>
    safeguardWords[name].says[`${value}`];
  // `Object.keys` forgets what the keys are; they are those of the table above.
  return (Object.keys(safeguardWords) as (keyof Safeguards)[]).map((name) => ({
    name: safeguardWords[name].name,
    asked: inWords(name, asked[name]),
    // A seal exists only when every setting read back equal to the one asked, so the words are the same.
    readBack: seal.state === 'sealed' ? inWords(name, asked[name]) : null,
  }));
}
