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
