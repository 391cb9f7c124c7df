import type { Transaction } from '#platform/database/index.ts';
import type { Application } from '../domain/application.ts';
import { toApplication } from './applications.ts';

/**
 * The renewals that wait to be decided by rule: sent, not decided, nothing changed, and sent on a day on which the
 * authority decided those of their scheme by rule. The longest waiting first.
 */
export async function unchangedRenewals(
  transaction: Transaction,
  wanted: { readonly authorityId: string },
): Promise<readonly Application[]> {
  const rows = await transaction
    .selectFrom('applications')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('state', '=', 'sent')
    .where('is_for_rule', '=', true)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map(toApplication);
}
