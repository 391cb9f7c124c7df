import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * The households whose cases a practitioner does not see: their own by e-mail address, those of a namesake
 * unless a manager has told the two apart, and those that they have said they know. `plainName` is without
 * capitals, accents and double spaces, as the database keeps the names that it is compared with.
 */
export async function hiddenHouseholds(
  transaction: Transaction,
  whose: {
    readonly authorityId: string;
    readonly personId: string;
    readonly plainName: string;
    readonly email: string;
  },
): Promise<readonly string[]> {
  const { authorityId, personId, plainName, email } = whose;
  // An empty name or address is nobody's.
  const { rows } = await sql<{ household_id: string }>`
    select c.household_id from parent_carers c
      where c.authority_id = ${authorityId} and c.plain_email = ${email} and ${email} <> ''
    union
    select h.household_id from people p join household_accounts h on h.authority_id = p.authority_id and h.person_id = p.id
      where p.authority_id = ${authorityId} and p.plain_email = ${email} and ${email} <> ''
    union
    (
      (select c.household_id from parent_carers c
        where c.authority_id = ${authorityId} and c.plain_name = ${plainName} and ${plainName} <> ''
      union
      select h.household_id from people p join household_accounts h on h.authority_id = p.authority_id and h.person_id = p.id
        where p.authority_id = ${authorityId} and p.plain_name = ${plainName} and ${plainName} <> '')
      except
      select a.household_id from case_assignments a
        where a.authority_id = ${authorityId} and a.person_id = ${personId} and a.is_namesake
    )
    union
    select d.household_id from declared_interests d
      where d.authority_id = ${authorityId} and d.person_id = ${personId}
        and not exists (select 1 from withdrawn_interests w where w.authority_id = d.authority_id
          and w.person_id = d.person_id and w.household_id = d.household_id and w.withdrawn_at >= d.declared_at)
  `.execute(transaction);
  return rows.map((row) => row.household_id);
}
