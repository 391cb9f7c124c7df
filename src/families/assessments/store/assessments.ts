import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Assessment, AssessmentState } from '../domain/assessment.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly kind: string;
  readonly carer_name: string;
  readonly for_person_id: string | null;
  readonly source: string;
  readonly application_id: string | null;
  readonly asked_by: string;
  readonly asked_words: string;
  readonly asked_at: Temporal.Instant;
  readonly due_on: Temporal.PlainDate;
  readonly state: string;
  readonly assessor_id: string | null;
  readonly assessor_name: string;
  readonly submitted_at: Temporal.Instant | null;
  readonly agreed_by: string | null;
  readonly agreed_by_name: string;
  readonly agreed_at: Temporal.Instant | null;
};

function toAssessment(row: Row): Assessment {
  return {
    id: row.id,
    reference: row.reference,
    householdId: row.household_id,
    childId: row.child_id,
    kind: row.kind as Assessment['kind'],
    carerName: row.carer_name,
    forPersonId: row.for_person_id,
    source: row.source as Assessment['source'],
    applicationId: row.application_id,
    askedBy: row.asked_by,
    askedWords: row.asked_words,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    state: row.state as AssessmentState,
    assessorId: row.assessor_id,
    assessorName: row.assessor_name,
    submittedAt: row.submitted_at,
    agreedBy: row.agreed_by,
    agreedByName: row.agreed_by_name,
    agreedAt: row.agreed_at,
  };
}

type Named = { readonly authorityId: string; readonly assessmentId: string };

/** One assessment. With `forChange` its row is locked until the transaction ends. A family finds its own alone. */
export async function assessmentWith(
  transaction: Transaction,
  named: Named & { readonly forChange?: boolean },
): Promise<Assessment | null> {
  let query = transaction
    .selectFrom('assessments')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.assessmentId);
  if (named.forChange === true) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toAssessment(row);
}

/** All assessments of a child, the newest first. */
export async function assessmentsOfChild(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childId: string },
): Promise<readonly Assessment[]> {
  const rows = await transaction
    .selectFrom('assessments')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where(ofChild('child_id', of))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toAssessment);
}

/** Assessments in some states, what is due first in front. A family finds its own households' alone. */
export async function assessmentsInStates(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly states: readonly AssessmentState[] },
): Promise<readonly Assessment[]> {
  const rows = await transaction
    .selectFrom('assessments')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('state', 'in', [...wanted.states])
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map(toAssessment);
}

/** The assessment that goes on for an application, or the newest that there was; null where there is none. */
export async function assessmentOfApplication(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly applicationId: string },
): Promise<Assessment | null> {
  const row = await transaction
    .selectFrom('assessments')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('application_id', '=', of.applicationId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toAssessment(row);
}

/** Keeps an assessment that was asked for or begun. The database refuses a second open one of its kind. */
export async function insertAssessment(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly assessment: Omit<
      Assessment,
      'submittedAt' | 'agreedBy' | 'agreedByName' | 'agreedAt' | 'askedAt'
    >;
  },
): Promise<void> {
  const { authorityId, at, assessment } = given;
  await transaction
    .insertInto('assessments')
    .values({
      authority_id: authorityId,
      id: assessment.id,
      reference: assessment.reference,
      household_id: assessment.householdId,
      child_id: assessment.childId,
      kind: assessment.kind,
      carer_name: assessment.carerName,
      for_person_id: assessment.forPersonId,
      source: assessment.source,
      application_id: assessment.applicationId,
      asked_by: assessment.askedBy,
      asked_words: assessment.askedWords,
      asked_at: at,
      due_on: assessment.dueOn,
      state: assessment.state,
      assessor_id: assessment.assessorId,
      assessor_name: assessment.assessorName,
      changed_at: at,
    })
    .execute();
}

/** Moves an assessment on; what is not named stays as it is. */
export async function moveAssessment(
  transaction: Transaction,
  change: Named & {
    readonly to: AssessmentState;
    readonly at: Temporal.Instant;
    readonly assessor?: { readonly id: string; readonly name: string };
    readonly agreedBy?: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { at, assessor, agreedBy } = change;
  await transaction
    .updateTable('assessments')
    .set({
      state: change.to,
      changed_at: at,
      ...(assessor === undefined ? {} : { assessor_id: assessor.id, assessor_name: assessor.name }),
      ...(change.to === 'submitted' ? { submitted_at: at } : {}),
      ...(agreedBy === undefined
        ? {}
        : { agreed_by: agreedBy.id, agreed_by_name: agreedBy.name, agreed_at: at }),
    })
    .where('authority_id', '=', change.authorityId)
    .where('id', '=', change.assessmentId)
    .execute();
}
