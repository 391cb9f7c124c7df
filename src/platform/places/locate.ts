import { type AreaFact, outwardFact, sectorFact } from './built-in-facts.ts';
import type { Point } from './distance.ts';
import type { Postcode, PostcodePart } from './postcode.ts';

/**
 * Where a postcode lies. `precision` says of what the point is the middle: the postcode itself (where unit
 * postcodes were imported), its sector, or its outward code, which may be ten miles across.
 */
export type Place = Point & {
  readonly precision: PostcodePart;
  readonly districtCode: string;
  readonly district: string;
  readonly authority: string;
};

/**
 * Gives the place of a postcode from the facts that come with the product: its sector, else its outward
 * code. Null for a postcode outside the areas that these cover.
 */
export function locate(postcode: Postcode): Place | null {
  const sector = postcode.sector === null ? null : sectorFact(postcode.sector);
  if (sector !== null) return placeOf(sector, 'sector');
  const outward = outwardFact(postcode.outward);
  return outward === null ? null : placeOf(outward, 'outward');
}

function placeOf(fact: AreaFact, precision: PostcodePart): Place {
  const { latitude, longitude, districtCode, district, authority } = fact;
  return { latitude, longitude, precision, districtCode, district, authority };
}
