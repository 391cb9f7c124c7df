import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { Profile } from '../domain/profile.ts';

/** What is known of some children, by their identifiers. */
export async function profilesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<ReadonlyMap<string, Profile>> {
  if (of.childIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    household_id: string;
    given_name: string;
    family_name: string;
    born_on: Temporal.PlainDate;
    postcode: string;
    earlier: string[] | null;
    called: string | null;
    nhs: string | null;
  }>`
    select c.id, c.household_id, c.given_name, c.family_name, c.born_on, h.postcode,
      (select array_agg(distinct a.postcode) from household_addresses a where a.authority_id = c.authority_id
        and a.household_id = c.household_id and a.until_on is not null) as earlier,
      (select f.answer #>> '{}' from child_facts f where f.authority_id = c.authority_id and f.child_id = c.id
        and f.fact = 'preferred-name' order by f.recorded_at desc, f.id desc limit 1) as called,
      (select f.answer #>> '{}' from child_facts f where f.authority_id = c.authority_id and f.child_id = c.id
        and f.fact = 'nhs-number' order by f.recorded_at desc, f.id desc limit 1) as nhs
    from children c join households h on h.authority_id = c.authority_id and h.id = c.household_id
    where c.authority_id = ${of.authorityId} and c.id = any (${`{${of.childIds.join(',')}}`}::uuid[])`.execute(
    transaction,
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        householdId: row.household_id,
        givenName: row.given_name,
        familyName: row.family_name,
        preferredName: row.called,
        bornOn: row.born_on,
        postcode: row.postcode,
        earlierPostcodes: row.earlier ?? [],
        nhsNumber: row.nhs,
      },
    ]),
  );
}

/** The records that were made since, the newest first, and no more than some. */
export async function recordsSince(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly since: Temporal.Instant; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('children')
    .select('id')
    .where('authority_id', '=', of.authorityId)
    .where('created_at', '>=', of.since)
    .where('merged_into', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(of.limit)
    .execute();
  return rows.map(({ id }) => id);
}
