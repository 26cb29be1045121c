import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListProps } from './MeetingGrid.tsx';

type Rows = {
  readonly body: RefObject<HTMLDivElement | null>;
  /** Of all rows together, in CSS pixels. */
  readonly height: number;
  readonly drawn: readonly { readonly index: number; readonly top: number }[];
  /** Where the Tab key stops. */
  readonly current: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly pick: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type Wanted = ListProps & { readonly rowHeight: number; readonly headerHeight: number };

/** So many rows before the last, the next page is asked for. */
const ahead = 12;

/** Which rows are drawn while the page is scrolled, which of them has the focus, and when more have to be fetched. */
export function useRows({ meetings, open, onOpen, onNearEnd, rowHeight, headerHeight }: Wanted): Rows {
  const body = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const isToFocus = useRef(false);
  const top = useTop(body);
  const count = meetings.length;
  const virtual = useWindowVirtualizer<HTMLElement>({
    count,
    estimateSize: () => rowHeight,
    getItemKey: (index) => meetings[index]?.reference ?? index,
    scrollMargin: top,
    scrollPaddingStart: headerHeight,
    overscan: 3,
    // The row with the focus stays where it is when it is scrolled out of sight: a key must find it, and so must the way back.
    rangeExtractor: (range) => withOne(range, current),
    measureElement: (row) => row.getBoundingClientRect().height || rowHeight,
  });
  const drawn = virtual.getVirtualItems();

  const lastSeen = drawn.findLast(({ index }) => index !== current)?.index ?? drawn.at(-1)?.index ?? -1;
  const isNearEnd = lastSeen >= count - ahead;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd]);

  const moveTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), count - 1);
    isToFocus.current = true;
    setCurrent(next);
    virtual.scrollToIndex(next);
  };
  useLayoutEffect(() => {
    if (!isToFocus.current) return;
    isToFocus.current = false;
    focusOn(body.current, current);
  }, [current]);

  const perPage = Math.max(1, Math.floor((window.innerHeight - headerHeight) / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: count - 1,
      PageDown: current + perPage,
      PageUp: current - perPage,
    }[event.key];
    if (to !== undefined) moveTo(to);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(meetings[current]?.reference ?? '');
    else return;
    event.preventDefault();
  };
  const pick = useCallback(
    (index: number) => {
      setCurrent(index);
      onOpen(meetings[index]?.reference ?? '');
    },
    [meetings, onOpen],
  );
  useWayBack(open, meetings, moveTo);

  return {
    body,
    height: virtual.getTotalSize(),
    drawn: drawn.map(({ index, start }) => ({ index, top: start - top })),
    current: Math.min(current, Math.max(count - 1, 0)),
    measure: virtual.measureElement,
    pick,
    onKeyDown,
  };
}

function withOne(range: Range, one: number): number[] {
  const seen = defaultRangeExtractor(range);
  return one < range.count && !seen.includes(one) ? [...seen, one].toSorted((a, b) => a - b) : seen;
}

function focusOn(body: HTMLElement | null, index: number): void {
  const row = `[data-index="${index}"]`;
  body?.querySelector<HTMLElement>(`${row}[tabindex], ${row} > button`)?.focus({ preventScroll: true });
}

/** How far below the top of the page the rows begin: filters that are unfolded push them down. */
function useTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(distance(body.current));
  });
  return top;
}

function distance(place: Element | null): number {
  return place instanceof HTMLElement ? place.offsetTop + distance(place.offsetParent) : 0;
}

/** Closing a meeting leads back to its row, also where a link opened it and no row had the focus before. */
function useWayBack(open: string | null, meetings: ListProps['meetings'], moveTo: (index: number) => void): void {
  const wasOpen = useRef(open);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it was closed is the only reason to move
  useEffect(() => {
    const closed = open === null ? wasOpen.current : null;
    wasOpen.current = open;
    if (closed === null) return;
    const index = meetings.findIndex(({ reference }) => reference === closed);
    if (index >= 0) moveTo(index);
  }, [open]);
}
