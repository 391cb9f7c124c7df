export { type DirectorySnapshot, directorySnapshot } from './actions/directory-snapshot.ts';
export { type OpenedListing, openListing } from './actions/open-listing.ts';
export { placeOfPostcode } from './actions/place-of-postcode.ts';
export { hashOf, prepareListing } from './actions/prepare-listing.ts';
export { type Published, publishOffer } from './actions/publish-offer.ts';
export { type SearchAnswer, searchOffer } from './actions/search-offer.ts';
export { warmDirectory } from './actions/warm-directory.ts';
export type { Entry as DirectoryEntry } from './domain/entry.ts';
export { countOf, type FacetName, type Facets } from './domain/facets.ts';
export {
  type FreshnessRules,
  hiddenFrom,
  percentOf,
  remindersDue,
  type Shares,
  type Stage,
  sharesOf,
  stageOf,
} from './domain/freshness.ts';
export {
  type Cost,
  costUnits,
  type Day,
  days,
  joining,
  type Kind,
  kinds,
  type ListedDate,
  type Listing,
  type ListingPlace,
  type Need,
  needs,
  type Payment,
  type Picture,
  type Provenance,
  payments,
  ratios,
  type Season,
  seasons,
  type Tier,
  type Time,
  tiers,
  times,
  transports,
  type When,
} from './domain/listing.ts';
export {
  agesInWords,
  costInWords,
  daysInWords,
  listInWords,
  placeInWords,
  ratioInWords,
  tierWords,
  timeInWords,
  whenInWords,
} from './domain/listing-words.ts';
export type { FoundPoint } from './domain/point.ts';
export { everything, type ListingSearch } from './domain/search.ts';
export { freshnessOf } from './freshness-file.ts';
export { readOffer } from './offer-file.ts';
export { appliedFilters } from './pages/filters.ts';
export { parseListingSearch, writeListingSearch } from './search-address.ts';
export { slugsAddedSince } from './store/added-since.ts';
export {
  directoryChangedAt,
  directoryStamp,
  type Provider,
  providersOf,
} from './store/directory-stamp.ts';
export { liveListing, liveListings } from './store/listing-by-slug.ts';
export { nothingMore, readListing, writeListing } from './store/listing-content.ts';
export { lockDirectory } from './store/lock-directory.ts';
export { providerSlug, saveListing, withdrawListings } from './store/save-listing.ts';
