import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { remindFamilies } from './remind-families.ts';

/** The queue of reviews: each morning before seven. */
export const reviewQueues = {
  'remind-of-reviews': { data: z.object({}), at: '20 6 * * *', retries: 3 },
} as const satisfies Queues;

/** What the job needs of the running service. */
export type RemindingParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
  readonly originOf: (authority: Authority) => string;
};

/**
 * Tells the families of every council of the reviews that are near; gives of how many. It may run again and
 * again: who was told stands in the database.
 */
export async function remindOfReviews(parts: RemindingParts): Promise<number> {
  let told = 0;
  for (const authority of parts.authorities) {
    const scope = { authorityId: authority.id, standing: 'system' as const };
    told += await parts.database.transaction(scope, (transaction) =>
      remindFamilies({
        authority,
        transaction,
        today: parts.clock.today(),
        now: parts.clock.now(),
        origin: parts.originOf(authority),
        send: (message) => parts.queueMessage(transaction, authority.id, message, parts.clock.now()),
      }),
    );
  }
  return told;
}
