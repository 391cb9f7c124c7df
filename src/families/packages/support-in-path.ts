import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { OtherSupport } from './domain/other-support.ts';
import { otherSupportWith } from './store/other-support.ts';

/** The child of the address and, where it names one, the support from others; null where either is not there. */
export async function supportInPath(
  visit: Visit,
): Promise<{ readonly child: Child; readonly support: OtherSupport | null } | null> {
  const { child: childId = '', support: id } = visit.params;
  const authorityId = visit.authority.id;
  if (!isId(childId) || (id !== undefined && !isId(id))) return null;
  const child = await childOf(visit.transaction, { authorityId, childId });
  if (child === null) return null;
  if (id === undefined) return { child, support: null };
  const support = await otherSupportWith(visit.transaction, { authorityId, id });
  return support?.childId === childId ? { child, support } : null;
}
