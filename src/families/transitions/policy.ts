import { householdOfChild, practitionersOfHousehold } from '#families/register/index.ts';
import { hasRole, type Role } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';

/** The roles that plan for growing up. */
export const transitionRoles: readonly [Role, ...Role[]] = [
  'social-worker',
  'team-manager',
  'short-breaks-officer',
];

/** The list; households that a person is kept away from are left out of it. */
export const transitionsList = hasRole(...transitionRoles);

/** One young person's plan. */
export const transitionOfChild = practitionersOfHousehold(transitionRoles, householdOfChild);

/** A family's own page; whose child it is, row-level security holds: another's is simply not there. */
export const ownGrowingUp = policy(
  'A signed-in family member may see how their own child grows up, and say what they hope for',
  (visit) =>
    visit.person === null
      ? 'sign-in-as-family'
      : visit.person.kind === 'family'
        ? 'allowed'
        : {
            denied: 'This page is the family’s. You find the plan on the child’s record, under “Transition”.',
          },
);
