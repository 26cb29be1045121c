import { useState } from 'react';
import type { Filter } from './answers.ts';

const unfiltered: Filter = { scope: '', kind: '', status: '', from: '', to: '', order: 'newest' };

export type Filtering = {
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
  /** Absent when nothing is filtered. */
  readonly clear: (() => void) | undefined;
  /** A key for the fields, which keep what was typed: with each clearing they begin afresh. */
  readonly timesCleared: number;
};

/** What the list is narrowed down to. Whose meetings, and in which order, is not cleared with the rest. */
export function useFilter(): Filtering {
  const [filter, setFilter] = useState(unfiltered);
  const [timesCleared, setTimesCleared] = useState(0);
  const change = (part: Partial<Filter>) => {
    setFilter((before) => ({ ...before, ...part }));
  };
  const clear = () => {
    change({ kind: '', status: '', from: '', to: '' });
    setTimesCleared((times) => times + 1);
  };
  const isFiltered = filter.kind !== '' || filter.status !== '' || filter.from !== '' || filter.to !== '';
  return { filter, change, clear: isFiltered ? clear : undefined, timesCleared };
}
