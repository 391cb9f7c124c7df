import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type {
  Assessment,
  AssessmentComment,
  AssessmentPerson,
  AssessmentStep,
  AssessmentVisit,
  SectionVersion,
} from '../domain/assessment.ts';

type Of = { readonly authorityId: string; readonly assessmentId: string };
type Into = { readonly authorityId: string; readonly assessment: Pick<Assessment, 'id' | 'householdId'> };
type By = { readonly id: string; readonly name: string };

function keyOf({ authorityId, assessment }: Into) {
  return {
    authority_id: authorityId,
    id: newId(),
    assessment_id: assessment.id,
    household_id: assessment.householdId,
  };
}

/** The siblings and carers of an assessment, in the order in which they were named. */
export async function peopleOf(transaction: Transaction, of: Of): Promise<readonly AssessmentPerson[]> {
  const rows = await transaction
    .selectFrom('assessment_people')
    .select(['id', 'kind', 'name', 'about'])
    .where('authority_id', '=', of.authorityId)
    .where('assessment_id', '=', of.assessmentId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AssessmentPerson['kind'] }));
}

/** Names a sibling or a carer whose needs are looked at. */
export async function insertPerson(
  transaction: Transaction,
  given: Into & { readonly person: Omit<AssessmentPerson, 'id'>; readonly at: Temporal.Instant },
): Promise<void> {
  const { kind, name, about } = given.person;
  await transaction
    .insertInto('assessment_people')
    .values({ ...keyOf(given), kind, name, about, added_at: given.at })
    .execute();
}

/** Every version of every section, oldest first. A family finds what is shared with it. */
export async function sectionVersions(transaction: Transaction, of: Of): Promise<readonly SectionVersion[]> {
  const rows = await transaction
    .selectFrom('assessment_sections')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('assessment_id', '=', of.assessmentId)
    .orderBy('section')
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    section: row.section,
    version: row.version,
    aboutId: row.about_id,
    words: row.words,
    isWithheld: row.is_withheld,
    writtenBy: row.written_by,
    writtenByName: row.written_by_name,
    writtenAt: row.written_at,
  }));
}

/** Adds a version of a section. */
export async function insertSection(
  transaction: Transaction,
  given: Into & { readonly version: SectionVersion },
): Promise<void> {
  const { version } = given;
  await transaction
    .insertInto('assessment_sections')
    .values({
      authority_id: given.authorityId,
      assessment_id: given.assessment.id,
      household_id: given.assessment.householdId,
      section: version.section,
      version: version.version,
      about_id: version.aboutId,
      words: version.words,
      is_withheld: version.isWithheld,
      written_by: version.writtenBy,
      written_by_name: version.writtenByName,
      written_at: version.writtenAt,
    })
    .execute();
}

/** The visits and talks, in the order of their days. */
export async function visitsOf(transaction: Transaction, of: Of): Promise<readonly AssessmentVisit[]> {
  const rows = await transaction
    .selectFrom('assessment_visits')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('assessment_id', '=', of.assessmentId)
    .orderBy('visited_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    visitedOn: row.visited_on,
    place: row.place,
    peopleSeen: row.people_seen,
    wasChildSeen: row.was_child_seen,
    words: row.words,
    recordedByName: row.recorded_by_name,
  }));
}

/** Records a visit or a talk. */
export async function insertVisit(
  transaction: Transaction,
  given: Into & {
    readonly visit: Omit<AssessmentVisit, 'id' | 'recordedByName'>;
    readonly by: By;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { visit } = given;
  await transaction
    .insertInto('assessment_visits')
    .values({
      ...keyOf(given),
      visited_on: visit.visitedOn,
      place: visit.place,
      people_seen: visit.peopleSeen,
      was_child_seen: visit.wasChildSeen,
      words: visit.words,
      recorded_by: given.by.id,
      recorded_by_name: given.by.name,
      recorded_at: given.at,
    })
    .execute();
}

/** What the family said of its copy, oldest first. */
export async function commentsOf(transaction: Transaction, of: Of): Promise<readonly AssessmentComment[]> {
  const rows = await transaction
    .selectFrom('assessment_comments')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('assessment_id', '=', of.assessmentId)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AssessmentComment['kind'],
    words: row.words,
    personName: row.person_name,
    saidAt: row.said_at,
  }));
}

/** Keeps what the family says. */
export async function insertComment(
  transaction: Transaction,
  given: Into & {
    readonly kind: AssessmentComment['kind'];
    readonly words: string;
    readonly by: By;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('assessment_comments')
    .values({
      ...keyOf(given),
      kind: given.kind,
      words: given.words,
      person_id: given.by.id,
      person_name: given.by.name,
      said_at: given.at,
    })
    .execute();
}

/** What was done with an assessment, oldest first. */
export async function stepsOf(transaction: Transaction, of: Of): Promise<readonly AssessmentStep[]> {
  const rows = await transaction
    .selectFrom('assessment_steps')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('assessment_id', '=', of.assessmentId)
    .orderBy('done_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as AssessmentStep['kind'],
    words: row.words,
    personId: row.person_id,
    personName: row.person_name,
    doneAt: row.done_at,
  }));
}

/** Adds to what was done with an assessment. */
export async function insertStep(
  transaction: Transaction,
  given: Into & {
    readonly kind: AssessmentStep['kind'];
    readonly words?: string;
    readonly by: By;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('assessment_steps')
    .values({
      ...keyOf(given),
      kind: given.kind,
      words: given.words ?? '',
      person_id: given.by.id,
      person_name: given.by.name,
      done_at: given.at,
    })
    .execute();
}

/** Everybody who took up, handed in or wrote a part of an assessment: they do not agree it. */
export async function writersOfAssessment(transaction: Transaction, of: Of): Promise<ReadonlySet<string>> {
  const sections = await sectionVersions(transaction, of);
  const steps = await stepsOf(transaction, of);
  return new Set([
    ...sections.map((one) => one.writtenBy),
    ...steps.filter((one) => one.kind === 'taken-up' || one.kind === 'submitted').map((one) => one.personId),
  ]);
}
