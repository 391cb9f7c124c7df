import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Listing } from '../domain/listing.ts';
import type { FoundPoint } from '../domain/point.ts';
import { writeListing } from './listing-content.ts';
import { lockDirectory } from './lock-directory.ts';

export type PublishedListing = {
  readonly slug: string;
  readonly hash: string;
  readonly isWithdrawn: boolean;
  /** Whether people changed it in the service. */
  readonly isEdited: boolean;
};

/** What is published now, by slug, with the hash of its content. */
export async function publishedListings(
  transaction: Transaction,
  authorityId: string,
): Promise<ReadonlyMap<string, PublishedListing>> {
  const rows = await transaction
    .selectFrom('listings')
    .select(['slug', 'content_hash', 'withdrawn_at', 'is_edited'])
    .where('authority_id', '=', authorityId)
    .execute();
  return new Map(
    rows.map(({ slug, content_hash, withdrawn_at, is_edited }) => [
      slug,
      { slug, hash: content_hash, isWithdrawn: withdrawn_at !== null, isEdited: is_edited },
    ]),
  );
}

/** A listing with what was worked out from it. */
export type ListingToSave = {
  readonly listing: Listing;
  readonly hash: string;
  readonly point: FoundPoint | null;
};

/** The provider of a name as addresses and keys write it: "Otters' Club" is "otters-club". */
export function providerSlug(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/[\p{Mark}'’‘]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'provider' : slug;
}

async function saveProvider(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly name: string; readonly at: Temporal.Instant },
): Promise<string> {
  const slug = providerSlug(given.name);
  await transaction
    .insertInto('providers')
    .values({
      authority_id: given.authorityId,
      slug,
      id: newId(),
      name: given.name,
      created_at: given.at,
      modified_at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .execute();
  return slug;
}

/**
 * Publishes a listing: adds it, or puts it in the place of what stood under its slug. `isEdited` says that people in
 * the service wrote it, so that the authority's folder is not its source any more.
 */
export async function saveListing(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly toSave: ListingToSave;
    readonly isEdited?: boolean;
    /** The days between which it is shown, both included; null is open. */
    readonly shown?: {
      readonly from: Temporal.PlainDate | null;
      readonly until: Temporal.PlainDate | null;
    };
  },
): Promise<void> {
  const { authorityId, at, toSave, shown = { from: null, until: null } } = given;
  const { listing, hash, point } = toSave;
  await lockDirectory(transaction, authorityId);
  const row = {
    content: JSON.stringify(writeListing(listing)),
    content_hash: hash,
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
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point?.precision ?? null,
    provenance: listing.provenance.kind,
    checked_on: listing.checkedOn,
    published_at: at,
    withdrawn_at: null,
    provider_slug: await saveProvider(transaction, { authorityId, name: listing.provider, at }),
    is_edited: given.isEdited ?? false,
    shown_from: shown.from,
    shown_until: shown.until,
  };
  await transaction
    .insertInto('listings')
    .values({ authority_id: authorityId, slug: listing.slug, id: newId(), created_at: at, ...row })
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doUpdateSet(row))
    .execute();
}

/** Takes listings out of the directory; their pages then say so. */
export async function withdrawListings(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly slugs: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  if (given.slugs.length === 0) return;
  await lockDirectory(transaction, given.authorityId);
  await transaction
    .updateTable('listings')
    .set({ withdrawn_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('slug', 'in', [...given.slugs])
    .execute();
}
