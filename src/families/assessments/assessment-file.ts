import { type Child, childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type {
  Assessment,
  AssessmentComment,
  AssessmentPerson,
  AssessmentStep,
  AssessmentVisit,
  SectionVersion,
} from './domain/assessment.ts';
import { lackingOf, newestOf, type Section, sectionsOf } from './domain/sections.ts';
import { commentsOf, peopleOf, sectionVersions, stepsOf, visitsOf } from './store/assessment-parts.ts';
import { assessmentWith } from './store/assessments.ts';

/** An assessment with everything that belongs to it, as far as whoever asks may see it. */
export type AssessmentFile = {
  readonly assessment: Assessment;
  readonly child: Child;
  readonly people: readonly AssessmentPerson[];
  readonly sections: readonly Section[];
  readonly versions: readonly SectionVersion[];
  readonly newest: ReadonlyMap<string, SectionVersion>;
  readonly visits: readonly AssessmentVisit[];
  readonly comments: readonly AssessmentComment[];
  readonly steps: readonly AssessmentStep[];
  /** What it lacks before it can be handed in. */
  readonly lacking: readonly string[];
};

/** The assessment of an identifier; null where there is none that this person may see. */
export async function assessmentFileWith(
  visit: Visit,
  assessmentId: string,
  options: { readonly forChange?: boolean } = {},
): Promise<AssessmentFile | null> {
  if (!isId(assessmentId)) return null;
  const { transaction } = visit;
  const of = { authorityId: visit.authority.id, assessmentId };
  const assessment = await assessmentWith(transaction, { ...of, ...options });
  if (assessment === null) return null;
  const child = await childOf(transaction, { authorityId: of.authorityId, childId: assessment.childId });
  if (child === null) return null;
  const people = await peopleOf(transaction, of);
  const versions = await sectionVersions(transaction, of);
  const visits = await visitsOf(transaction, of);
  const newest = newestOf(versions);
  return {
    assessment,
    child,
    people,
    sections: sectionsOf(assessment, people),
    versions,
    newest,
    visits,
    comments: await commentsOf(transaction, of),
    steps: await stepsOf(transaction, of),
    lacking: lackingOf({ assessment, people, newest, visits }),
  };
}

/** The assessment of the address; its page's or action's audit record is about it. */
export async function assessmentFileOf(
  visit: Visit,
  options: { readonly forChange?: boolean } = {},
): Promise<AssessmentFile | null> {
  const file = await assessmentFileWith(visit, visit.params.assessment ?? '', options);
  if (file !== null) visit.concerns('assessment', file.assessment.id, { child: file.child.id });
  return file;
}
