import { type Listing, providerSlug, readListing } from '#offer/directory/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { By } from './actions/publish.ts';
import type { Content } from './domain/changes.ts';
import { proposedContent } from './domain/draft.ts';
import { draftOf, type KeptDraft } from './store/drafts.ts';
import { type ListingRow, listingRowOf, lockListing } from './store/listing-rows.ts';
import { type NamedProvider, providersOfEmail, providersOfPerson } from './store/provider-people.ts';

/** Who sits at the desk: a provider's person, with the providers that they write for, or the council. */
export type Desk = {
  readonly side: 'provider' | 'council';
  readonly providers: readonly NamedProvider[];
  readonly name: string;
};

/** The desk of this visit's person. */
export async function deskOf(visit: Visit): Promise<Desk> {
  const { id: personId, kind, name } = signedIn(visit);
  const authorityId = visit.authority.id;
  if (kind !== 'provider') return { side: 'council', providers: [], name };
  return {
    side: 'provider',
    providers: await providersOfPerson(visit.transaction, { authorityId, personId }),
    name,
  };
}

/** A listing as it lies on the desk. */
export type ListingAtDesk = {
  readonly desk: Desk;
  readonly slug: string;
  readonly providerSlug: string;
  /** Null for a new one that is not in the directory yet. */
  readonly row: ListingRow | null;
  readonly draft: KeptDraft | null;
  /** What is to be read once everything proposed is approved: what forms begin with. */
  readonly proposed: Listing;
  readonly proposedContent: Content;
  /** Where its pages are, for this side of the desk. */
  readonly base: string;
  readonly by: By;
};

/** Where the pages of a listing are, for a side of the desk. */
export function baseOf(side: Desk['side'], slug: string): string {
  return side === 'provider' ? `/provider/listings/${slug}` : `/practitioners/listings/listing/${slug}`;
}

/**
 * The listing that the address names, for who may work on it; null for others, and where there is none. `toChange`
 * locks it first, so that what is read stays true until the transaction ends.
 */
export async function listingAtDesk(
  visit: Visit,
  {
    toChange = false,
    slug = visit.params.slug ?? '',
  }: { readonly toChange?: boolean; readonly slug?: string } = {},
): Promise<ListingAtDesk | null> {
  const named = { authorityId: visit.authority.id, slug };
  if (toChange) await lockListing(visit.transaction, named);
  const desk = await deskOf(visit);
  const row = await listingRowOf(visit.transaction, named);
  const draft = await draftOf(visit.transaction, named);
  const content = proposedContent(row === null ? null : (row.content as Content), draft);
  if (content === null) return null;
  const proposed = readListing(content);
  const provider = row?.providerSlug ?? draft?.providerSlug ?? providerSlug(proposed.provider);
  const own = desk.providers.find((one) => one.slug === provider);
  if (desk.side === 'provider' && own === undefined) return null;
  const { id: personId, name } = signedIn(visit);
  return {
    desk,
    slug,
    providerSlug: provider,
    row,
    draft,
    proposed,
    proposedContent: content,
    base: baseOf(desk.side, slug),
    by: { personId, words: `${name}, ${own?.name ?? visit.authority.name}` },
  };
}

/** The providers whose listings this practitioner leaves to others: they write for them themselves. */
export async function ownProvidersOf(visit: Visit): Promise<readonly string[]> {
  const { email } = signedIn(visit);
  return providersOfEmail(visit.transaction, { authorityId: visit.authority.id, email });
}

/** Why a practitioner leaves a listing to somebody else. */
export function notYourOwn(provider: string): string {
  return `You write for ${provider} yourself, so somebody else has to decide about its listings. Sign in as a provider to change them`;
}
