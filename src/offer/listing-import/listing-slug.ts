import { createHash } from 'node:crypto';

/**
 * The address of a listing that is brought in: its title as an address writes it, and a mark of what its source calls it,
 * so that it is the same each time and no two are alike.
 */
export function listingSlug(title: string, source: string): string {
  const base = title
    .normalize('NFKD')
    .replace(/[\p{Mark}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return `${/^[a-z]/.test(base) ? base : `listing-${base}`.replace(/-+$/, '')}-${mark}`;
}
