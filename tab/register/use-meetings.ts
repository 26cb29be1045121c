import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeetingSummary, MeetingsPage } from '../../bot/views/meeting.ts';
import type { Scope } from '../../bot/views/rights.ts';
import type { Ask } from '../asking/ask.ts';
import { type Asked, useAnswer } from '../asking/use-answer.ts';
import type { Trouble } from '../words/words.ts';
import { listMeetings } from './answers.ts';
import type { Filter } from './filter.ts';

export type Meetings = {
  /** Whose meetings the server chose to show; `null` until it has answered once, and kept while it answers anew. */
  readonly scope: Scope | null;
  readonly asked: Asked<readonly MeetingSummary[]>;
  /** How many entries are missing from the list because nobody can read them. */
  readonly unreadable: number;
  /** What stands below the list: nothing more, more to be had, more to be had once somebody says so, on its way, or not to be had just now. */
  readonly more: 'none' | 'there is' | 'far away' | 'loading' | Trouble;
  /** UTC; the server has looked through everything up to then and not filled its page. */
  readonly lookedTo: string | null;
  readonly showMore: () => void;
  readonly again: () => void;
  /** Asks anew for the page this meeting stands on; the others, and where one is in the list, stay as they are. */
  readonly renew: (reference: string) => void;
};

/** So many answers in a row without a meeting, and somebody has to say that they want to look further. */
const emptyInARow = 8;

/** The register, page after page, for one filter at a time. */
export function useMeetings(ask: Ask, filter: Filter): Meetings {
  const firstPage = useCallback(
    (signal: AbortSignal) => listMeetings(ask, { filter, cursor: null }, signal),
    [ask, filter],
  );
  const { asked, again } = useAnswer(firstPage);
  const first = asked.state === 'answered' ? asked.value : null;
  const [later, setLater] = useState<Later>(noneYet);
  const [scope, setScope] = useState<Scope | null>(null);
  const leaving = useRef(new AbortController());

  useEffect(() => {
    setLater({ ...noneYet, after: first });
    if (first) setScope(first.scope);
    leaving.current = new AbortController();
    return () => {
      leaving.current.abort();
    };
  }, [first]);

  if (asked.state !== 'answered') return { ...nothing, scope, asked, showMore: again, again };

  // Until the effect has run, what was added belongs to the list before this one.
  const { pages, adding } =
    later.after === first && later.pages.length > 0 ? later : { ...later, pages: [asked.value] };
  const asBefore = { ...filter, scope: asked.value.scope };
  const fetchPage = (cursor: string | null, done: (page: MeetingsPage | Trouble) => Partial<Later>) => {
    const { signal } = leaving.current;
    void listMeetings(ask, { filter: asBefore, cursor }, signal).then((answer) => {
      if (signal.aborted) return;
      setLater((before) => ({ ...before, ...done(answer.ok ? answer.value : answer.trouble) }));
    });
  };
  const showMore = () => {
    setLater({ after: first, pages, adding: 'loading' });
    fetchPage(pages.at(-1)?.next ?? null, (page) =>
      'say' in page ? { adding: page } : { pages: [...pages, page], adding: 'idle' },
    );
  };
  const renew = (reference: string) => {
    const at = pages.findIndex(({ meetings }) => meetings.some((one) => one.reference === reference));
    if (at < 0) return;
    fetchPage(pages[at - 1]?.next ?? null, (page) => ('say' in page ? {} : { pages: pages.with(at, page) }));
  };
  const last = pages.at(-1);
  return {
    scope: asked.value.scope,
    asked: { state: 'answered', value: pages.flatMap(({ meetings }) => meetings) },
    unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0),
    more: adding === 'idle' ? moreAfter(pages) : adding,
    lookedTo: last?.lookedTo ?? null,
    showMore,
    again,
    renew,
  };
}

type Later = {
  /** The first page these came after. */
  readonly after: MeetingsPage | null;
  readonly pages: readonly MeetingsPage[];
  readonly adding: 'idle' | 'loading' | Trouble;
};
const noneYet: Later = { after: null, pages: [], adding: 'idle' };
const nothing = { unreadable: 0, more: 'none', lookedTo: null, renew: () => undefined } as const;

function moreAfter(pages: readonly MeetingsPage[]): Meetings['more'] {
  if ((pages.at(-1)?.next ?? null) === null) return 'none';
  const empty = pages.length - 1 - pages.findLastIndex(({ meetings }) => meetings.length > 0);
  return empty > 0 && empty % emptyInARow === 0 ? 'far away' : 'there is';
}
