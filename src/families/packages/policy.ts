import { householdOfChild, practitionersOfHousehold } from '#families/register/index.ts';
import { hasRole } from '#platform/people/index.ts';

/** Who sees the report over all packages. A commissioner sees it without names and without small numbers. */
export const readersOfReport = hasRole(
  'short-breaks-officer',
  'social-worker',
  'team-manager',
  'panel-chair',
  'commissioner',
  'finance-officer',
);

/** Who sees one child's package. */
export const readersOfPackage = practitionersOfHousehold(
  ['short-breaks-officer', 'social-worker', 'team-manager', 'panel-chair', 'finance-officer'],
  householdOfChild,
);

/** Who records what a child has from others. */
export const recordersOfSupport = practitionersOfHousehold(
  ['short-breaks-officer', 'social-worker', 'team-manager'],
  householdOfChild,
);
