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
  if (applicant === null || application.childId === null)
    throw new Error('an application that was sent has an applicant and a child');
  const child = await childOf(visit.transaction, { authorityId, childId: application.childId });
  if (child === null) throw new Error('the child of an application is in the register');
  return {
    personId: applicant.id,
    name: application.answers.you?.name ?? applicant.name,
    email: applicant.email,
    childName: fullName(child),
  };
}
