import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** The accounts of a household that may be told of its children: all but those that an order bars today. */
export async function accountsToTell(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string },
): Promise<readonly { readonly id: string; readonly name: string; readonly email: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string }>`
    select p.id, p.name, p.email from household_accounts h
      join people p on p.authority_id = h.authority_id and p.id = h.person_id
    where h.authority_id = ${of.authorityId} and h.household_id = ${of.householdId} and p.disabled_at is null
      and h.household_id not in (select barred_households(h.authority_id, p.id))
    order by h.since`.execute(transaction);
  return rows;
}
