import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { whatCanWeGetPage } from './pages/what-can-we-get.ts';
import { anyoneMayAsk } from './policy.ts';

export const routes: readonly Route[] = [
  get('/what-can-we-get', { policy: anyoneMayAsk, audit: nothingPersonal, show: whatCanWeGetPage }),
];
