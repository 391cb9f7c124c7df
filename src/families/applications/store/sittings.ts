import type { Transaction } from '#platform/database/index.ts';
import type { Application } from '../domain/application.ts';
import { toApplication } from './applications.ts';

type Sitting = { readonly authorityId: string; readonly sittingId: string };

/**
 * The applications of a sitting that were not taken back, in the order in which they were begun. With `forChange` their
 * rows are locked until the transaction ends.
 */
export async function applicationsOfSitting(
  transaction: Transaction,
  wanted: Sitting & { readonly forChange?: boolean },
): Promise<readonly Application[]> {
  let query = transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('sitting_id', '=', wanted.sittingId)
    .where('state', '<>', 'withdrawn')
    .orderBy('created_at')
    .orderBy('id');
  if (wanted.forChange === true) query = query.forUpdate();
  return (await query.execute()).map(toApplication);
}

/** Makes a draft the first of a sitting. */
export async function beginSitting(
  transaction: Transaction,
  draft: Sitting & { readonly applicationId: string },
): Promise<void> {
  await transaction
    .updateTable('applications')
    .set({ sitting_id: draft.sittingId })
    .where('authority_id', '=', draft.authorityId)
    .where('id', '=', draft.applicationId)
    .where('state', '=', 'draft')
    .execute();
}
