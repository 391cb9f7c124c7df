import type { Application } from '#families/applications/index.ts';
import { childOf, fullName } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { applicantOf } from './store/neighbouring-applications.ts';

/** Who a letter about an application goes to, and what they and the child are called. */
export type Family = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly childName: string;
};

/** Gives the person who applied: by the name that they gave in the application, or else that of their account. */
export async function familyOf(
  visit: Pick<Visit, 'authority' | 'transaction'>,
  application: Pick<Application, 'personId' | 'childId' | 'answers'>,
): Promise<Family> {
  const authorityId = visit.authority.id;
  const applicant = await applicantOf(visit.transaction, { authorityId, personId: application.personId });
  if (applicant === null) throw new Error('an application that was sent has an applicant');
  return {
    personId: applicant.id,
    name: application.answers.you?.name ?? applicant.name,
    email: applicant.email,
    childName: await childNameOf(visit, application),
  };
}

/**
 * The same for a letter that is only read: the other parent and the young person read it as well, and an account that
 * is not their own is hidden from them, so that nothing of it is needed here. Nothing is sent to what this gives.
 */
export async function familyToldIn(
  visit: Pick<Visit, 'authority' | 'transaction'>,
  application: Pick<Application, 'personId' | 'childId' | 'answers'>,
): Promise<Family> {
  const named = { authorityId: visit.authority.id, personId: application.personId };
  if ((await applicantOf(visit.transaction, named)) !== null) return familyOf(visit, application);
  const childName = await childNameOf(visit, application);
  const name = application.answers.you?.name ?? `family of ${childName}`;
  return { personId: application.personId, name, email: '', childName };
}

async function childNameOf(
  visit: Pick<Visit, 'authority' | 'transaction'>,
  { childId }: Pick<Application, 'childId'>,
): Promise<string> {
  const child =
    childId === null ? null : await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
  if (child === null) throw new Error('the child of an application that was sent is in the register');
  return fullName(child);
}
