import { dateInEngland } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { DatedAddress } from '../domain/people.ts';
import type { Address } from '../domain/register.ts';

type Of = { readonly authorityId: string; readonly householdId: string };

/** Where a household lived and lives, the newest first. */
export async function addressesOf(transaction: Transaction, of: Of): Promise<readonly DatedAddress[]> {
  const rows = await transaction
    .selectFrom('household_addresses')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('household_id', '=', of.householdId)
    .orderBy('from_on', 'desc')
    .execute();
  return rows.map((row) => ({
    line1: row.address_line_1,
    line2: row.address_line_2,
    town: row.town,
    postcode: row.postcode,
    district: row.district,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

/**
 * Keeps where a household lives from a day on, in the household and in its history. An address that began on
 * that very day, or later, is put right instead: nobody lived at two addresses on one day.
 */
export async function recordAddress(
  transaction: Transaction,
  given: Of & {
    readonly address: Address;
    readonly district: string | null;
    readonly fromOn: Temporal.PlainDate;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { authorityId, householdId, address } = given;
  const columns = {
    address_line_1: address.line1,
    address_line_2: address.line2,
    town: address.town,
    postcode: address.postcode,
    district: given.district,
  };
  await keepFirstAddress(transaction, given);
  await transaction
    .updateTable('households')
    .set({ ...columns, changed_at: given.at })
    .where('authority_id', '=', authorityId)
    .where('id', '=', householdId)
    .execute();
  const [last] = await addressesOf(transaction, given);
  const isTheSame =
    last !== undefined &&
    last.line1 === address.line1 &&
    last.line2 === address.line2 &&
    last.town === address.town &&
    last.postcode === address.postcode;
  if (isTheSame) return;
  const isCorrection = last !== undefined && Temporal.PlainDate.compare(last.fromOn, given.fromOn) >= 0;
  const current = transaction
    .updateTable('household_addresses')
    .where('authority_id', '=', authorityId)
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null);
  if (isCorrection) {
    await current.set({ ...columns, recorded_at: given.at }).execute();
    return;
  }
  await current.set({ until_on: given.fromOn }).execute();
  await transaction
    .insertInto('household_addresses')
    .values({
      authority_id: authorityId,
      id: newId(),
      household_id: householdId,
      ...columns,
      from_on: given.fromOn,
      recorded_at: given.at,
    })
    .execute();
}

/** A household from before its history was kept begins it with the address that it has. */
async function keepFirstAddress(transaction: Transaction, of: Of): Promise<void> {
  const known = await addressesOf(transaction, of);
  if (known.length > 0) return;
  const row = await transaction
    .selectFrom('households')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('id', '=', of.householdId)
    .executeTakeFirst();
  if (row === undefined) return;
  await transaction
    .insertInto('household_addresses')
    .values({
      authority_id: of.authorityId,
      id: newId(),
      household_id: of.householdId,
      address_line_1: row.address_line_1,
      address_line_2: row.address_line_2,
      town: row.town,
      postcode: row.postcode,
      district: row.district,
      from_on: dateInEngland(row.created_at),
      recorded_at: row.created_at,
    })
    .execute();
}
