import type { Transaction } from '#platform/database/index.ts';
import { hashOfToken } from '#platform/web/seal.ts';

/**
 * Gives whose session a cookie's token was that has ended, by itself or because it was ended; null for one
 * that goes on or never was. It lets nobody in: it says whose form it is that came in too late.
 */
export async function personOfEndedSession(
  transaction: Transaction,
  session: { readonly authorityId: string; readonly token: string; readonly now: Temporal.Instant },
): Promise<string | null> {
  const row = await transaction
    .selectFrom('sessions')
    .select('person_id')
    .where('authority_id', '=', session.authorityId)
    .where('token_hash', '=', hashOfToken(session.token))
    .where((is) => is.or([is('expires_at', '<=', session.now), is('revoked_at', 'is not', null)]))
    .executeTakeFirst();
  return row?.person_id ?? null;
}
