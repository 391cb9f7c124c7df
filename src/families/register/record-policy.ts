import type { Role } from '#platform/people/index.ts';
import { householdOfChild, practitionersOfHousehold } from './policy.ts';

/** Who works with a child's record. */
export const recordRoles = [
  'short-breaks-officer',
  'social-worker',
  'team-manager',
] as const satisfies readonly [Role, ...Role[]];

/** Who reads and keeps the record of the child in the address. */
export const keepersOfRecord = practitionersOfHousehold(recordRoles, householdOfChild);
