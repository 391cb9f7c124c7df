import type { Person, Visit } from '#platform/web/visit.ts';
import { likenessTo, plainName } from './domain/own-household.ts';
import { householdsSharingAChild } from './store/child-homes.ts';
import { hiddenHouseholds } from './store/hidden-households.ts';
import { peopleAround } from './store/households.ts';
import { hasDeclaredInterest } from './store/interests.ts';
import { isNamesakeOnly } from './store/namesakes.ts';

/** Why a practitioner is kept away from a household's case; null when nothing keeps them away. */
export type KeptAway = 'own-household' | 'declared-interest' | null;

type Asked = Pick<Visit, 'authority' | 'transaction'>;
type Practitioner = Pick<Person, 'id' | 'name' | 'email'>;

/**
 * Gives whether a practitioner is kept away from a household: it is their own, or they said they know it or the
 * other home of one of its children.
 * Somebody who has no more than the name of one of its people is kept away until a manager gives them the case.
 */
export async function keptAwayFrom(
  visit: Asked,
  person: Practitioner,
  householdId: string,
): Promise<KeptAway> {
  const named = { authorityId: visit.authority.id, householdId };
  const likeness = await likenessToHousehold(visit, person, householdId);
  if (likeness === 'email') return 'own-household';
  if (likeness === 'name' && !(await isNamesakeOnly(visit.transaction, { ...named, personId: person.id })))
    return 'own-household';
  const { authorityId } = named;
  const shared = await householdsSharingAChild(visit.transaction, {
    authorityId,
    householdIds: [householdId],
  });
  for (const home of new Set([householdId, ...shared])) {
    const known = { authorityId, householdId: home, personId: person.id };
    if (await hasDeclaredInterest(visit.transaction, known)) return 'declared-interest';
  }
  return null;
}

/** How a practitioner is like one of the people of a household: by e-mail address, by name alone, or not. */
export async function likenessToHousehold(
  visit: Asked,
  person: Practitioner,
  householdId: string,
): Promise<'email' | 'name' | null> {
  const named = { authorityId: visit.authority.id, householdId };
  return likenessTo(person, await peopleAround(visit.transaction, named));
}

/**
 * Every household that a practitioner is kept away from, for lists and for what other cases tell of them: also
 * the other home of a child, since what one home's case tells is about the same child.
 */
export async function householdsHiddenFrom(visit: Asked, person: Practitioner): Promise<readonly string[]> {
  const authorityId = visit.authority.id;
  const hidden = await hiddenHouseholds(visit.transaction, {
    authorityId,
    personId: person.id,
    plainName: plainName(person.name),
    email: person.email.trim().toLowerCase(),
  });
  const shared = await householdsSharingAChild(visit.transaction, { authorityId, householdIds: hidden });
  return [...new Set([...hidden, ...shared])];
}
