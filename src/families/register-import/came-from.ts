import { recordsOfChildren } from '#platform/database/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { mappingsOf } from './mappings.ts';
import { type Provenance, provenanceOf } from './store/imported-children.ts';

/** From which systems a child was brought over, also by a record that was merged with it; each system by its name. */
export async function cameFrom(
  visit: Visit,
  childId: string,
): Promise<readonly (Provenance & { readonly name: string })[]> {
  const authorityId = visit.authority.id;
  const records = await recordsOfChildren(visit.transaction, { authorityId, childIds: [childId] });
  const found = await provenanceOf(visit.transaction, { authorityId, childIds: [...records.keys()] });
  if (found.length === 0) return [];
  const names = new Map(mappingsOf(visit.authority).map(({ source, name }) => [source, name]));
  return found.map((one) => ({ ...one, name: names.get(one.source) ?? one.source }));
}
