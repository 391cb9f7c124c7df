import { practitionersOfHousehold } from '#families/register/index.ts';
import { hasRole, type Role } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';
import { householdOfAppeal, householdOfDecisionInPath } from './case-of-appeal.ts';

/** The roles that may look at an appeal. */
export const appealRoles: readonly [Role, ...Role[]] = [
  'team-manager',
  'short-breaks-officer',
  'complaints-officer',
];

/** A family's own appeals; which are its own, row-level security holds: another's is simply not there. */
export const ownAppeals = policy(
  'A signed-in family may ask for a decision about its own household to be looked at again',
  (visit) =>
    visit.person === null
      ? 'sign-in-as-family'
      : visit.person.kind === 'family'
        ? 'allowed'
        : { denied: 'This page is the family’s. You find its appeals under “Appeals”.' },
);

/** The list of appeals; what a person is kept away from is left out of it. */
export const appealDesk = hasRole(...appealRoles);

/** One family's appeal. That nobody answers an appeal against their own decision, the action holds. */
export const deskOfAppeal = practitionersOfHousehold(appealRoles, householdOfAppeal);

/** Who writes down an appeal that a family makes by telephone, by letter or in person. */
export const writerOfAppeal = practitionersOfHousehold(appealRoles, householdOfDecisionInPath);
