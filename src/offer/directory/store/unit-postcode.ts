import type { Transaction } from '#platform/database/index.ts';
import type { FoundPoint } from '../domain/point.ts';

/** Where a whole postcode ("ME7 1HF") lies, if unit postcodes were imported and it is among them. */
export async function pointOfUnit(transaction: Transaction, postcode: string): Promise<FoundPoint | null> {
  const found = await transaction
    .selectFrom('postcodes')
    .select(['latitude', 'longitude'])
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  return found === undefined ? null : { ...found, precision: 'unit' };
}
