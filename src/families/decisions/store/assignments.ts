import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

/** Whether a manager gave this practitioner a case of this household. */
export async function hasAssignment(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly householdId: string; readonly personId: string },
): Promise<boolean> {
  const row = await transaction
    .selectFrom('case_assignments')
    .select('id')
    .where('authority_id', '=', wanted.authorityId)
    .where('household_id', '=', wanted.householdId)
    .where('person_id', '=', wanted.personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A case that was given to somebody. */
export type Assignment = {
  readonly personName: string;
  readonly isNamesake: boolean;
  readonly reason: string;
  readonly assignedAt: Temporal.Instant;
};

/** To whom a case was given, the newest first. */
export async function assignmentsOf(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly applicationId: string },
): Promise<readonly Assignment[]> {
  const rows = await transaction
    .selectFrom('case_assignments as a')
    .innerJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'a.authority_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select(['p.name', 'a.is_namesake', 'a.reason', 'a.assigned_at'])
    .where('a.authority_id', '=', named.authorityId)
    .where('a.application_id', '=', named.applicationId)
    .orderBy('a.assigned_at', 'desc')
    .execute();
  return rows.map((row) => ({
    personName: row.name,
    isNamesake: row.is_namesake,
    reason: row.reason,
    assignedAt: row.assigned_at,
  }));
}

/** Gives a case to somebody. */
export async function insertAssignment(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly applicationId: string;
    readonly householdId: string;
    readonly personId: string;
    readonly isNamesake: boolean;
    readonly reason: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('case_assignments')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      application_id: given.applicationId,
      household_id: given.householdId,
      person_id: given.personId,
      is_namesake: given.isNamesake,
      reason: given.reason,
      assigned_by: given.by,
      assigned_at: given.at,
    })
    .execute();
}

/** A practitioner who may be given a case. */
export type CaseTaker = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
};

/** The practitioners with one of these roles who may still sign in, by name. */
export async function practitionersWith(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly roles: readonly string[] },
): Promise<readonly CaseTaker[]> {
  return transaction
    .selectFrom('people')
    .select(['id', 'name', 'email', 'roles'])
    .where('authority_id', '=', wanted.authorityId)
    .where('kind', '=', 'practitioner')
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`roles && ${[...wanted.roles]}::text[]`)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** An open application of a household, by its reference alone. */
export type OpenCase = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string;
  readonly dueOn: Temporal.PlainDate | null;
};

/** The open applications of these households, the most pressing first. */
export async function openCasesOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly householdIds: readonly string[] },
): Promise<readonly OpenCase[]> {
  if (wanted.householdIds.length === 0) return [];
  const rows = await transaction
    .selectFrom('applications')
    .select(['id', 'reference', 'household_id', 'due_on'])
    .where('authority_id', '=', wanted.authorityId)
    .where('household_id', 'in', [...wanted.householdIds])
    .where('state', 'in', ['sent', 'more-asked', 'waiting', 'referred'])
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    householdId: row.household_id ?? '',
    dueOn: row.due_on,
  }));
}

/** To whom cases of these households were given. */
export async function takersIn(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly householdIds: readonly string[] },
): Promise<readonly { readonly householdId: string; readonly personId: string }[]> {
  if (wanted.householdIds.length === 0) return [];
  const rows = await transaction
    .selectFrom('case_assignments')
    .select(['household_id', 'person_id'])
    .where('authority_id', '=', wanted.authorityId)
    .where('household_id', 'in', [...wanted.householdIds])
    .execute();
  return rows.map((row) => ({ householdId: row.household_id, personId: row.person_id }));
}

/** The open applications that were given to this practitioner, the most pressing first. */
export async function openCasesGivenTo(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly personId: string },
): Promise<readonly OpenCase[]> {
  const rows = await transaction
    .selectFrom('applications as a')
    .select(['a.id', 'a.reference', 'a.household_id', 'a.due_on'])
    .where('a.authority_id', '=', wanted.authorityId)
    .where('a.state', 'in', ['sent', 'more-asked', 'waiting'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('case_assignments as g')
          .select('g.id')
          .whereRef('g.authority_id', '=', 'a.authority_id')
          .whereRef('g.application_id', '=', 'a.id')
          .where('g.person_id', '=', wanted.personId),
      ),
    )
    .orderBy('a.due_on')
    .orderBy('a.id')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    householdId: row.household_id ?? '',
    dueOn: row.due_on,
  }));
}
