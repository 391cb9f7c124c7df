import { createHash } from 'node:crypto';
import type { Transaction } from '#platform/database/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import type { Listing } from '../domain/listing.ts';
import { writeListing } from '../store/listing-content.ts';
import type { ListingToSave } from '../store/save-listing.ts';
import { placeOfPostcode } from './place-of-postcode.ts';

/** Counts up when listings come to be stored in another way, so that the next start writes them all again. */
const LAYOUT = 2;

/** The hash by which a listing is known to be unchanged. */
export function hashOf(listing: Listing): string {
  return createHash('sha256')
    .update(`${LAYOUT} ${JSON.stringify(writeListing(listing))}`)
    .digest('hex');
}

/** Works out of a listing where it is, which no search can ask again for each listing. */
export async function prepareListing(transaction: Transaction, listing: Listing): Promise<ListingToSave> {
  const postcode =
    listing.place.kind === 'at' ? parsePostcode(listing.place.postcode, ['unit', 'sector', 'outward']) : null;
  return {
    listing,
    hash: hashOf(listing),
    point: postcode?.ok === true ? await placeOfPostcode(transaction, postcode.value) : null,
  };
}
