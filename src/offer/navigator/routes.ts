import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { findYourWayPage } from './pages/find-your-way.ts';
import { anyoneMayAsk } from './policy.ts';

export const routes: readonly Route[] = [
  get('/find-your-way', { policy: anyoneMayAsk, audit: nothingPersonal, show: findYourWayPage }),
];
