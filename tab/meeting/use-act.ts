import { useState } from 'react';
import type { MeetingDetail } from '../../bot/views/meeting.ts';
import type { Answer } from '../asking/ask.ts';
import type { Trouble } from '../words/words.ts';
import { theirsIn } from './answers.ts';

/** What came of asking the server for something about this meeting. What was typed is nobody's here, so none of it is lost. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [theirs, setTheirs] = useState<MeetingDetail | null>(null);

  /** @returns what was answered, or `null` when it was not done: then `trouble` or `theirs` says why */
  async function run<T>(work: Promise<Answer<T>>): Promise<T | null> {
    setBusy(true);
    setTrouble(null);
    setTheirs(null);
    const answer = await work;
    setBusy(false);
    if (answer.ok) return answer.value;
    const changed = theirsIn(answer);
    if (changed === null) setTrouble(answer.trouble);
    else setTheirs(changed);
    return null;
  }

  const clear = () => {
    setTrouble(null);
    setTheirs(null);
  };
  return { busy, trouble, theirs, run, clear };
}
