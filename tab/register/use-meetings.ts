import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingSummary, MeetingsPage } from '../../bot/views/meeting.ts';
import type { Scope } from '../../bot/views/rights.ts';
import type { Ask } from '../asking/ask.ts';
import { type Asked, useAnswer } from '../asking/use-answer.ts';
import type { Trouble } from '../words/words.ts';
import { type Filter, listMeetings } from './answers.ts';

export type Meetings = {
  /** Whose meetings the server chose to show; `null` until it has answered once, and kept while it answers anew. */
  readonly scope: Scope | null;
  readonly asked: Asked<readonly MeetingSummary[]>;
  /** How many entries are missing from the list because nobody can read them. */
  readonly unreadable: number;
  /** What stands below the list: nothing more, more to be had, on its way, or not to be had just now. */
  readonly more: 'none' | 'there is' | 'loading' | Trouble;
  readonly showMore: () => void;
  readonly again: () => void;
};

/** The register, page after page, for one filter at a time. */
export function useMeetings(ask: Ask, filter: Filter): Meetings {
  const firstPage = useCallback(
    (signal: AbortSignal) => listMeetings(ask, { filter, cursor: null }, signal),
    [ask, filter],
  );
  const { asked, again } = useAnswer(firstPage);
  const [later, setLater] = useState<readonly MeetingsPage[]>([]);
  const [adding, setAdding] = useState<'idle' | 'loading' | Trouble>('idle');
  const [scope, setScope] = useState<Scope | null>(null);
  const leaving = useRef(new AbortController());

  useEffect(() => {
    setLater([]);
    setAdding('idle');
    if (asked.state === 'answered') setScope(asked.value.scope);
    leaving.current = new AbortController();
    return () => {
      leaving.current.abort();
    };
  }, [asked]);

  if (asked.state !== 'answered') return { scope, asked, unreadable: 0, more: 'none', showMore: again, again };

  const pages = [asked.value, ...later];
  const next = pages.at(-1)?.next ?? null;
  const showMore = () => {
    const { signal } = leaving.current;
    setAdding('loading');
    const asBefore = { ...filter, scope: asked.value.scope };
    void listMeetings(ask, { filter: asBefore, cursor: next }, signal).then((answer) => {
      if (signal.aborted) return;
      if (answer.ok) setLater((before) => [...before, answer.value]);
      setAdding(answer.ok ? 'idle' : answer.trouble);
    });
  };
  const there = next === null ? 'none' : 'there is';
  return {
    scope: asked.value.scope,
    asked: { state: 'answered', value: pages.flatMap(({ meetings }) => meetings) },
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    more: adding === 'idle' ? there : adding,
    showMore,
    again,
  };
}
