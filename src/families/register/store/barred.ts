import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** Whether an order in force bars a family's account from a child of the household. */
export async function isBarredFrom(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly householdId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql<{ barred: boolean }>`
    select ${asked.householdId}::uuid in (select barred_households(${asked.authorityId}::uuid, ${asked.personId}::uuid)) as barred
  `.execute(transaction);
  return rows[0]?.barred === true;
}

/** Whether an order in force bars a family's account from one child. */
export async function isBarredFromChild(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly childId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql<{ barred: boolean }>`
    select ${asked.childId}::uuid in (select barred_children(${asked.authorityId}::uuid, ${asked.personId}::uuid)) as barred
  `.execute(transaction);
  return rows[0]?.barred === true;
}

/** The e-mail addresses, in small letters, of every adult whom an order in force bars from a child of the household. */
export async function barredAddresses(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`
    select barred_addresses(${of.authorityId}::uuid, ${of.householdId}::uuid) as address`.execute(
    transaction,
  );
  return new Set(rows.map(({ address }) => address));
}
