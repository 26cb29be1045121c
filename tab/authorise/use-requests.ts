import { useCallback, useEffect, useRef, useState } from 'react';
import type { Queue } from '../../bot/api/authorise.ts';
import type { QueueRow, Stands } from '../../bot/authorising/request-view.ts';
import { type LiveAnswer, useLiveAnswer } from '../asking/use-live-answer.ts';
import { useTab } from '../shell/tab-context.ts';
import { authoriseWords } from '../words/authorise.ts';
import type { Trouble } from '../words/words.ts';
import { answerRequest, queueOf, requestOf, type Say } from './answers.ts';

/** A request as far as it is known here. `meanwhile`: it was decided by somebody else while the page was open. */
export type Known = {
  readonly stands: Stands | null;
  readonly busy: boolean;
  /** What an answer came to, or why it came to nothing. */
  readonly note: string | null;
  readonly meanwhile: boolean;
};

export type Requests = {
  readonly live: LiveAnswer<Queue>;
  /** In the places where they were first shown, those that were decided since among them. */
  readonly rows: readonly QueueRow[];
  readonly of: (reference: string) => Known;
  /** Reads a request, unless it has been. */
  readonly read: (reference: string) => void;
  /** @returns whether the answer was taken */
  readonly decide: (reference: string, said: Say) => Promise<boolean>;
};

const unread: Known = { stands: null, busy: false, note: null, meanwhile: false };
const inWords = ({ say, next }: Trouble) => `${say} ${next}`;

export const isOpen = ({ stands }: Known): boolean => stands === null || stands.is === 'yours';

/** The queue, and what becomes of each request in it. */
export function useRequests(): Requests {
  const { ask } = useTab();
  const live = useLiveAnswer(useCallback((signal: AbortSignal) => queueOf(ask, signal), [ask]));
  const { known, change } = useKnown();
  const rows = useInTheirPlaces(live.asked.state === 'answered' ? live.asked.value.yours : null);
  const leaving = useLeaving();

  const load = useCallback(
    async (reference: string, meanwhile: boolean) => {
      change(reference, { busy: true });
      const answer = await requestOf(ask, reference, leaving.current.signal);
      if (leaving.current.signal.aborted) return;
      change(
        reference,
        answer.ok
          ? { busy: false, stands: answer.value, note: null, meanwhile: meanwhile && answer.value.is !== 'yours' }
          : { busy: false, note: inWords(answer.trouble) },
      );
    },
    [ask, change, leaving],
  );

  const of = useCallback((reference: string) => known.current.get(reference) ?? unread, [known]);
  const read = useCallback(
    (reference: string) => {
      const { stands, busy } = of(reference);
      if (stands === null && !busy) void load(reference, false);
    },
    [of, load],
  );

  // What is in the queue no longer was decided by somebody, or is none of ours any more.
  useEffect(() => {
    if (live.asked.state !== 'answered') return;
    const there = new Set(live.asked.value.yours.map(({ reference }) => reference));
    for (const { reference } of rows) {
      const now = of(reference);
      if (!there.has(reference) && isOpen(now) && !now.busy) void load(reference, true);
    }
  }, [live.asked, rows, of, load]);

  const decide = async (reference: string, said: Say): Promise<boolean> => {
    const { stands, busy } = of(reference);
    if (busy) return false;
    if (stands?.is !== 'yours') {
      change(reference, { note: authoriseWords.notRead });
      return false;
    }
    change(reference, { busy: true, note: null });
    const answer = await answerRequest(ask, reference, { ...said, seen: stands.request.seen });
    if (!answer.ok) {
      change(reference, { busy: false, note: inWords(answer.trouble) });
      return false;
    }
    const { taken, why, stands: now } = answer.value;
    const note = taken ? noteOf(now) : (why ?? null);
    change(reference, { busy: false, note, ...(now && { stands: now }), meanwhile: !taken && now?.is === 'decided' });
    return taken;
  };
  return { live, rows, of, read, decide };
}

function noteOf(now: Stands | undefined): string | null {
  if (now?.is === 'yours') return authoriseWords.stillWaits;
  return now?.is === 'others' ? `${authoriseWords.yesIsIn} ${authoriseWords.waitsFor(now.request.of)}` : null;
}

/** What is known of each request; read at once by work that goes on over several drawings of the page. */
function useKnown() {
  const known = useRef<ReadonlyMap<string, Known>>(new Map());
  const [, draw] = useState(0);
  const change = useCallback((reference: string, part: Partial<Known>) => {
    known.current = new Map(known.current).set(reference, { ...(known.current.get(reference) ?? unread), ...part });
    draw((count) => count + 1);
  }, []);
  return { known, change };
}

function useLeaving() {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => {
      leaving.current.abort();
    };
  }, []);
  return leaving;
}

const noRows: readonly QueueRow[] = [];

/** Nobody is moved while they read: each row stays where it was, a new one comes last. */
function useInTheirPlaces(fresh: readonly QueueRow[] | null): readonly QueueRow[] {
  const [rows, setRows] = useState(noRows);
  useEffect(() => {
    if (fresh === null) return;
    setRows((before) => {
      const newest = new Map(fresh.map((row) => [row.reference, row]));
      const there = before.map((row) => newest.get(row.reference) ?? row);
      return [...there, ...fresh.filter(({ reference }) => !before.some((row) => row.reference === reference))];
    });
  }, [fresh]);
  return rows;
}
