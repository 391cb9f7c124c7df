import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import { refreshSessions } from './actions/refresh-sessions.ts';

/** The queue of sessions: each night after the day has changed. */
export const sessionQueues = {
  'roll-sessions': { data: z.object({}), at: '20 0 * * *', retries: 5 },
} as const satisfies Queues;

/** Brings the sessions of every council a day further; safe to run again. Gives how many came and changed. */
export async function rollSessions(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
}): Promise<{ readonly added: number; readonly changed: number }> {
  const total = { added: 0, changed: 0 };
  for (const authority of parts.authorities) {
    const done = await parts.database.transaction(
      { authorityId: authority.id, standing: 'system' },
      (transaction) =>
        refreshSessions(transaction, { authority, today: parts.clock.today(), now: parts.clock.now() }),
    );
    total.added += done.added;
    total.changed += done.changed;
  }
  return total;
}
