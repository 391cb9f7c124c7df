import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { hashOfToken, newToken } from '#platform/web/seal.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { keepLink } from './store/alerts.ts';

/** What one council's run needs, in a transaction of the system. */
export type Sending = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly clock: Clock;
  readonly origin: string;
  readonly send: (message: MessageToSend) => Promise<void>;
};

/** Keeps a new link to a request and gives the address that stops it. */
export async function stopAddress(sending: Sending, alertId: string): Promise<string> {
  const token = newToken();
  await keepLink(sending.transaction, {
    authorityId: sending.authority.id,
    alertId,
    hash: hashOfToken(token),
    at: sending.clock.now(),
  });
  return `${sending.origin}/alerts/stop/${token}`;
}
