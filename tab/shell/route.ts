import { useSyncExternalStore } from 'react';
import type { Page } from '../../bot/views/rights.ts';

/** Where in the tab somebody is. The same text is the page's own address (after the #) and the `subPageId` of a link into Teams. */
export type Route =
  | { readonly page: Exclude<Page, 'register' | 'policy'> }
  /** `open`: the meeting beside the list. `filter`: what the list is narrowed down to, as its page names it. */
  | { readonly page: 'register'; readonly open: string | null; readonly filter: Readonly<Record<string, string>> }
  | { readonly page: 'meeting'; readonly reference: string }
  /** `clause`: the one to be looked at, such as `003-27`. */
  | { readonly page: 'policy'; readonly clause: string | null };

const plain: Readonly<Record<string, Route>> = {
  today: { page: 'today' },
  authorise: { page: 'authorise' },
  insights: { page: 'insights' },
  'data-protection': { page: 'data protection' },
  installation: { page: 'installation' },
};
const aReference = /^[A-Z]{3}-[0-9A-Z]{8}$/;

/** @returns e.g. `register/TAC-1234ABCD?kind=tac`, `meeting/TAC-1234ABCD`, `policy?clause=003-27`, `data-protection` */
export function addressOf(route: Route): string {
  if (route.page === 'meeting') return `meeting/${route.reference}`;
  if (route.page === 'policy') return route.clause === null ? 'policy' : `policy?clause=${route.clause}`;
  if (route.page !== 'register') return route.page.replace(' ', '-');
  const query = new URLSearchParams(route.filter).toString();
  return `register${route.open === null ? '' : `/${route.open}`}${query === '' ? '' : `?${query}`}`;
}

/** @param address as of `addressOf`, or what a link into Teams named; a reference alone is its meeting @returns `null` for no page of ours */
export function routeAt(address: string): Route | null {
  const [path = '', query = ''] = address.split('?');
  const [page = '', reference = ''] = path.split('/');
  if (aReference.test(page)) return { page: 'meeting', reference: page };
  const named = aReference.test(reference) ? reference : null;
  if (page === 'meeting') return named === null ? null : { page, reference: named };
  if (page === 'register') return { page, open: named, filter: Object.fromEntries(new URLSearchParams(query)) };
  if (page === 'policy') return { page, clause: new URLSearchParams(query).get('clause') };
  return plain[page] ?? null;
}

/** The address of the page: the browser's own history, so that its way back works. */
export function useAddress(): string {
  return useSyncExternalStore(listen, hash);
}

export const hash = (): string => window.location.hash.replace(/^#\/?/, '');

/** @param how `instead`: what was there before is not come back to */
export function goTo(route: Route, how: 'next' | 'instead' = 'next'): void {
  const address = `#/${addressOf(route)}`;
  if (how === 'next') window.location.hash = address;
  else {
    window.history.replaceState(null, '', address);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
}
