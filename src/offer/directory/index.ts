export { type Published, publishOffer } from './actions/publish-offer.ts';
export {
  type Kind,
  kinds,
  type Listing,
  type Need,
  needs,
  type Tier,
  type Time,
  tiers,
} from './domain/listing.ts';
export { agesInWords, tierWords, whenInWords } from './domain/listing-words.ts';
export { everything, type ListingSearch } from './domain/search.ts';
export { readOffer } from './offer-file.ts';
export { writeListingSearch } from './search-address.ts';
export { liveListings } from './store/listing-by-slug.ts';
