import { sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';

/**
 * The facts on which each award of a scheme stands that runs on a day: awards that have begun, have not come to
 * their last day, and were not ended before. One for each award, in no order.
 */
export async function factsOfCurrentAwards(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly schemeId: string; readonly on: Temporal.PlainDate },
): Promise<readonly Json[]> {
  const { rows } = await sql<{ facts: Json }>`
    select d.facts from awards a
      join decisions d on d.authority_id = a.authority_id and d.id = a.decision_id
    where a.authority_id = ${wanted.authorityId} and a.scheme_id = ${wanted.schemeId}
      and a.starts_on <= ${wanted.on} and a.ends_on >= ${wanted.on}
      and not exists (select 1 from award_changes c where c.authority_id = a.authority_id and c.award_id = a.id
        and c.kind = 'ended' and c.from_on <= ${wanted.on})`.execute(transaction);
  return rows.map(({ facts }) => facts);
}
