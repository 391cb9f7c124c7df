import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { noteChecked, sayStillRight } from './actions/still-right.ts';
import { howFreshPage } from './pages/how-fresh.ts';
import { stillRightPage } from './pages/still-right.ts';
import { toCheckPage } from './pages/to-check.ts';
import { anybody, directoryDesk } from './policy.ts';

export const routes: readonly Route[] = [
  get('/how-fresh', { policy: anybody, audit: nothingPersonal, show: howFreshPage }),
  get('/still-right/:token', { policy: anybody, audit: nothingPersonal, show: stillRightPage }),
  post('/still-right/:token', {
    policy: anybody,
    audit: 'listing.said-still-right',
    act: sayStillRight,
    again: stillRightPage,
  }),
  get('/practitioners/listings/freshness', {
    policy: directoryDesk,
    audit: 'listings-to-check.viewed',
    show: toCheckPage,
  }),
  post('/practitioners/listings/freshness', {
    policy: directoryDesk,
    audit: 'listings.checked',
    act: noteChecked,
    again: toCheckPage,
  }),
];
