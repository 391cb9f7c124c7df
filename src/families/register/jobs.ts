import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { dayOfRegister } from './day-of-register.ts';

/** The queue of the register: each morning before seven. */
export const registerQueues = {
  'day-of-register': { data: z.object({}), at: '40 6 * * *', retries: 3 },
} as const satisfies Queues;

/** What the job needs of the running service. */
export type DayParts = {
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

/** Does what the day brings for the register of every council; safe to run again. Gives how many were told and left. */
export async function dayOfEveryRegister(
  parts: DayParts,
): Promise<{ readonly reminded: number; readonly left: number }> {
  let reminded = 0;
  let left = 0;
  for (const authority of parts.authorities) {
    const at = parts.clock.now();
    const scope = { authorityId: authority.id, standing: 'system' as const };
    const done = await parts.database.transaction(scope, (transaction) =>
      dayOfRegister({
        transaction,
        authority,
        today: parts.clock.today(),
        at,
        origin: parts.originOf(authority),
        send: (message) => parts.queueMessage(transaction, authority.id, message, at),
      }),
    );
    reminded += done.reminded;
    left += done.left;
  }
  return { reminded, left };
}
