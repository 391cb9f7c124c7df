import type { Person, Visit } from '#platform/web/visit.ts';
import { isOwnHousehold, plainName } from './domain/own-household.ts';
import { hiddenHouseholds } from './store/hidden-households.ts';
import { peopleOfHousehold } from './store/households.ts';
import { hasDeclaredInterest } from './store/interests.ts';

/** Why a practitioner is kept away from a household's case; null when nothing keeps them away. */
export type KeptAway = 'own-household' | 'declared-interest' | null;

/** Gives whether a practitioner is kept away from a household: it is their own, or they said they know it. */
export async function keptAwayFrom(visit: Visit, person: Person, householdId: string): Promise<KeptAway> {
  const named = { authorityId: visit.authority.id, householdId };
  const people = await peopleOfHousehold(visit.transaction, named);
  if (isOwnHousehold(person, people)) return 'own-household';
  const hasSaidSo = await hasDeclaredInterest(visit.transaction, { ...named, personId: person.id });
  return hasSaidSo ? 'declared-interest' : null;
}

/** Every household that a practitioner is kept away from, for lists and for what other cases tell of them. */
export function householdsHiddenFrom(visit: Visit, person: Person): Promise<readonly string[]> {
  return hiddenHouseholds(visit.transaction, {
    authorityId: visit.authority.id,
    personId: person.id,
    plainName: plainName(person.name),
    email: person.email.trim().toLowerCase(),
  });
}
