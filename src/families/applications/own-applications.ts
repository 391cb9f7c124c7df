import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Application, ApplicationEvent } from './domain/application.ts';
import { applicationsOfFamily } from './store/applications.ts';
import { eventsOf } from './store/events.ts';
import { type ProxyRecord, proxyOf } from './store/proxies.ts';
import { applicationsOfSitting } from './store/sittings.ts';

/** The applications of the family that visits, newest first; those that were taken back are left out. */
export function ownApplications(visit: Visit): Promise<readonly Application[]> {
  return applicationsOfFamily(visit.transaction, visit.authority.id);
}

/** What happened on an application's way, oldest first, as far as it is for the family. */
export async function timelineOf(
  visit: Visit,
  application: Application,
): Promise<readonly ApplicationEvent[]> {
  const events = await eventsOf(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: application.id,
  });
  return events.filter((event) => event.isForFamily);
}

/** What the visitor sent for another family, at this address; null where they did not. */
export async function proxySentOf(visit: Visit): Promise<ProxyRecord | null> {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return null;
  const record = await proxyOf(visit.transaction, { authorityId: visit.authority.id, applicationId });
  return record !== null && record.personId === visit.person?.id ? record : null;
}

export type { ProxyRecord };

/** The applications that were sent in one sitting with this one, this one among them. */
export async function sentTogether(visit: Visit, application: Application): Promise<readonly Application[]> {
  const { sittingId } = application;
  if (sittingId === null) return [application];
  const all = await applicationsOfSitting(visit.transaction, { authorityId: visit.authority.id, sittingId });
  // The drafts of a sitting are sent all at once, so whatever of it was sent was sent together.
  return all.filter((one) => one.sentAt !== null);
}
