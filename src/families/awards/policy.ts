import { practitionersOfHousehold } from '#families/register/index.ts';
import { householdOfAwardInPath } from './award-file.ts';

/** Who may see what an award is and what happened to it. */
export const readersOfAward = practitionersOfHousehold(
  ['short-breaks-officer', 'social-worker', 'team-manager', 'panel-chair', 'finance-officer'],
  householdOfAwardInPath,
);

/** Who may suspend or end an award, make it less, and ask for more. */
export const changersOfAward = practitionersOfHousehold(
  ['short-breaks-officer', 'team-manager'],
  householdOfAwardInPath,
);

/** Who may agree that an award becomes more. */
export const agreersOfRaise = practitionersOfHousehold(['team-manager'], householdOfAwardInPath);
