import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** Everybody who took the decision that an award comes from: they may not agree a raise of it as well. */
export async function decidersOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string | null }>`
    select d.decided_by as person from awards a
      join decisions d on d.authority_id = a.authority_id and d.id = a.decision_id
      where a.authority_id = ${wanted.authorityId} and a.id = ${wanted.awardId}`.execute(transaction);
  return rows.flatMap(({ person }) => (person === null ? [] : [person]));
}
