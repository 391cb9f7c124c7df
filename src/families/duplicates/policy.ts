import {
  childOf,
  householdOfChild,
  practitionersOfHousehold,
  rulingOnHousehold,
} from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { hasRole, type Role } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';

export const lookingRoles = [
  'short-breaks-officer',
  'social-worker',
  'team-manager',
] as const satisfies readonly [Role, ...Role[]];

/** Who looks at pairs; the list leaves out the households that are kept from whoever looks. */
export const lookers = hasRole(...lookingRoles);

/** Who sees what was merged into the child of the address, and takes it back. */
export const keepersOfChild = practitionersOfHousehold(lookingRoles, householdOfChild);

/** Who works with the two children of the address (`:one`, `:other`): nobody from whom either household is kept. */
export const keepersOfBoth = policy(
  `${lookers.sentence}, but not for their own household nor for one that they said they know`,
  async (visit) => {
    const first = await lookers.rule(visit);
    if (first !== 'allowed') return first;
    for (const childId of [visit.params.one ?? '', visit.params.other ?? '']) {
      if (!isId(childId)) continue;
      const child = await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
      const ruling = await rulingOnHousehold(visit, child?.householdId ?? null);
      if (ruling !== 'allowed') return ruling;
    }
    return 'allowed';
  },
);
