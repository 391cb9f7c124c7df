import type { Visit } from '#platform/web/visit.ts';
import { practitionersOf } from './store/people-and-files.ts';

/** Everybody who works here, by name: whom a complaint may be about, or be given to. */
export function peopleToChoose(visit: Visit) {
  return practitionersOf(visit.transaction, visit.authority.id);
}
