import { get, nothingPersonal, type Route } from '#platform/web/route.ts';
import { findPage } from './pages/find.ts';
import { listingPage } from './pages/listing.ts';
import { anyoneMayLook } from './policy.ts';

export const routes: readonly Route[] = [
  get('/find', { policy: anyoneMayLook, audit: nothingPersonal, show: findPage }),
  get('/find/:slug', { policy: anyoneMayLook, audit: nothingPersonal, show: listingPage }),
];
