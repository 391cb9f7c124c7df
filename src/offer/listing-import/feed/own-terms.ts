import { termId, type VocabularyKey, vocabularies } from '#offer/open-referral/index.ts';
import type { FeedValue, Taken } from './taken.ts';

/** Every term by which this program tells of a service: its vocabulary and its key there, by its identifier. */
const terms = new Map<string, readonly [VocabularyKey, string]>(
  vocabularies.flatMap(({ key, entries }) =>
    entries.map((entry) => [termId(key, entry.key), [key, entry.key]] as const),
  ),
);

/** What a listing is described by in a feed of this program. */
export type Said = readonly (readonly [VocabularyKey, string])[];

function isRecord(value: FeedValue): value is Readonly<Record<string, FeedValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a service was told by this program, at whatever council: its terms have identifiers that are the same everywhere. */
export function isOwnShape(original: FeedValue): boolean {
  if (!isRecord(original) || !Array.isArray(original.attributes)) return false;
  return original.attributes.some(
    (one) => isRecord(one) && typeof one.taxonomy_term_id === 'string' && terms.has(one.taxonomy_term_id),
  );
}

/** Every term that a service is described by, each marked as read. */
export function saidIn(service: Taken): Said {
  return service.records('attributes').flatMap((attribute) => {
    const term = terms.get(attribute.text('taxonomy_term_id') ?? '');
    if (term === undefined) return [];
    attribute.wholly();
    return [term];
  });
}

/** The values of a vocabulary that were said, of those that a listing may have. */
export function chosen<T extends string>(
  said: Said,
  vocabulary: VocabularyKey,
  known: readonly T[],
): readonly T[] {
  return said.flatMap(([of, key]) => (of === vocabulary ? known.filter((one) => one === key) : []));
}

/** The keys of a listing's choices. */
export const keysOf = <T extends string>(labels: Readonly<Record<T, unknown>>) => Object.keys(labels) as T[];
