import type { Authority } from './authority.ts';

/**
 * The authority in which a postcode lies, by the localities of the authorities' files: by its sector ("ME7 1"), else
 * by its outward code; null where no file has either.
 */
export function authorityOfPostcode(
  authorities: readonly Authority[],
  postcode: { readonly outward: string; readonly sector: string | null },
): Authority | null {
  const holds = (code: string) => (authority: Authority) =>
    authority.localities.some(({ postcodes }) => postcodes.includes(code));
  const bySector = postcode.sector === null ? undefined : authorities.find(holds(postcode.sector));
  return bySector ?? authorities.find(holds(postcode.outward)) ?? null;
}
