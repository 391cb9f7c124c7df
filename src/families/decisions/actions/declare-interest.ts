import { insertInterest } from '#families/register/index.ts';
import { notFound, redirect, signedIn, type Visit } from '#platform/web/visit.ts';
import { householdOfApplication } from '../may-see.ts';
import { seesLists } from '../policy.ts';
import { lockApplicationsOfHousehold } from '../store/neighbouring-applications.ts';

/** A practitioner says that they know this family: from now on another officer takes its cases. */
export async function declareInterest(visit: Visit) {
  const id = visit.params.application ?? '';
  const householdId = await householdOfApplication(visit, id);
  if (householdId === null) return notFound();
  visit.concerns('application', id, { household: householdId });
  // Whoever is deciding for this household at this moment is waited for, and then sees that they may not.
  await lockApplicationsOfHousehold(visit.transaction, { authorityId: visit.authority.id, householdId });
  await insertInterest(visit.transaction, {
    authorityId: visit.authority.id,
    personId: signedIn(visit).id,
    householdId,
    at: visit.clock.now(),
  });
  return redirect(seesLists(visit) ? '/practitioners/applications?told=know-family' : '/practitioners');
}
