import { anyone } from '#platform/people/index.ts';
import { get, nothingPersonal, type Policy, post, type Route } from '#platform/web/route.ts';
import { approveMany } from './actions/approve-many.ts';
import { changeProvider } from './actions/change-provider.ts';
import { closeForNow, sayStillRight, setShownDays, takeOut } from './actions/change-standing.ts';
import { createListing, sendListing } from './actions/create-listing.ts';
import { decideDraft } from './actions/decide-draft.ts';
import { editSection } from './actions/edit-section.ts';
import { invitePerson, removePerson } from './actions/invite-person.ts';
import { dropPicture, takePicture } from './actions/keep-pictures.ts';
import { restoreVersion } from './actions/restore-version.ts';
import { allListingsPage } from './pages/all-listings.ts';
import { draftPage } from './pages/draft-page.ts';
import { newListingPage } from './pages/new-listing.ts';
import { overviewPage } from './pages/overview.ts';
import { picturesPage, showPicture } from './pages/pictures.ts';
import { providerHomePage } from './pages/provider-home.ts';
import { providerRecordPage } from './pages/provider-record.ts';
import { providersPage } from './pages/providers.ts';
import { queuePage } from './pages/queue.ts';
import { sectionPage } from './pages/section-page.ts';
import { closedPage, shownPage, withdrawPage } from './pages/standing-pages.ts';
import { versionsPage } from './pages/versions.ts';
import { keepsListings, ownListings } from './policy.ts';

/** The pages of one listing: the same for its provider and for the council, each behind its own door. */
function ofListing(base: string, by: Policy): readonly Route[] {
  const changed = { policy: by, audit: 'listing.changed' };
  const seen = { policy: by, audit: 'listing.read-at-desk' };
  return [
    get(base, { ...seen, show: overviewPage }),
    post(`${base}/send`, { policy: by, audit: 'listing.sent', act: sendListing, again: overviewPage }),
    post(`${base}/still-right`, {
      policy: by,
      audit: 'listing.checked',
      act: sayStillRight,
      again: overviewPage,
    }),
    get(`${base}/edit/:section`, { ...seen, show: sectionPage }),
    post(`${base}/edit/:section`, { ...changed, act: editSection, again: sectionPage }),
    get(`${base}/closed`, { ...seen, show: closedPage }),
    post(`${base}/closed`, { ...changed, act: closeForNow, again: closedPage }),
    get(`${base}/pictures`, { ...seen, show: picturesPage }),
    post(`${base}/pictures`, { ...changed, act: takePicture, again: picturesPage, takesFiles: true }),
    post(`${base}/pictures/remove`, { ...changed, act: dropPicture, again: picturesPage }),
    get(`${base}/versions`, { ...seen, show: versionsPage }),
    post(`${base}/versions`, {
      policy: by,
      audit: 'listing.restored',
      act: restoreVersion,
      again: versionsPage,
    }),
  ];
}

const desk = '/practitioners/listings';
const atDesk = `${desk}/listing/:slug`;

export const routes: readonly Route[] = [
  get('/pictures/:picture', { policy: anyone, audit: nothingPersonal, show: showPicture }),
  get('/provider', { policy: ownListings, audit: 'listings.read-at-desk', show: providerHomePage }),
  get('/provider/listings/new', {
    policy: ownListings,
    audit: 'listings.read-at-desk',
    show: newListingPage,
  }),
  post('/provider/listings/new', {
    policy: ownListings,
    audit: 'listing.begun',
    act: createListing,
    again: newListingPage,
  }),
  ...ofListing('/provider/listings/:slug', ownListings),
  get(desk, { policy: keepsListings, audit: 'listings.read-at-desk', show: queuePage }),
  post(`${desk}/approve`, {
    policy: keepsListings,
    audit: 'listings.approved',
    act: approveMany,
    again: queuePage,
  }),
  get(`${desk}/all`, { policy: keepsListings, audit: 'listings.read-at-desk', show: allListingsPage }),
  get(`${desk}/new`, { policy: keepsListings, audit: 'listings.read-at-desk', show: newListingPage }),
  post(`${desk}/new`, {
    policy: keepsListings,
    audit: 'listing.begun',
    act: createListing,
    again: newListingPage,
  }),
  get(`${desk}/drafts/:slug`, { policy: keepsListings, audit: 'listings.read-at-desk', show: draftPage }),
  post(`${desk}/drafts/:slug`, {
    policy: keepsListings,
    audit: 'listing.decided',
    act: decideDraft,
    again: draftPage,
  }),
  get(`${desk}/providers`, { policy: keepsListings, audit: 'provider-people.viewed', show: providersPage }),
  post(`${desk}/providers`, {
    policy: keepsListings,
    audit: 'provider-person.invited',
    act: invitePerson,
    again: providersPage,
  }),
  get(`${desk}/providers/about/:provider`, {
    policy: keepsListings,
    audit: 'provider-people.viewed',
    show: providerRecordPage,
  }),
  post(`${desk}/providers/about/:provider`, {
    policy: keepsListings,
    audit: 'provider.changed',
    act: changeProvider,
    again: providerRecordPage,
  }),
  post(`${desk}/providers/remove`, {
    policy: keepsListings,
    audit: 'provider-person.removed',
    act: removePerson,
    again: providersPage,
  }),
  ...ofListing(atDesk, keepsListings),
  get(`${atDesk}/shown`, { policy: keepsListings, audit: 'listings.read-at-desk', show: shownPage }),
  post(`${atDesk}/shown`, {
    policy: keepsListings,
    audit: 'listing.changed',
    act: setShownDays,
    again: shownPage,
  }),
  get(`${atDesk}/withdraw`, { policy: keepsListings, audit: 'listings.read-at-desk', show: withdrawPage }),
  post(`${atDesk}/withdraw`, {
    policy: keepsListings,
    audit: 'listing.withdrawn',
    act: takeOut,
    again: withdrawPage,
  }),
];
