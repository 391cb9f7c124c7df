import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import { kinds, type Listing, needs, times } from '../domain/listing.ts';
import { searchableText, searchWords } from '../domain/words.ts';
import { writeListing } from './listing-content.ts';
import { placeOfPostcode } from './place-of-postcode.ts';

export type PublishedListing = {
  readonly slug: string;
  readonly hash: string;
  readonly isWithdrawn: boolean;
};

/** What is published now, by slug, with the hash of its content. */
export async function publishedListings(
  transaction: Transaction,
  authorityId: string,
): Promise<ReadonlyMap<string, PublishedListing>> {
  const rows = await transaction
    .selectFrom('listings')
    .select(['slug', 'content_hash', 'withdrawn_at'])
    .where('authority_id', '=', authorityId)
    .execute();
  return new Map(
    rows.map(({ slug, content_hash, withdrawn_at }) => [
      slug,
      { slug, hash: content_hash, isWithdrawn: withdrawn_at !== null },
    ]),
  );
}

/** Counts up when listings come to be stored in another way, so that the next start writes them all again. */
const layout = 1;

/** The hash by which a listing is known to be unchanged. */
export function hashOf(listing: Listing): string {
  return createHash('sha256')
    .update(`${layout} ${JSON.stringify(writeListing(listing))}`)
    .digest('hex');
}

async function pointOf(transaction: Transaction, listing: Listing) {
  const nowhere = { latitude: null, longitude: null, precision: null };
  if (listing.place.kind !== 'at') return nowhere;
  const postcode = parsePostcode(listing.place.postcode, ['unit', 'sector', 'outward']);
  const place = postcode.ok ? await placeOfPostcode(transaction, postcode.value) : null;
  if (place === null) return nowhere;
  return { latitude: place.latitude, longitude: place.longitude, precision: place.precision };
}

/** The words of a listing by weight: title and provider first, then labels, then summary and place, then the rest. */
function weightedWords(listing: Listing) {
  const { place } = listing;
  const said = (...texts: readonly string[]) => searchWords(texts.join(' ')).join(' ');
  const labels = [
    ...listing.kinds.map((kind) => kinds[kind]),
    ...listing.needs.map((need) => needs[need]),
    ...listing.when.times.map((time) => times[time]),
  ];
  const where =
    place.kind === 'at' ? [place.name, place.locality] : place.kind === 'area' ? [place.area] : ['online'];
  return sql<string>`
    setweight(to_tsvector('english', ${said(listing.title, listing.provider)}), 'A') ||
    setweight(to_tsvector('english', ${said(...labels)}), 'B') ||
    setweight(to_tsvector('english', ${said(listing.summary, ...where)}), 'C') ||
    setweight(to_tsvector('english', ${said(listing.description)}), 'D')`;
}

/** Publishes a listing: adds it, or puts it in the place of what stood under its slug. */
export async function saveListing(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly listing: Listing; readonly at: Temporal.Instant },
): Promise<void> {
  const { authorityId, listing, at } = given;
  const row = {
    content: JSON.stringify(writeListing(listing)),
    content_hash: hashOf(listing),
    title: listing.title,
    tier: listing.tier,
    kinds: [...listing.kinds],
    needs: [...listing.needs],
    times: [...listing.when.times],
    accepts: [...listing.accepts],
    age_from: listing.ages.from,
    age_to: listing.ages.to,
    is_free: listing.cost.kind === 'free',
    is_paused: listing.paused !== null,
    place_kind: listing.place.kind,
    locality: listing.place.kind === 'at' ? listing.place.locality : null,
    ...(await pointOf(transaction, listing)),
    words: weightedWords(listing),
    vocabulary: [...searchWords(searchableText(listing))],
    provenance: listing.provenance.kind,
    checked_on: listing.checkedOn,
    published_at: at,
    withdrawn_at: null,
  };
  await transaction
    .insertInto('listings')
    .values({ authority_id: authorityId, slug: listing.slug, ...row })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doUpdateSet(row))
    .execute();
}

/** Takes listings out of the directory; their pages then say so. */
export async function withdrawListings(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly slugs: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  if (given.slugs.length === 0) return;
  await transaction
    .updateTable('listings')
    .set({ withdrawn_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('slug', 'in', [...given.slugs])
    .execute();
}
