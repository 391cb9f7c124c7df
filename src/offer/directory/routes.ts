import { districtsPath, showDistricts } from '#platform/maps/index.ts';
import { get, nothingPersonal, post, type Route } from '#platform/web/route.ts';
import { changeSynonym } from './actions/change-synonym.ts';
import { directoryVersion } from './actions/directory-snapshot.ts';
import { findPage } from './pages/find.ts';
import { easyReadPage } from './pages/listing/easy-read.ts';
import { listingPicture } from './pages/listing/picture.ts';
import { timesIcs } from './pages/listing/times-ics.ts';
import { listingPage } from './pages/listing.ts';
import { synonymsPage } from './pages/synonyms.ts';
import { unmetCsv, unmetPage } from './pages/unmet.ts';
import { anyoneMayLook, listingsDesk } from './policy.ts';

const synonyms = '/practitioners/listings/synonyms';
const unmet = '/practitioners/listings/unmet';

export const routes: readonly Route[] = [
  get(districtsPath, { policy: anyoneMayLook, audit: nothingPersonal, show: showDistricts }),
  get(synonyms, { policy: listingsDesk, audit: 'search-words.read', show: synonymsPage }),
  post(synonyms, {
    policy: listingsDesk,
    audit: 'search-word.changed',
    act: changeSynonym,
    again: synonymsPage,
  }),
  get(unmet, { policy: listingsDesk, audit: 'unmet-searches.read', show: unmetPage }),
  get(`${unmet}/table.csv`, { policy: listingsDesk, audit: 'unmet-searches.read', show: unmetCsv }),
  get('/find', {
    policy: anyoneMayLook,
    audit: nothingPersonal,
    show: findPage,
    keptWhile: directoryVersion,
  }),
  get('/find/:slug', { policy: anyoneMayLook, audit: nothingPersonal, show: listingPage }),
  get('/find/:slug/easy-read', { policy: anyoneMayLook, audit: nothingPersonal, show: easyReadPage }),
  get('/find/:slug/times.ics', { policy: anyoneMayLook, audit: nothingPersonal, show: timesIcs }),
  get('/find/:slug/pictures/:number', {
    policy: anyoneMayLook,
    audit: nothingPersonal,
    show: listingPicture,
  }),
];
