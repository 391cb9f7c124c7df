import type { CouncilTurn } from '#platform/jobs/index.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';
import { keepLink } from './store/alerts.ts';

/** Keeps a new link to a request and gives the address that stops it. */
export async function stopAddress(
  { authority, transaction, now, origin }: CouncilTurn,
  alertId: string,
): Promise<string> {
  const token = newToken();
  await keepLink(transaction, { authorityId: authority.id, alertId, hash: hashOfToken(token), at: now });
  return `${origin}/alerts/stop/${token}`;
}
