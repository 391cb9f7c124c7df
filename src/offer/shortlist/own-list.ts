import { type Listing, openListing } from '#offer/directory/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { readKept } from './domain/kept-list.ts';

/** The slugs that this visitor keeps in the browser. */
export function ownSlugs(visit: Pick<Visit, 'keptInBrowser'>): readonly string[] {
  return readKept(visit.keptInBrowser('list'));
}

/** The listings of these slugs that are still in the directory, in their order. */
export async function listingsOf(visit: Visit, slugs: readonly string[]): Promise<readonly Listing[]> {
  const listings: Listing[] = [];
  for (const slug of slugs) {
    const opened = await openListing(visit.transaction, { authorityId: visit.authority.id, slug });
    if (opened !== null && opened.withdrawnAt === null) listings.push(opened.listing);
  }
  return listings;
}
