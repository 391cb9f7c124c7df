import { awardWith } from '#families/awards/index.ts';
import { childInPath, householdOfChild, practitionersOfHousehold } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { hasRole } from '#platform/people/index.ts';
import type { Visit } from '#platform/web/visit.ts';

/** The roles that hold reviews. */
export const reviewerRoles = ['short-breaks-officer', 'social-worker', 'team-manager'] as const;

async function householdOfAward(visit: Visit): Promise<string | null> {
  const awardId = visit.params.award ?? '';
  if (!isId(awardId)) return null;
  const award = await awardWith(visit.transaction, { authorityId: visit.authority.id, awardId });
  return award?.householdId ?? null;
}

/** The child of the award, or the child, in the address; null where there is none. */
export async function childOfReviews(visit: Visit): Promise<string | null> {
  const awardId = visit.params.award ?? '';
  if (!isId(awardId)) return childInPath(visit);
  const award = await awardWith(visit.transaction, { authorityId: visit.authority.id, awardId });
  return award?.childId ?? null;
}

/** Who may see and hold the reviews of the award in the address. */
export const reviewersOfAward = practitionersOfHousehold([...reviewerRoles], householdOfAward);

/** Who may see all reviews of the child in the address. */
export const reviewersOfChild = practitionersOfHousehold([...reviewerRoles], householdOfChild);

/** Who may see the list of reviews that are due; each leaves out the households they are kept away from. */
export const reviewers = hasRole(...reviewerRoles);
