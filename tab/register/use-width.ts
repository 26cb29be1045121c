import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide a place on the page is, in CSS pixels, as it changes; without an end where the browser cannot tell. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (!place.current || typeof ResizeObserver === 'undefined') return;
    const watching = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    watching.observe(place.current);
    return () => {
      watching.disconnect();
    };
  }, [place]);
  return width;
}
