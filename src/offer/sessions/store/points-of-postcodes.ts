import type { Transaction } from '#platform/database/index.ts';

/** Where something is, in degrees. */
export type PostcodePoint = { readonly latitude: number; readonly longitude: number };

/** So many postcodes are looked up in one statement. */
const A_STATEMENT = 1000;

/** Where whole postcodes lie, of those that were imported. */
export async function pointsOfPostcodes(
  transaction: Transaction,
  postcodes: readonly string[],
): Promise<ReadonlyMap<string, PostcodePoint>> {
  const found = new Map<string, PostcodePoint>();
  const all = [...new Set(postcodes)];
  for (let start = 0; start < all.length; start += A_STATEMENT) {
    const rows = await transaction
      .selectFrom('postcodes')
      .select(['postcode', 'latitude', 'longitude'])
      .where('postcode', 'in', all.slice(start, start + A_STATEMENT))
      .execute();
    for (const { postcode, ...point } of rows) found.set(postcode, point);
  }
  return found;
}
