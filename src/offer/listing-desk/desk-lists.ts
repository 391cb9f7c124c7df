import { freshnessOf, type Listing, readListing, type Stage, stageOf } from '#offer/directory/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deskOf, ownProvidersOf } from './desk.ts';
import { applyChanges, type Content } from './domain/changes.ts';
import { countWaiting, draftsOfProviders, type KeptDraft, waitingDrafts } from './store/drafts.ts';
import {
  type ListingRow,
  listingRowOf,
  listingRowsOfProviders,
  listingRowsWith,
} from './store/listing-rows.ts';
import {
  allProviders,
  type NamedProvider,
  type ProviderPerson,
  peopleOfProviders,
} from './store/provider-people.ts';
import { type ProviderRecord, providerRecordOf } from './store/provider-records.ts';
import { type Version, versionsOf } from './store/versions.ts';

/** How fresh a listing is, for the one who keeps it: as families see it, or taken out. */
export type Freshness = Stage | 'withdrawn';

/** How fresh a row of the directory is today, by the council's own months. */
export function freshnessOfRow(visit: Visit, row: ListingRow): Freshness {
  if (row.withdrawnAt !== null) return 'withdrawn';
  const today = visit.clock.today();
  return stageOf(row.checkedOn, freshnessOf(visit.authority, today), today);
}

/** One of a provider's own listings, as its list shows it. */
export type OwnListing = {
  readonly slug: string;
  readonly title: string;
  readonly row: ListingRow | null;
  readonly draft: KeptDraft | null;
};

/** The listings that this provider's person keeps, with what waits and what came back; new ones first. */
export async function ownListings(
  visit: Visit,
): Promise<{ readonly providers: readonly NamedProvider[]; readonly listings: readonly OwnListing[] }> {
  const { providers } = await deskOf(visit);
  const of = { authorityId: visit.authority.id, providers: providers.map(({ slug }) => slug) };
  const rows = await listingRowsOfProviders(visit.transaction, of);
  const drafts = await draftsOfProviders(visit.transaction, of);
  const isThere = new Set(rows.map(({ slug }) => slug));
  const started = drafts.filter(({ slug }) => !isThere.has(slug));
  return {
    providers,
    listings: [
      ...started.map((draft) => {
        const title = draft.content?.title;
        return { slug: draft.slug, title: typeof title === 'string' ? title : draft.slug, row: null, draft };
      }),
      ...rows.map((row) => ({
        slug: row.slug,
        title: row.title,
        row,
        draft: drafts.find(({ slug }) => slug === row.slug) ?? null,
      })),
    ],
  };
}

/** A draft in the council's list, with what families read now. */
export type QueuedDraft = {
  readonly draft: KeptDraft;
  /** What families read once everything is approved. */
  readonly proposed: Listing;
  readonly published: Content | null;
  /** Whether the officer writes for the provider, and so leaves it to others. */
  readonly isOwn: boolean;
};

/** So many drafts are shown at once. */
const mostShown = 200;

/** What waits for the council, the longest first, and how many there are in all. */
export async function queueOf(
  visit: Visit,
): Promise<{ readonly queue: readonly QueuedDraft[]; readonly count: number }> {
  const authorityId = visit.authority.id;
  const own = await ownProvidersOf(visit);
  const drafts = await waitingDrafts(visit.transaction, { authorityId, limit: mostShown });
  const queue: QueuedDraft[] = [];
  for (const draft of drafts) {
    const row = await listingRowOf(visit.transaction, { authorityId, slug: draft.slug });
    const published = row === null ? null : (row.content as Content);
    const content = draft.content ?? (published === null ? null : applyChanges(published, draft.changes));
    if (content === null) continue;
    queue.push({ draft, proposed: readListing(content), published, isOwn: own.includes(draft.providerSlug) });
  }
  const { count } = await countWaiting(visit.transaction, authorityId);
  return { queue, count };
}

/** A page of all listings of the directory whose title or provider has the words in it. */
export async function listingsWith(
  visit: Visit,
  asked: { readonly words: string; readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly ListingRow[]; readonly count: number }> {
  return listingRowsWith(visit.transaction, {
    authorityId: visit.authority.id,
    words: asked.words,
    offset: (asked.page - 1) * asked.size,
    limit: asked.size,
  });
}

/** Every version of the listing of the address, the newest first. */
export async function versionsAt(visit: Visit, slug: string): Promise<readonly Version[]> {
  return versionsOf(visit.transaction, { authorityId: visit.authority.id, slug });
}

/** Every provider with the people who write for it. */
export async function providersWithPeople(
  visit: Visit,
): Promise<readonly (NamedProvider & { readonly people: readonly ProviderPerson[] })[]> {
  const authorityId = visit.authority.id;
  const people = Map.groupBy(
    await peopleOfProviders(visit.transaction, authorityId),
    (one) => one.providerSlug,
  );
  const providers = await allProviders(visit.transaction, authorityId);
  return providers.map((provider) => ({ ...provider, people: people.get(provider.slug) ?? [] }));
}

/** What is kept of the provider that the address names; null where there is none. */
export async function namedProvider({
  transaction,
  authority,
  params,
}: Visit): Promise<ProviderRecord | null> {
  return providerRecordOf(transaction, { authorityId: authority.id, slug: params.provider ?? '' });
}
