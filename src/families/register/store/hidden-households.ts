import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * The households whose cases a practitioner does not see: their own by e-mail address or name, and those that
 * they have said they know. `plainName` is without capitals, accents and double spaces, as the database makes
 * the names that it is compared with.
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
  const plain = (column: 'c.name' | 'p.name') =>
    sql`lower(regexp_replace(trim(regexp_replace(normalize(${sql.ref(column)}, NFKD), '[' || chr(768) || '-' || chr(879) || ']', '', 'g')), '[[:space:]]+', ' ', 'g'))`;
  const { rows } = await sql<{ household_id: string }>`
    select c.household_id from parent_carers c where c.authority_id = ${authorityId}
      and (lower(trim(c.email)) = ${email} or ${plain('c.name')} = ${plainName})
    union
    select h.household_id from household_accounts h join people p on p.authority_id = h.authority_id and p.id = h.person_id
      where h.authority_id = ${authorityId} and (lower(trim(p.email)) = ${email} or ${plain('p.name')} = ${plainName})
    union
    select d.household_id from declared_interests d where d.authority_id = ${authorityId} and d.person_id = ${personId}
  `.execute(transaction);
  return rows.map((row) => row.household_id);
}
