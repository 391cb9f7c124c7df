import type { Person, Visit } from '#platform/web/visit.ts';

/** The signed-in person; the routes' policies have let nobody else in. */
export function signedIn(visit: Visit): Person {
  if (visit.person === null) throw new Error('the policy lets only signed-in people in');
  return visit.person;
}
