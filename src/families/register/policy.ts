import { isId } from '#kernel/id.ts';
import { type Role, rolesInWords } from '#platform/people/index.ts';
import { type Policy, policy, type Ruling } from '#platform/web/route.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type KeptAway, keptAwayFrom } from './kept-away.ts';
import { childOf } from './store/children.ts';

const sentences: Readonly<Record<NonNullable<KeptAway>, string>> = {
  'own-household':
    'This is your own household, or a namesake’s. Nobody sees or decides their own case here: somebody else takes it.',
  'declared-interest': 'You have said that you know this family. Somebody else takes this case.',
};

/** Gives why a practitioner may not see a household, or "allowed". */
export async function rulingOnHousehold(visit: Visit, householdId: string | null): Promise<Ruling> {
  if (householdId === null || visit.person === null) return 'allowed';
  const keptAway = await keptAwayFrom(visit, visit.person, householdId);
  return keptAway === null ? 'allowed' : { denied: sentences[keptAway] };
}

/**
 * For every page and action about one family's case: practitioners with one of the roles, but nobody for their
 * own household nor for one that they said they know. `householdOf` finds the household of the address; where
 * there is none, the page itself says that it was not found.
 */
export function practitionersOfHousehold(
  roles: readonly [Role, ...Role[]],
  householdOf: (visit: Visit) => Promise<string | null>,
): Policy {
  const words = rolesInWords(roles, 'or');
  return policy(
    `A signed-in ${words}, but not for their own household nor for one that they said they know`,
    async (visit) => {
      const { person } = visit;
      if (person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
      if (!roles.some((role) => person.roles.includes(role)))
        return {
          denied: `This is for a ${words}. If that is your work, ask whoever looks after sign-in to add the role.`,
        };
      return rulingOnHousehold(visit, await householdOf(visit));
    },
  );
}

/** The household of the child in the address (`:child`); null where there is no such child. */
export async function householdOfChild(visit: Visit): Promise<string | null> {
  const childId = visit.params.child ?? '';
  if (!isId(childId)) return null;
  const child = await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
  return child?.householdId ?? null;
}
