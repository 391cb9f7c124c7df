import { isId } from '#kernel/id.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import type { Child } from './domain/register.ts';
import { childOf } from './store/children.ts';
import { belongsToHousehold } from './store/families.ts';

/** The person who is signed in; the route's policy has seen to it that there is one. */
export function visitorOf(visit: Visit): Person {
  if (visit.person === null) throw new Error('the policy of this route lets nobody in who is not signed in');
  return visit.person;
}

/** The child of the address (`:child`) as far as this person may see it; null where there is none. */
export async function childOfVisit(visit: Visit): Promise<Child | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const child = await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
  if (child !== null) visit.concerns('child', child.id);
  return child;
}

/** Whether a family changes the child's record: from the main home; from another home it is read. */
export function mayChange(visit: Visit, child: Child): Promise<boolean> {
  return belongsToHousehold(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: child.householdId,
    personId: visitorOf(visit).id,
  });
}
