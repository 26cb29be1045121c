import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportBegun, ExportPage, ExportRow } from '../../../bot/views/export-row.ts';
import { useTab } from '../../shell/tab-context.ts';
import type { Trouble } from '../../words/words.ts';
import { beginExport, exportPage, type Wish } from './answers.ts';

/** All that was handed out so far, of a wish whose reason is kept. */
export type Taken = {
  readonly wish: Wish;
  readonly begun: ExportBegun;
  readonly rows: readonly ExportRow[];
  readonly unreadable: number;
  /** Where the next page begins, the first with a cursor of `null`; `null` when there is none, or no more are wanted. */
  readonly left: { readonly cursor: string | null } | null;
  readonly isAll: boolean;
};

export type Exporting =
  | { readonly step: 'wish'; readonly trouble: Trouble | null }
  | { readonly step: 'beginning' }
  /** `trouble`: it has halted, and goes on from there when it is told to, or by itself when the server said when. */
  | { readonly step: 'taking'; readonly taken: Taken; readonly trouble: Trouble | null }
  | { readonly step: 'taken'; readonly taken: Taken };

/** So many rows are printed at most: some fifty pages of paper. */
export const mostPrinted = 2_000;

/** Takes the register page by page. Stopping, and leaving the page, asks for nothing more and drops what is there. */
export function useExport() {
  const { ask } = useTab();
  const [exporting, setExporting] = useState<Exporting>({ step: 'wish', trouble: null });
  const running = useRef(new AbortController());
  const stop = useCallback(() => {
    running.current.abort();
    setExporting({ step: 'wish', trouble: null });
  }, []);
  useEffect(
    () => () => {
      running.current.abort();
    },
    [],
  );

  const goOn = useCallback(
    async (from: Taken) => {
      running.current.abort();
      running.current = new AbortController();
      const { signal } = running.current;
      let taken = from;
      while (taken.left) {
        setExporting({ step: 'taking', taken, trouble: null });
        const { begun, wish, left } = taken;
        const answer = await exportPage(ask, { id: begun.id, filter: wish.filter, cursor: left.cursor }, signal);
        if (signal.aborted) return;
        if (!answer.ok) {
          setExporting({ step: 'taking', taken, trouble: answer.trouble });
          return;
        }
        taken = added(taken, answer.value);
      }
      setExporting({ step: 'taken', taken });
    },
    [ask],
  );

  const begin = async (wish: Wish) => {
    setExporting({ step: 'beginning' });
    const begun = await beginExport(ask, wish);
    if (!begun.ok) setExporting({ step: 'wish', trouble: begun.trouble });
    else await goOn({ wish, begun: begun.value, rows: [], unreadable: 0, left: { cursor: null }, isAll: true });
  };

  const againIn = exporting.step === 'taking' ? exporting.trouble?.againIn : undefined;
  const halted = exporting.step === 'taking' ? exporting.taken : null;
  useEffect(() => {
    if (againIn === undefined || halted === null) return;
    const timer = setTimeout(() => void goOn(halted), againIn * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [againIn, halted, goOn]);

  return { exporting, begin, goOn, stop };
}

function added(taken: Taken, page: ExportPage): Taken {
  const rows = [...taken.rows, ...page.rows];
  const enough = taken.wish.format === 'print' && rows.length >= mostPrinted;
  return {
    ...taken,
    rows: enough ? rows.slice(0, mostPrinted) : rows,
    unreadable: taken.unreadable + page.unreadable,
    left: enough || page.next === null ? null : { cursor: page.next },
    isAll: !(enough && (page.next !== null || rows.length > mostPrinted)),
  };
}
