import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { forgetWordsBefore } from './store/problems.ts';

/** For so many months what people wrote is kept beside what was made of it. */
const KEPT_MONTHS = 12;

/** Forgets what people wrote a year ago, and their addresses, in each authority; what is published stays. */
export async function forgetOldVoices(given: {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorityIds: readonly string[];
}): Promise<number> {
  const day = given.clock.today().subtract({ months: KEPT_MONTHS });
  let forgotten = 0;
  for (const authorityId of given.authorityIds)
    forgotten += await given.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
      forgetWordsBefore(transaction, { authorityId, day }),
    );
  return forgotten;
}
