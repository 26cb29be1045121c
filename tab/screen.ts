import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 767px)';
const wide = '(min-width: 1080px)';

/** How much room there is: a phone's, a tab beside something else, or a desk's. */
export function useRoom(): 'narrow' | 'medium' | 'wide' {
  return useSyncExternalStore(listen, () => {
    if (window.matchMedia(narrow).matches) return 'narrow';
    return window.matchMedia(wide).matches ? 'wide' : 'medium';
  });
}

function listen(changed: () => void): () => void {
  const queries = [narrow, wide].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
