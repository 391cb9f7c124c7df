import { openListing } from '#offer/directory/index.ts';
import type { Visit } from '#platform/web/visit.ts';

/** What the listings of these slugs are called; a listing that is gone for good keeps its slug for a name. */
export async function titlesOf(
  visit: Visit,
  slugs: readonly (string | null)[],
): Promise<(slug: string) => string> {
  const titles = new Map<string, string>();
  for (const slug of new Set(slugs))
    if (slug !== null) titles.set(slug, (await namedListing(visit, slug))?.title ?? slug);
  return (slug) => titles.get(slug) ?? slug;
}

/** The listing that an address names, as far as what people say needs it; null where there is none to speak of. */
export async function namedListing(
  visit: Visit,
  slug: string,
): Promise<{ readonly slug: string; readonly title: string; readonly email: string | null } | null> {
  const opened = await openListing(visit.transaction, { authorityId: visit.authority.id, slug });
  if (opened === null) return null;
  const { title, contact } = opened.listing;
  return { slug: opened.listing.slug, title, email: contact.email };
}
