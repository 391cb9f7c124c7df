import { dateInEngland } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import {
  hashOf,
  type Listing,
  lockDirectory,
  prepareListing,
  providerSlug,
  readListing,
  saveListing,
  withdrawListings,
  writeListing,
} from '#offer/directory/index.ts';
import { refreshSessionsOf } from '#offer/sessions/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type ListingRow, listingRowOf } from '../store/listing-rows.ts';
import { showPictures } from '../store/pictures.ts';
import { addVersion, type VersionState } from '../store/versions.ts';

/** Who did something, as the versions tell it: a person, and their words ("Olu Bankole, Medway Otters"). */
export type By = { readonly personId: string | null; readonly words: string };

type Shown = ListingRow['shown'];

/** What was done, in words for the list of versions, and by whom. */
export type Deed = {
  readonly authorityId: string;
  readonly at: Temporal.Instant;
  readonly by: By;
  readonly why: string | null;
};

const always: Shown = { from: null, until: null };

/** Notes a version of a listing: what it said then, or what it was to say. */
export async function noteVersion(
  transaction: Transaction,
  given: Deed & { readonly listing: Listing; readonly state: VersionState; readonly shown?: Shown },
): Promise<void> {
  const { listing } = given;
  await addVersion(transaction, {
    authorityId: given.authorityId,
    slug: listing.slug,
    providerSlug: providerSlug(listing.provider),
    state: given.state,
    content: writeListing(listing),
    hash: hashOf(listing),
    shown: given.shown ?? always,
    why: given.why,
    personId: given.by.personId,
    byWords: given.by.words,
    madeAt: given.at,
  });
}

/** Keeps what the directory said before anybody changed it here, once. */
export async function keepFirst(transaction: Transaction, given: Deed, row: ListingRow): Promise<void> {
  const listing = readListing(row.content);
  await addVersion(
    transaction,
    {
      authorityId: given.authorityId,
      slug: row.slug,
      providerSlug: row.providerSlug,
      state: 'published',
      content: row.content,
      hash: hashOf(listing),
      shown: row.shown,
      why: null,
      personId: null,
      byWords: 'the directory’s own file',
      madeAt: given.at,
    },
    { isFirst: true },
  );
}

/** The identifiers of the pictures that the service keeps, among those that a listing shows. */
export function keptPictures(listing: Listing): readonly string[] {
  return listing.told.pictures.flatMap(({ file }) => {
    const id = file.replace(/^\/pictures\//, '');
    return id !== file && isId(id) ? [id] : [];
  });
}

/** What families see was changed, so the dated sessions are made anew, and the feeds tell it with the same transaction. */
type InPublic = Omit<Deed, 'authorityId'> & { readonly authority: Authority };

async function tellSessions(
  transaction: Transaction,
  { authority, at }: InPublic,
  slug: string,
): Promise<void> {
  await refreshSessionsOf(transaction, { authority, today: dateInEngland(at), now: at, slug });
}

/**
 * Puts a listing into the directory and keeps the version. Families read it from now on, between its days; without
 * days of its own it keeps those that it has. Call it with the listing locked.
 */
export async function publishListing(
  transaction: Transaction,
  given: InPublic & { readonly listing: Listing; readonly shown?: Shown },
): Promise<void> {
  const { authority, at, listing } = given;
  const authorityId = authority.id;
  const deed = { ...given, authorityId };
  await lockDirectory(transaction, authorityId);
  const before = await listingRowOf(transaction, { authorityId, slug: listing.slug });
  if (before !== null) await keepFirst(transaction, deed, before);
  const shown = given.shown ?? before?.shown ?? always;
  await showPictures(transaction, { authorityId, slug: listing.slug, ids: keptPictures(listing), at });
  const toSave = await prepareListing(transaction, listing);
  await saveListing(transaction, { authorityId, at, toSave, isEdited: true, shown });
  await noteVersion(transaction, { ...deed, shown, state: 'published' });
  await tellSessions(transaction, given, listing.slug);
}

/** Takes a listing out of the directory, with the reason; its versions stay. Call it with the listing locked. */
export async function withdrawListing(
  transaction: Transaction,
  given: InPublic & { readonly row: ListingRow },
): Promise<void> {
  const { authority, at, row } = given;
  const authorityId = authority.id;
  const deed = { ...given, authorityId };
  await lockDirectory(transaction, authorityId);
  await keepFirst(transaction, deed, row);
  const listing = readListing(row.content);
  // Marked as changed here first: the folder of the authority would bring it back at the next start.
  const toSave = await prepareListing(transaction, listing);
  await saveListing(transaction, { authorityId, at, toSave, isEdited: true, shown: row.shown });
  await withdrawListings(transaction, { authorityId, slugs: [row.slug], at });
  await showPictures(transaction, { authorityId, slug: row.slug, ids: [], at });
  await noteVersion(transaction, { ...deed, listing, shown: row.shown, state: 'withdrawn' });
  await tellSessions(transaction, given, row.slug);
}
