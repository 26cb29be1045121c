import { createContext, useContext } from 'react';
import type { Me } from '../../bot/views/rights.ts';
import type { Ask } from '../asking/ask.ts';
import type { Teams } from '../teams.ts';
import type { Route } from './route.ts';

/** What every page has: who looks, how to ask the server, where the page is and how to leave it. */
export type TabContext = {
  readonly me: Me;
  readonly ask: Ask;
  readonly teams: Teams;
  readonly route: Route;
  /** `instead`: the way back does not lead to where the page was before. */
  readonly go: (route: Route, how?: 'next' | 'instead') => void;
};

export const TabContext = createContext<TabContext | null>(null);

/** @throws Error outside of the shell */
export function useTab(): TabContext {
  const tab = useContext(TabContext);
  if (tab === null) throw new Error('a page is drawn outside of the shell');
  return tab;
}
