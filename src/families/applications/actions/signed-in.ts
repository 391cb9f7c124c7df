import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Application } from '../domain/application.ts';
import { applicationBy } from '../store/applications.ts';

/** The application of the address, as far as this family may see it; null when there is none. */
export async function applicationOf(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<Application | null> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return null;
  const application = await applicationBy(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId,
    ...options,
  });
  if (application !== null) visit.concerns('application', application.id);
  return application;
}
