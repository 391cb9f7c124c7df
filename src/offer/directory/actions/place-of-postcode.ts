import type { Transaction } from '#platform/database/index.ts';
import { locate, type Postcode } from '#platform/places/index.ts';
import type { FoundPoint } from '../domain/point.ts';
import { pointOfUnit } from '../store/unit-postcode.ts';

/** Where a postcode lies: from the imported unit postcodes where it is among them, else from the built-in facts. */
export async function placeOfPostcode(
  transaction: Transaction,
  postcode: Postcode,
): Promise<FoundPoint | null> {
  const unit = postcode.part === 'unit' ? await pointOfUnit(transaction, postcode.text) : null;
  return unit ?? locate(postcode);
}
