import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * The files that were handed in for an application before a time, and that neither an application nor the evidence of
 * the register names any more: they were taken out of a draft, or the draft was thrown away.
 */
export async function unneededFiles(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly before: Temporal.Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.id from files f
    where f.authority_id = ${of.authorityId} and f.handed_in_for is not null and f.removed_at is null
      and f.created_at < ${of.before}
      and not exists (select 1 from evidence e where e.authority_id = f.authority_id and e.file_id = f.id)
      and not exists (select 1 from applications a where a.authority_id = f.authority_id
        and (a.id = f.handed_in_for or a.person_id = f.person_id)
        and (a.state <> 'withdrawn' or a.sent_at is not null)
        and a.answers -> 'letters' -> 'files' @> jsonb_build_array(jsonb_build_object('fileId', f.id)))
  `.execute(transaction);
  return rows.map(({ id }) => id);
}
