import type { Visit } from '#platform/web/visit.ts';
import { personWith } from './store/person.ts';

/** Whom an answer goes to. */
export async function recipientOf(
  visit: Visit,
  personId: string,
): Promise<{ readonly name: string; readonly email: string }> {
  const person = await personWith(visit.transaction, { authorityId: visit.authority.id, personId });
  if (person === null) throw new Error('who appealed has an account');
  return person;
}
