import type { Visit } from '#platform/web/visit.ts';
import type { Application, ApplicationEvent } from './domain/application.ts';
import { applicationsOfFamily } from './store/applications.ts';
import { eventsOf } from './store/events.ts';

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
