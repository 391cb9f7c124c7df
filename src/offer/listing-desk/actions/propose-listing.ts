import { type Listing, providerSlug, writeListing } from '#offer/directory/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { type Changes, type Content, changesBetween } from '../domain/changes.ts';
import { waitingIn, withProposed } from '../domain/draft.ts';
import { draftOf, type KeptDraft, removeDraft, saveDraft } from '../store/drafts.ts';
import { type ListingRow, listingRowOf, lockListing } from '../store/listing-rows.ts';
import type { By } from './publish.ts';

/** A listing as JSON keeps it. */
export function contentOf(listing: Listing): Content {
  return writeListing(listing) as Content;
}

type Proposing = {
  readonly authorityId: string;
  readonly at: Temporal.Instant;
  readonly by: By;
  readonly source: KeptDraft['source'];
};

/** What a proposal came to. */
export type Proposed = 'new' | 'changes' | 'nothing-new';

/** Adds changes to what waits for a listing of the directory. Call it with the listing locked. */
export async function proposeChanges(
  transaction: Transaction,
  given: Proposing & {
    readonly row: ListingRow;
    readonly draft: KeptDraft | null;
    readonly changes: Changes;
  },
): Promise<Proposed> {
  const { authorityId, row, draft } = given;
  const changes = withProposed({
    published: row.content as Content,
    before: draft?.changes ?? {},
    proposed: given.changes,
  });
  if (Object.keys(changes).length === 0) {
    await removeDraft(transaction, { authorityId, slug: row.slug });
    return 'nothing-new';
  }
  const waiting = waitingIn(changes);
  await saveDraft(transaction, {
    authorityId,
    draft: {
      slug: row.slug,
      providerSlug: row.providerSlug,
      content: null,
      changes,
      waiting,
      source: given.source,
      proposedBy: given.by.personId,
      byWords: given.by.words,
      returnedBy: draft?.returnedBy ?? null,
      proposedAt: given.at,
    },
  });
  return waiting > 0 ? 'changes' : 'nothing-new';
}

/** Keeps the whole of a new listing, sent to the council or still being written. Call it with the listing locked. */
export async function keepNewListing(
  transaction: Transaction,
  given: Proposing & {
    readonly listing: Listing;
    readonly draft: KeptDraft | null;
    readonly isSent: boolean;
  },
): Promise<void> {
  await saveDraft(transaction, {
    authorityId: given.authorityId,
    draft: {
      slug: given.listing.slug,
      providerSlug: providerSlug(given.listing.provider),
      content: contentOf(given.listing),
      changes: given.isSent ? {} : (given.draft?.changes ?? {}),
      waiting: given.isSent ? 1 : 0,
      source: given.source,
      proposedBy: given.by.personId,
      byWords: given.by.words,
      returnedBy: given.draft?.returnedBy ?? null,
      proposedAt: given.at,
    },
  });
}

/**
 * Proposes a listing that came from elsewhere, as an import does: it waits for the council's approval, as a whole where
 * the directory has none of its slug, else as the fields that say something else than what families read now. Where the
 * facts come from stands in the listing's own provenance. A withdrawn listing is proposed as a whole.
 */
export async function proposeListing(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly listing: Listing;
    readonly by: By;
  },
): Promise<Proposed> {
  const { authorityId, listing } = given;
  const named = { authorityId, slug: listing.slug };
  await lockListing(transaction, named);
  const row = await listingRowOf(transaction, named);
  const draft = await draftOf(transaction, named);
  const proposing = { ...given, source: 'import', draft } as const;
  if (row === null || row.withdrawnAt !== null) {
    await keepNewListing(transaction, { ...proposing, isSent: true });
    return 'new';
  }
  const changes = changesBetween(row.content as Content, contentOf(listing));
  return proposeChanges(transaction, { ...proposing, row, changes });
}
