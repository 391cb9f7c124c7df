import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dateInEngland } from '#kernel/clock.ts';
import { writeAudit } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { checkedLately } from '../domain/demonstration-days.ts';
import { type OfferMistake, readOffer } from '../offer-file.ts';
import { lockDirectory } from '../store/lock-directory.ts';
import {
  type ListingToSave,
  publishedListings,
  saveListings,
  withdrawListings,
} from '../store/save-listing.ts';
import { hashOf, prepareListing } from './prepare-listing.ts';

/** What publishing did, by number of listings, and what it could not take. */
export type Published = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly mistakes: readonly OfferMistake[];
};

/**
 * Makes the directory say what the offer folder of the authority says. Listings that are right are published,
 * the others are given back as mistakes; while there is a mistake nothing is withdrawn, since a listing may be
 * missing only because its file cannot be read. Publishing the same folder twice changes nothing. A listing that
 * people changed in the service is theirs: the folder neither changes nor withdraws it. The days of checking of a
 * demonstration, which are made up, are moved towards today, so that it doesn't hide itself.
 *
 * The transaction is in the authority's scope, with the standing `system`.
 */
export async function publishOffer(
  transaction: Transaction,
  given: { readonly authority: Authority; readonly at: Temporal.Instant },
): Promise<Published> {
  const { authority, at } = given;
  const folder = join(authority.folder, 'offer');
  const area = { authorityName: authority.name, localities: authority.localities.map(({ name }) => name) };
  const { listings: read, mistakes } = existsSync(folder)
    ? readOffer(folder, area)
    : { listings: [], mistakes: [] };
  const listings = authority.demonstration === undefined ? read : checkedLately(read, dateInEngland(at));
  await lockDirectory(transaction, authority.id);
  const before = await publishedListings(transaction, authority.id);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const toSave: ListingToSave[] = [];
  for (const listing of listings) {
    const known = before.get(listing.slug);
    if (known?.isEdited === true) {
      counts.unchanged += 1;
      continue;
    }
    if (known?.hash === hashOf(listing) && !known.isWithdrawn) {
      counts.unchanged += 1;
      continue;
    }
    toSave.push(await prepareListing(transaction, listing));
    counts[known === undefined ? 'added' : 'changed'] += 1;
  }
  await saveListings(transaction, { authorityId: authority.id, toSave, at });
  const kept = new Set(listings.map(({ slug }) => slug));
  const gone = [...before.values()].filter(
    ({ slug, isWithdrawn, isEdited }) => !isWithdrawn && !isEdited && !kept.has(slug),
  );
  const slugs = mistakes.length > 0 ? [] : gone.map(({ slug }) => slug);
  await withdrawListings(transaction, { authorityId: authority.id, slugs, at });
  const published = { ...counts, withdrawn: slugs.length, mistakes };
  await record(transaction, { authority, at, published });
  return published;
}

async function record(
  transaction: Transaction,
  given: { readonly authority: Authority; readonly at: Temporal.Instant; readonly published: Published },
): Promise<void> {
  const { added, changed, withdrawn } = given.published;
  if (added + changed + withdrawn === 0) return;
  await writeAudit(transaction, {
    authorityId: given.authority.id,
    personId: null,
    standing: 'system',
    at: given.at,
    requestId: null,
    notes: [{ event: 'directory.published', details: { added, changed, withdrawn } }],
  });
}
