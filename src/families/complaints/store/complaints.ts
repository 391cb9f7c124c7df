import { newId } from '#kernel/id.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { Complaint, ComplaintStep, StepDetails } from '../domain/complaint.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly household_id: string | null;
  readonly child_id: string | null;
  readonly person_id: string | null;
  readonly standing: string;
  readonly way: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly words: string;
  readonly put_right: string;
  readonly happened_on: Temporal.PlainDate | null;
  readonly late_because: string;
  readonly wants_advocate: boolean;
  readonly made_on: Temporal.PlainDate;
  readonly recorded_by: string | null;
};

function toComplaint(row: Row): Complaint {
  return {
    id: row.id,
    reference: row.reference,
    householdId: row.household_id,
    childId: row.child_id,
    personId: row.person_id,
    standing: row.standing as Complaint['standing'],
    way: row.way as Complaint['way'],
    name: row.name,
    email: row.email,
    phone: row.phone,
    words: row.words,
    putRight: row.put_right,
    happenedOn: row.happened_on,
    lateBecause: row.late_because,
    wantsAdvocate: row.wants_advocate,
    madeOn: row.made_on,
    recordedBy: row.recorded_by,
  };
}

/** Which complaints are wanted. A family finds those alone that the person made. */
export type Wanted = {
  readonly authorityId: string;
  readonly complaintId?: string;
  readonly childId?: string;
  readonly from?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
};

/** Complaints with their steps, the oldest first. */
export async function complaintsWanted(
  transaction: Transaction,
  wanted: Wanted,
): Promise<readonly (Complaint & { readonly steps: readonly ComplaintStep[] })[]> {
  const { authorityId } = wanted;
  let query = transaction.selectFrom('complaints').selectAll().where('authority_id', '=', authorityId);
  if (wanted.complaintId !== undefined) query = query.where('id', '=', wanted.complaintId);
  if (wanted.childId !== undefined)
    query = query.where(ofChild('child_id', { authorityId: wanted.authorityId, childId: wanted.childId }));
  if (wanted.from !== undefined) query = query.where('made_on', '>=', wanted.from);
  if (wanted.until !== undefined) query = query.where('made_on', '<=', wanted.until);
  const rows = await query.orderBy('made_on').orderBy('id').execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const steps = await transaction
    .selectFrom('complaint_steps')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('complaint_id', 'in', ids)
    .orderBy('complaint_id')
    .orderBy('number')
    .execute();
  const byComplaint = Map.groupBy(steps, (step) => step.complaint_id);
  return rows.map((row) => ({
    ...toComplaint(row),
    steps: (byComplaint.get(row.id) ?? []).map((step) => ({
      number: step.number,
      at: step.at,
      onDay: step.on_day,
      personId: step.person_id,
      personName: step.person_name,
      kind: step.kind as ComplaintStep['kind'],
      words: step.words,
      details: step.details as StepDetails,
      isForFamily: step.is_for_family,
    })),
  }));
}

/** Keeps a complaint as it was made. */
export async function insertComplaint(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly complaint: Complaint; readonly at: Temporal.Instant },
): Promise<void> {
  const { complaint } = given;
  await transaction
    .insertInto('complaints')
    .values({
      authority_id: given.authorityId,
      id: complaint.id,
      reference: complaint.reference,
      household_id: complaint.householdId,
      child_id: complaint.childId,
      person_id: complaint.personId,
      standing: complaint.standing,
      way: complaint.way,
      name: complaint.name,
      email: complaint.email,
      phone: complaint.phone,
      words: complaint.words,
      put_right: complaint.putRight,
      happened_on: complaint.happenedOn,
      late_because: complaint.lateBecause,
      wants_advocate: complaint.wantsAdvocate,
      made_on: complaint.madeOn,
      recorded_by: complaint.recordedBy,
      created_at: given.at,
    })
    .execute();
}

/** Adds a step. The database refuses a number that is taken: somebody else did something meanwhile. */
export async function insertStep(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly complaintId: string; readonly step: ComplaintStep },
): Promise<void> {
  const { step } = given;
  await transaction
    .insertInto('complaint_steps')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      complaint_id: given.complaintId,
      number: step.number,
      at: step.at,
      on_day: step.onDay,
      person_id: step.personId,
      person_name: step.personName,
      kind: step.kind,
      words: step.words,
      details: JSON.stringify(step.details),
      is_for_family: step.isForFamily,
    })
    .execute();
}

/**
 * The number of the last step of a complaint. A family sees those steps alone that are for it, so it asks for the
 * number by a function of the database, which tells nothing else.
 */
export async function lastNumber(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly complaintId: string },
): Promise<number> {
  const row = await transaction
    .selectNoFrom(({ fn, val }) =>
      fn<number>('complaint_last_number', [val(named.authorityId), val(named.complaintId)]).as('number'),
    )
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}
