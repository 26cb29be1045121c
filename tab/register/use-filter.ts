import { useCallback, useMemo } from 'react';
import { routeAt } from '../shell/route.ts';
import { useTab } from '../shell/tab-context.ts';
import { changed, cleared, type Filter, filterOf, inWords, queryOf } from './filter.ts';

export type Filtering = {
  /** The same object for as long as the filter is the same, whatever else of the address changes. */
  readonly filter: Filter;
  readonly change: (part: Filter, how?: 'next' | 'instead') => void;
  /** Looks at this instead: a saved view. */
  readonly take: (filter: Filter) => void;
  /** Absent when nothing is filtered. */
  readonly clear: (() => void) | undefined;
  /** The meeting beside the list. */
  readonly open: string | null;
  readonly setOpen: (reference: string | null) => void;
};

// The browser tells of a new address a moment after it is there: two changes in that moment must not undo one another.
function filterNow(): Filter {
  const route = routeAt(window.location.hash.replace(/^#\/?/, ''));
  return route?.page === 'register' ? filterOf(route.filter) : {};
}

/** What the list is narrowed down to stands in the page's address, so that it can be linked and the browser's way back undoes it. */
export function useFilter(): Filtering {
  const { route, go } = useTab();
  const isHere = route.page === 'register';
  const query = isHere ? queryOf(filterOf(route.filter)) : '';
  const filter = useMemo(() => filterOf(Object.fromEntries(new URLSearchParams(query))), [query]);
  const open = isHere ? route.open : null;

  const take = useCallback(
    (next: Filter, how: 'next' | 'instead' = 'next') => {
      // A member of a filter is never absent and there at once, which the compiler cannot see through `Partial`.
      go({ page: 'register', open, filter: next }, how);
    },
    [go, open],
  );
  const change = useCallback(
    (part: Filter, how: 'next' | 'instead' = 'next') => {
      take(changed(filterNow(), part), how);
    },
    [take],
  );
  const setOpen = useCallback(
    (reference: string | null) => {
      go({ page: 'register', open: reference, filter: filter });
    },
    [go, filter],
  );
  const clear = () => {
    take(cleared(filter));
  };
  return { filter, change, take, clear: inWords(filter).length > 0 ? clear : undefined, open, setOpen };
}
