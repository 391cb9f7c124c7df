import type { Transaction } from '#platform/database/index.ts';
import { locate, type Place, type Postcode } from '#platform/places/index.ts';

/** Where a postcode lies: from the imported unit postcodes where it is among them, else from the built-in facts. */
export async function placeOfPostcode(
  transaction: Transaction,
  postcode: Postcode,
): Promise<Pick<Place, 'latitude' | 'longitude' | 'precision'> | null> {
  if (postcode.part === 'unit') {
    const unit = await transaction
      .selectFrom('postcodes')
      .select(['latitude', 'longitude'])
      .where('postcode', '=', postcode.text)
      .executeTakeFirst();
    if (unit !== undefined) return { ...unit, precision: 'unit' };
  }
  return locate(postcode);
}
