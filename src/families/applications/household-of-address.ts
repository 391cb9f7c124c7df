import { childOf, type Household, householdWith } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';

/** The household of the child in the address (`:child`), with everybody in it; null where there is none. */
export async function householdOfAddress(visit: Visit): Promise<Household | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const authorityId = visit.authority.id;
  const child = await childOf(visit.transaction, { authorityId, childId });
  if (child === null) return null;
  return householdWith(visit.transaction, { authorityId, householdId: child.householdId });
}
