export { type Published, publishOffer } from './actions/publish-offer.ts';
export { type Kind, type Listing, needs, type Tier, tiers } from './domain/listing.ts';
export { everything, type ListingSearch, writeListingSearch } from './domain/search.ts';
export { liveListings } from './store/listing-by-slug.ts';
