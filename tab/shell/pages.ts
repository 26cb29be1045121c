import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Route } from './route.ts';

/** A page that is drawn when its file has come; `fetch` has it come before. */
type PageFile = LazyExoticComponent<ComponentType> & { readonly fetch: () => Promise<unknown> };

const inFile = (fetch: () => Promise<{ default: ComponentType }>): PageFile => Object.assign(lazy(fetch), { fetch });

/** The pages that there are. Each is a file of its own, which is fetched when it is first opened. */
export const pages: Partial<Record<Route['page'], PageFile>> = {
  today: inFile(() => import('../today/TodayPage.tsx').then((file) => ({ default: file.TodayPage }))),
  register: inFile(() => import('../register/RegisterPage.tsx').then((file) => ({ default: file.RegisterPage }))),
  authorise: inFile(() => import('../authorise/AuthorisePage.tsx').then((file) => ({ default: file.AuthorisePage }))),
  meeting: inFile(() => import('../meeting/MeetingPage.tsx').then((file) => ({ default: file.MeetingPage }))),
  insights: inFile(() => import('../insights/InsightsPage.tsx').then((file) => ({ default: file.InsightsPage }))),
  policy: inFile(() => import('../policy/PolicyPage.tsx').then((file) => ({ default: file.PolicyPage }))),
  'data protection': inFile(() =>
    import('../data-protection/DataProtectionPage.tsx').then((file) => ({ default: file.DataProtectionPage })),
  ),
  installation: inFile(() =>
    import('../installation/InstallationPage.tsx').then((file) => ({ default: file.InstallationPage })),
  ),
};
