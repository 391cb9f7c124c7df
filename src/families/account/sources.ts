import { toDosOfFamily as ofAppeals } from '#families/appeals/index.ts';
import { toDosOfFamily as ofApplications } from '#families/applications/index.ts';
import { toDosOfFamily as ofAssessments } from '#families/assessments/index.ts';
import { toDosOfFamily as ofAwards } from '#families/awards/index.ts';
import { toDosOfFamily as ofComplaints } from '#families/complaints/index.ts';
import { toDosOfFamily as ofRegister } from '#families/register/index.ts';
import { toDosOfFamily as ofReviews } from '#families/reviews/index.ts';
import { toDosOfFamily as ofTransitions } from '#families/transitions/index.ts';
import { inOrderOfDay, type ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';

/** Each capability says what it waits for from a family. */
const sources: readonly ((visit: Visit) => Promise<readonly ToDo[]>)[] = [
  ofApplications,
  ofAssessments,
  ofReviews,
  ofRegister,
  ofTransitions,
  ofAwards,
  ofAppeals,
  ofComplaints,
];

/** Everything that a family has to do, what is due first in front; the same thing at the same place once. */
export async function toDosOf(visit: Visit): Promise<readonly ToDo[]> {
  const all = new Map<string, ToDo>();
  // One after the other: they share the request's one connection.
  for (const source of sources)
    for (const toDo of await source(visit)) {
      const key = `${toDo.href} ${toDo.title} ${toDo.about}`;
      if (!all.has(key)) all.set(key, toDo);
    }
  return inOrderOfDay([...all.values()]);
}
