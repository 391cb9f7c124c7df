import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { dropListings, keepListings } from './actions/change-list.ts';
import { comparePage } from './pages/compare.ts';
import { keepPage, shortlistPage } from './pages/shortlist.ts';
import { anybody } from './policy.ts';

/** The list is in the visitor's browser and nowhere else, so there is nobody whose trail it could be in. */
export const routes: readonly Route[] = [
  get('/shortlist', { policy: anybody, audit: nothingPersonal, show: shortlistPage }),
  get('/shortlist/keep', { policy: anybody, audit: nothingPersonal, show: keepPage }),
  post('/shortlist/keep', { policy: anybody, audit: nothingPersonal, act: keepListings, again: keepPage }),
  get('/shortlist/drop', { policy: anybody, audit: nothingPersonal, show: shortlistPage }),
  post('/shortlist/drop', {
    policy: anybody,
    audit: nothingPersonal,
    act: dropListings,
    again: shortlistPage,
  }),
  get('/compare', { policy: anybody, audit: nothingPersonal, show: comparePage }),
];
