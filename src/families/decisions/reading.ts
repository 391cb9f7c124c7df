import { type Application, factsOf } from '#families/applications/index.ts';
import {
  type Decision,
  decide,
  type Facts,
  factsOn,
  type Scheme,
  type SchemeVersion,
  versionFor,
} from '#families/schemes/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { type Result, success } from '#kernel/refusal.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type GivingBand, type Recommendation, recommendationFrom } from './domain/recommendation.ts';
import { givingBands, givingsOf } from './givings.ts';
import { schemeNamed } from './scheme-in-use.ts';

/** What the scheme says of an application, under a named version, and what is recommended because of it. */
export type Reading = {
  readonly scheme: Scheme;
  readonly version: SchemeVersion;
  readonly says: Decision;
  readonly bands: readonly GivingBand[];
  readonly recommendation: Recommendation;
};

type Read = Pick<Application, 'schemeId' | 'answers' | 'sentAt' | 'createdAt'>;

/**
 * Reads an application by its scheme. The rules and the child's age are those of the day on which it was sent:
 * a family does not lose by the time that others take. A diagnosis letter that came later counts, and so does a
 * rate that an officer has corrected. Refuses
 * (`no-version-in-force`) when the scheme had no version on that day.
 */
export async function readingOf(
  authority: Authority,
  given: {
    readonly application: Read;
    readonly hasDiagnosisLetter: boolean;
    /** Facts that an officer has put right by a letter. */
    readonly corrected?: Facts;
  },
): Promise<Result<Reading>> {
  const { application } = given;
  const scheme = await schemeNamed(authority, application.schemeId);
  const on = dateInEngland(application.sentAt ?? application.createdAt);
  const facts: Facts = {
    ...factsOf(application.answers),
    ...(given.hasDiagnosisLetter ? { 'evidence.diagnosis_letter': true } : {}),
    ...given.corrected,
  };
  const version = versionFor({ scheme, facts, on });
  if (!version.ok) return version;
  const says = decide(version.value, factsOn(facts, on));
  const bands = givingBands(version.value);
  const { outcome, missing } = says;
  const recommendation = recommendationFrom({ outcome, givings: givingsOf(says.award), missing }, bands);
  return success({ scheme, version: version.value, says, bands, recommendation });
}
