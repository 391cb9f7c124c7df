import { householdOfPerson } from '#families/register/index.ts';
import { grantOn } from '#families/schemes/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import { insertDraft, lastAnswersOf } from '../store/applications.ts';
import { signedIn } from './signed-in.ts';

/**
 * Begins an application. What the family has told us before, of itself and its home, stands in it already:
 * nobody fills the same form in twice.
 */
export async function startApplication(visit: Visit) {
  const person = signedIn(visit);
  const grant = await grantOn(visit.authority.folder, visit.clock.today());
  if (grant === null) {
    return wrong(
      refusal(
        'scheme-closed',
        `No grant is open for applications today. Call ${visit.authority.contact.phone} to ask what else there is.`,
      ),
    );
  }
  const id = newId();
  await insertDraft(visit.transaction, {
    authorityId: visit.authority.id,
    id,
    reference: newReference('SB'),
    schemeId: grant.scheme.id,
    personId: person.id,
    grantYear: financialYearOf(visit.clock.today()).name,
    answers: await knownAlready(visit, person.id),
    at: visit.clock.now(),
  });
  visit.concerns('application', id);
  return redirect(`/apply/${id}`);
}

async function knownAlready(visit: Visit, personId: string): Promise<Answers> {
  const household = await householdOfPerson(visit.transaction, { authorityId: visit.authority.id, personId });
  if (household === null) return {};
  const before = await lastAnswersOf(visit.transaction, { authorityId: visit.authority.id, personId });
  return {
    address: household.address,
    ...(before?.you === undefined ? {} : { you: before.you }),
    ...(before?.otherCarer === undefined ? {} : { otherCarer: before.otherCarer }),
  };
}
