import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { packageSummaries } from './summaries.ts';

/** What works packages out while nobody waits for them. */
export type Warming = {
  /** Fulfilled when it is done, or has stopped. */
  readonly done: Promise<void>;
  /** Begins no further council; the one at work is finished. */
  stop(): Promise<void>;
};

/**
 * Works the packages of every council out after a start, one council after the other, so that the first who opens
 * the report does not wait for all of them. Whoever asks meanwhile gets the true report all the same. A council
 * that fails is told of and passed over: its first report is only slower.
 */
export function warmPackages(given: {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly onProblem: (error: unknown) => void;
}): Warming {
  let isStopping = false;
  const work = async () => {
    for (const authority of given.authorities) {
      if (isStopping) return;
      const scope = { authorityId: authority.id, standing: 'system', readOnly: true } as const;
      const today = given.clock.today();
      await given.database
        .transaction(scope, (transaction) => packageSummaries({ authority, transaction, today }))
        .catch(given.onProblem);
    }
  };
  const done = work();
  return {
    done,
    async stop() {
      isStopping = true;
      await done;
    },
  };
}
