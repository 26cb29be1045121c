import { meetingsTab, tabsAt } from '../../../../manifest/manifest.ts';

/** A tab of the app that is drawn by the app itself, as its manifest has it. `contentUrl` is on this page's own address. */
export type AppTab = { readonly entityId: string; readonly name: string; readonly contentUrl: string };

export const appTabs: readonly AppTab[] = tabsAt('').flatMap(({ entityId, name, contentUrl }) =>
  name === undefined || contentUrl === undefined ? [] : [{ entityId, name, contentUrl }],
);

/** @param entityId `null`: the one that links lead to @returns `null`: the app has no such tab */
export const appTabNamed = (entityId: string | null): AppTab | null =>
  appTabs.find((tab) => tab.entityId === (entityId ?? meetingsTab)) ?? null;
