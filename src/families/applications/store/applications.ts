import { type SqlBool, sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application, ApplicationState } from '../domain/application.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly scheme_id: string;
  readonly person_id: string;
  readonly household_id: string | null;
  readonly child_id: string | null;
  readonly grant_year: string;
  readonly state: string;
  readonly answers: Json;
  readonly created_at: Temporal.Instant;
  readonly sent_at: Temporal.Instant | null;
  readonly due_on: Temporal.PlainDate | null;
  readonly waiting_since: Temporal.Instant | null;
  readonly referred_to: string | null;
  readonly renewal_of: string | null;
  readonly is_unchanged: boolean;
  readonly sitting_id: string | null;
};

/** An application out of its row. */
export function toApplication(row: Row): Application {
  return {
    id: row.id,
    reference: row.reference,
    schemeId: row.scheme_id,
    personId: row.person_id,
    householdId: row.household_id,
    childId: row.child_id,
    grantYear: row.grant_year,
    state: row.state as ApplicationState,
    answers: row.answers as Answers,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    dueOn: row.due_on,
    waitingSince: row.waiting_since,
    referredTo: row.referred_to as Application['referredTo'],
    renewalOf: row.renewal_of,
    isUnchanged: row.is_unchanged,
    sittingId: row.sitting_id,
  };
}

type Named = { readonly authorityId: string; readonly applicationId: string };

/** One application. With `forChange` its row is locked until the transaction ends, so that two people cannot act at once. */
export async function applicationBy(
  transaction: Transaction,
  named: Named & { readonly forChange?: boolean },
): Promise<Application | null> {
  let query = transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.applicationId);
  if (named.forChange === true) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toApplication(row);
}

/** The application with a reference, as a family or an officer types it; null when there is none. */
export async function applicationNamed(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly reference: string },
): Promise<Application | null> {
  const row = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('reference', '=', named.reference.toUpperCase())
    .executeTakeFirst();
  return row === undefined ? null : toApplication(row);
}

/** The applications that a signed-in person may see as family, newest first; withdrawn ones are left out. */
export async function applicationsOfFamily(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly Application[]> {
  // Row-level security narrows this to the person's own and their household's. It is said here as well, so that
  // they are looked up and not picked out of all that the council has.
  const rows = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where(
      sql<SqlBool>`id in (
        select o.id from applications o where o.authority_id = ${authorityId} and o.person_id = app_person()
        union select o.id from household_accounts h
          join applications o on o.authority_id = h.authority_id and o.household_id = h.household_id
          where h.authority_id = ${authorityId} and h.person_id = app_person())`,
    )
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(toApplication);
}

/** Begins a draft. */
export async function insertDraft(
  transaction: Transaction,
  draft: {
    readonly authorityId: string;
    readonly id: string;
    readonly reference: string;
    readonly schemeId: string;
    readonly personId: string;
    readonly grantYear: string;
    readonly answers: Answers;
    readonly at: Temporal.Instant;
    readonly renewalOf?: string | null;
    readonly sittingId?: string | null;
  },
): Promise<void> {
  await transaction
    .insertInto('applications')
    .values({
      authority_id: draft.authorityId,
      id: draft.id,
      reference: draft.reference,
      scheme_id: draft.schemeId,
      person_id: draft.personId,
      grant_year: draft.grantYear,
      state: 'draft',
      answers: JSON.stringify(draft.answers),
      renewal_of: draft.renewalOf ?? null,
      sitting_id: draft.sittingId ?? null,
      created_at: draft.at,
      changed_at: draft.at,
    })
    .execute();
}

/** Keeps the answers of a draft. */
export async function saveAnswers(
  transaction: Transaction,
  draft: Named & { readonly answers: Answers; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('applications')
    .set({ answers: JSON.stringify(draft.answers), changed_at: draft.at })
    .where('authority_id', '=', draft.authorityId)
    .where('id', '=', draft.applicationId)
    .where('state', '=', 'draft')
    .execute();
}

/** Turns a draft into an application that somebody will decide, for the year in which it was sent, and for whom. */
export async function markSent(
  transaction: Transaction,
  sent: Named & {
    readonly householdId: string;
    readonly childId: string;
    readonly personId: string;
    readonly grantYear: string;
    readonly answers: Answers;
    readonly isUnchanged: boolean;
    readonly isForRule: boolean;
    readonly at: Temporal.Instant;
    readonly dueOn: Temporal.PlainDate;
  },
): Promise<void> {
  await transaction
    .updateTable('applications')
    .set({
      state: 'sent',
      person_id: sent.personId,
      answers: JSON.stringify(sent.answers),
      is_unchanged: sent.isUnchanged,
      is_for_rule: sent.isForRule,
      grant_year: sent.grantYear,
      household_id: sent.householdId,
      child_id: sent.childId,
      sent_at: sent.at,
      changed_at: sent.at,
      due_on: sent.dueOn,
    })
    .where('authority_id', '=', sent.authorityId)
    .where('id', '=', sent.applicationId)
    .execute();
}

/** Moves an application on. `waitingSince` stops its clock; `dueOn` sets a new aim when the clock goes on. */
export async function changeState(
  transaction: Transaction,
  change: Named & {
    readonly to: ApplicationState;
    readonly at: Temporal.Instant;
    readonly waitingSince: Temporal.Instant | null;
    readonly dueOn?: Temporal.PlainDate;
    /** Where it is looked at next; for `referred` alone. */
    readonly referredTo?: 'assessment' | 'panel';
  },
): Promise<void> {
  await transaction
    .updateTable('applications')
    .set({
      state: change.to,
      changed_at: change.at,
      waiting_since: change.waitingSince,
      referred_to: change.referredTo ?? null,
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
    })
    .where('authority_id', '=', change.authorityId)
    .where('id', '=', change.applicationId)
    .execute();
}

/** The applications that are looked at by an assessment or a panel now, the longest waiting first. */
export async function applicationsReferredTo(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly to: 'assessment' | 'panel' },
): Promise<readonly Application[]> {
  const rows = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('state', '=', 'referred')
    .where('referred_to', '=', wanted.to)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return rows.map(toApplication);
}
