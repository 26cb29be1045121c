import { type ComponentType, lazy } from 'react';
import type { Route } from './route.ts';

type Pages = Partial<Record<Route['page'], ComponentType>>;

/** The pages that there are. Each is a file of its own, which is fetched when it is first opened. */
export const pages: Pages = {
  today: lazy(() => import('../today/TodayPage.tsx').then((file) => ({ default: file.TodayPage }))),
  register: lazy(() => import('../register/RegisterPage.tsx').then((file) => ({ default: file.RegisterPage }))),
};
