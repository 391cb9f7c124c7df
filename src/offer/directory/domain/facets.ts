/** What a search can be narrowed by with a count beside each choice, by the name that stands in the address. */
export const facetNames = [
  'tier',
  'kind',
  'need',
  'access',
  'when',
  'day',
  'part',
  'season',
  'pay',
  'free',
  'transport',
  'ratio',
  'language',
  'join',
  'locality',
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * For each dimension and each of its values as the address writes it ("need" → "autism"), how many listings there
 * would be with this choice. Where one choice of a dimension is enough (kinds, times, days) its own choices are left
 * out; where all must be met (needs, features, payments) the others that were chosen still count. A value that nothing
 * has is not there.
 */
export type Facets = ReadonlyMap<FacetName, ReadonlyMap<string, number>>;

/** How many listings there would be with a choice: 0 where nothing has it. */
export function countOf(facets: Facets, name: FacetName, value: string): number {
  return facets.get(name)?.get(value) ?? 0;
}
