import { dateInEngland } from '#kernel/clock.ts';
import { readListing } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { listingRowOf, lockListing } from '../store/listing-rows.ts';
import { writesForProviderToo } from '../store/provider-people.ts';
import { publishListing } from './publish.ts';

/**
 * Notes that somebody says a listing is still right today: it is fresh again, and the version says by whom. `by` is who
 * it was in words ("the provider", "the council"). Gives false where there is no such listing in the
 * directory, and where somebody of the council's vouches for a provider that they write for themselves.
 */
export async function confirmStillRight(
  transaction: Transaction,
  given: {
    readonly authority: Authority;
    readonly slug: string;
    readonly by: string;
    readonly personId: string | null;
    /** The name of whoever says so, for the list of versions, where it is known. */
    readonly name?: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { authority, slug, by, at, personId } = given;
  const authorityId = authority.id;
  await lockListing(transaction, { authorityId, slug });
  const row = await listingRowOf(transaction, { authorityId, slug });
  if (row === null || row.withdrawnAt !== null) return false;
  const { providerSlug } = row;
  const isOwn =
    by === 'the council' &&
    personId !== null &&
    (await writesForProviderToo(transaction, { authorityId, personId, providerSlug }));
  if (isOwn) return false;
  await publishListing(transaction, {
    authority,
    at,
    listing: { ...readListing(row.content), checkedOn: dateInEngland(at), checkedBy: by },
    by: { personId, words: given.name ?? by },
    why: 'Still right',
  });
  return true;
}
