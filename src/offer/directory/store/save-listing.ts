import { sql } from 'kysely';
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

/** Adds the providers that are not there yet. What is kept of the others is theirs, and no listing's to change. */
async function addProviders(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly names: readonly string[]; readonly at: Temporal.Instant },
): Promise<void> {
  const { authorityId, names, at } = given;
  const bySlug = new Map(names.toReversed().map((name) => [providerSlug(name), name]));
  const rows = [...bySlug].map(([slug, name]) => ({
    authority_id: authorityId,
    slug,
    id: newId(),
    name,
    created_at: at,
    modified_at: at,
  }));
  await transaction
    .insertInto('providers')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doNothing())
    .execute();
}

type Saving = {
  readonly authorityId: string;
  readonly at: Temporal.Instant;
  readonly isEdited?: boolean;
  /** The days between which it is shown, both included; null is open. */
  readonly shown?: { readonly from: Temporal.PlainDate | null; readonly until: Temporal.PlainDate | null };
};

function rowOf({ listing, hash, point }: ListingToSave, saving: Saving) {
  const { at, shown = { from: null, until: null } } = saving;
  return {
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
    provider_slug: providerSlug(listing.provider),
    is_edited: saving.isEdited ?? false,
    shown_from: shown.from,
    shown_until: shown.until,
  };
}

/** So many listings go to the database in one statement. */
const A_STATEMENT = 250;

/**
 * Publishes listings, each of another slug: adds it, or puts it in the place of what stood under its slug. `isEdited`
 * says that people in the service wrote them, so that the authority's folder is not their source any more.
 */
export async function saveListings(
  transaction: Transaction,
  given: Saving & { readonly toSave: readonly ListingToSave[] },
): Promise<void> {
  const { authorityId, at, toSave } = given;
  await lockDirectory(transaction, authorityId);
  for (let start = 0; start < toSave.length; start += A_STATEMENT) {
    const some = toSave.slice(start, start + A_STATEMENT);
    const rows = some.map((one) => rowOf(one, given));
    const columns = Object.keys(rows[0] ?? {});
    const said = Object.fromEntries(columns.map((name) => [name, sql<never>`excluded.${sql.ref(name)}`]));
    await addProviders(transaction, { authorityId, names: some.map(({ listing }) => listing.provider), at });
    await transaction
      .insertInto('listings')
      .values(
        rows.map((row, index) => ({
          authority_id: authorityId,
          slug: some[index]?.listing.slug ?? '',
          id: newId(),
          created_at: at,
          ...row,
        })),
      )
      .onConflict((conflict) => conflict.columns(['authority_id', 'slug']).doUpdateSet(said))
      .execute();
  }
}

/** Publishes one listing, as `saveListings` does. */
export async function saveListing(
  transaction: Transaction,
  { toSave, ...saving }: Saving & { readonly toSave: ListingToSave },
): Promise<void> {
  await saveListings(transaction, { ...saving, toSave: [toSave] });
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
