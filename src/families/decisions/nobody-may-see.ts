import {
  householdsHiddenFrom,
  interestsIn,
  keptAwayFrom,
  likenessToHousehold,
} from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { officerRole } from './policy.ts';
import {
  type CaseTaker,
  type OpenCase,
  openCasesOf,
  practitionersWith,
  takersIn,
} from './store/assignments.ts';

type Looking = Pick<Visit, 'authority' | 'transaction'>;

/** Who may be given a case: officers, and social workers, of whichever team. */
const takerRoles = [officerRole, 'social-worker'];

/**
 * The open cases that no officer may take, because each is kept away from the household, and that were given to
 * nobody who may see them. With no officer at all there is nobody to be kept away, and the list is empty.
 */
export async function casesNobodyMaySee(visit: Looking): Promise<readonly OpenCase[]> {
  const authorityId = visit.authority.id;
  const officers = await practitionersWith(visit.transaction, { authorityId, roles: [officerRole] });
  const hiddenFromAll = await hiddenFromEach(visit, officers);
  const cases = await openCasesOf(visit.transaction, { authorityId, householdIds: hiddenFromAll });
  if (cases.length === 0) return [];
  const taken = await takenHouseholds(visit, cases);
  return cases.filter((one) => !taken.has(one.householdId));
}

async function hiddenFromEach(visit: Looking, officers: readonly CaseTaker[]): Promise<readonly string[]> {
  let shared: ReadonlySet<string> | null = null;
  for (const officer of officers) {
    const hidden = new Set(await householdsHiddenFrom(visit, officer));
    shared = shared === null ? hidden : shared.intersection(hidden);
    if (shared.size === 0) return [];
  }
  return [...(shared ?? [])];
}

/** The households whose case somebody was given who may see it. */
async function takenHouseholds(visit: Looking, cases: readonly OpenCase[]): Promise<ReadonlySet<string>> {
  const authorityId = visit.authority.id;
  const householdIds = [...new Set(cases.map(({ householdId }) => householdId))];
  const given = await takersIn(visit.transaction, { authorityId, householdIds });
  const people = await practitionersWith(visit.transaction, { authorityId, roles: takerRoles });
  const taken = new Set<string>();
  for (const { householdId, personId } of given) {
    const person = people.find(({ id }) => id === personId);
    if (person !== undefined && (await keptAwayFrom(visit, person, householdId)) === null)
      taken.add(householdId);
  }
  return taken;
}

/** Somebody who may be given a case, and whether a manager first has to say that they are but a namesake. */
export type PossibleTaker = CaseTaker & { readonly isNamesake: boolean };

/** Who may be given a household's case: nobody of it by e-mail address, and nobody who said they know it. */
export async function possibleTakers(visit: Looking, householdId: string): Promise<readonly PossibleTaker[]> {
  const people = await practitionersWith(visit.transaction, {
    authorityId: visit.authority.id,
    roles: takerRoles,
  });
  const authorityId = visit.authority.id;
  const declared = await interestsIn(visit.transaction, { authorityId, householdId });
  const takers: PossibleTaker[] = [];
  for (const person of people) {
    if (declared.some(({ personId }) => personId === person.id)) continue;
    const likeness = await likenessToHousehold(visit, person, householdId);
    if (likeness !== 'email') takers.push({ ...person, isNamesake: likeness === 'name' });
  }
  return takers;
}
