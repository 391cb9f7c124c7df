// Puts listings into an authority's directory, as publishing does, for tests and measurements.
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { prepareListing } from '../src/offer/directory/actions/prepare-listing.ts';
import type { Listing } from '../src/offer/directory/domain/listing.ts';
import { type ListingToSave, saveListings } from '../src/offer/directory/store/save-listing.ts';

/** Publishes the listings in one transaction, through the one way that a listing gets into the directory. */
export async function publishListings(
  database: Database,
  given: {
    readonly authority: Pick<Authority, 'id'>;
    readonly listings: readonly Listing[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { authority, listings, at } = given;
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const toSave: ListingToSave[] = [];
    for (const listing of listings) toSave.push(await prepareListing(transaction, listing));
    await saveListings(transaction, { authorityId: authority.id, at, toSave });
  });
}
