import { toDosOfPractitioner as ofAppeals } from '#families/appeals/index.ts';
import { toDosOfPractitioner as ofAssessments } from '#families/assessments/index.ts';
import { toDosOfPractitioner as ofAwards } from '#families/awards/index.ts';
import { toDosOfPractitioner as ofComplaints } from '#families/complaints/index.ts';
import { toDosOfPractitioner as ofDecisions } from '#families/decisions/index.ts';
import { toDosOfPractitioner as ofDuplicates } from '#families/duplicates/index.ts';
import { toDosOfPractitioner as ofPanel } from '#families/panel/index.ts';
import { toDosOfPractitioner as ofRegister } from '#families/register/index.ts';
import { toDosOfPractitioner as ofImports } from '#families/register-import/index.ts';
import { toDosOfPractitioner as ofReviews } from '#families/reviews/index.ts';
import { toDosOfPractitioner as ofTransitions } from '#families/transitions/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { toDosOfPractitioner as ofFreshness } from '#offer/freshness/index.ts';
import { toDosOfPractitioner as ofListings } from '#offer/listing-desk/index.ts';
import { toDosOfPractitioner as ofListingImports } from '#offer/listing-import/index.ts';
import { toDosOfPractitioner as ofVoices } from '#offer/listing-voices/index.ts';
import { toDosOfPractitioner as ofStatement } from '#offer/statement/index.ts';
import type { Visit } from '#platform/web/visit.ts';

/** Each capability says what its own desk waits for. */
const sources: readonly ((visit: Visit) => Promise<readonly ToDo[]>)[] = [
  ofDecisions,
  ofAssessments,
  ofPanel,
  ofReviews,
  ofAwards,
  ofRegister,
  ofDuplicates,
  ofImports,
  ofTransitions,
  ofAppeals,
  ofComplaints,
  ofListings,
  ofVoices,
  ofFreshness,
  ofListingImports,
  ofStatement,
];

/** Everything that a practitioner has to do, as every capability tells it. */
export async function toDosOf(visit: Visit): Promise<readonly ToDo[]> {
  const all: ToDo[] = [];
  // One after the other: they share the request's one connection.
  for (const source of sources) all.push(...(await source(visit)));
  return all;
}
