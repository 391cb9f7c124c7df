import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { OtherSupport } from '../domain/other-support.ts';

type Named = { readonly authorityId: string; readonly id: string };

/** Support that this service did not award; null where there is none of that identifier. */
export async function otherSupportWith(
  transaction: Transaction,
  { authorityId, id }: Named,
): Promise<(OtherSupport & { readonly id: string; readonly childId: string }) | null> {
  const row = await transaction
    .selectFrom('other_support')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    childId: row.child_id,
    name: row.name,
    breakKind: row.break_kind,
    way: row.way,
    paidBy: row.paid_by,
    yearlyPence: row.yearly_pence,
    yearlyMinutes: row.yearly_minutes,
    yearlyNights: row.yearly_nights,
    legalBasis: row.legal_basis === 'section-17' || row.legal_basis === 'section-20' ? row.legal_basis : null,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reviewOn: row.review_on,
    toldBy: row.told_by,
  };
}

/** Keeps support that this service did not award: a new one, or the one of `id` as it is now. */
export async function saveOtherSupport(
  transaction: Transaction,
  given: OtherSupport & {
    readonly authorityId: string;
    readonly id: string | null;
    readonly childId: string;
    readonly householdId: string;
    readonly recordedBy: string | null;
    readonly importKey?: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const values = {
    name: given.name,
    break_kind: given.breakKind,
    way: given.way,
    paid_by: given.paidBy,
    yearly_pence: given.yearlyPence,
    yearly_minutes: given.yearlyMinutes,
    yearly_nights: given.yearlyNights,
    // What an import does not say leaves what is known as it is.
    ...(given.legalBasis === undefined ? {} : { legal_basis: given.legalBasis }),
    starts_on: given.startsOn,
    ends_on: given.endsOn,
    review_on: given.reviewOn,
    told_by: given.toldBy,
    changed_at: given.at,
  };
  if (given.id !== null) {
    await transaction
      .updateTable('other_support')
      .set(values)
      .where('authority_id', '=', given.authorityId)
      .where('id', '=', given.id)
      .execute();
    return given.id;
  }
  const id = newId();
  await transaction
    .insertInto('other_support')
    .values({
      ...values,
      authority_id: given.authorityId,
      id,
      child_id: given.childId,
      household_id: given.householdId,
      recorded_by: given.recordedBy,
      created_at: given.at,
      ...(given.importKey === undefined ? {} : { import_key: given.importKey }),
    })
    // What was brought over before is brought up to date, not doubled.
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'import_key'])
        .where('import_key', 'is not', null)
        .doUpdateSet(values),
    )
    .execute();
  return id;
}

/** The identifier of support that was brought over before under this name; null where it is new. */
export async function otherSupportOfImport(
  transaction: Transaction,
  named: { readonly authorityId: string; readonly importKey: string },
): Promise<string | null> {
  const row = await transaction
    .selectFrom('other_support')
    .select('id')
    .where('authority_id', '=', named.authorityId)
    .where('import_key', '=', named.importKey)
    .executeTakeFirst();
  return row?.id ?? null;
}
