import type { Clock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';

/** What is worked out while nobody waits for it. */
export type Warming = {
  /** Fulfilled when it is done, or has stopped. */
  readonly done: Promise<void>;
  /** Begins nothing further; what is at work is finished. */
  stop(): Promise<void>;
};

/** Something that is slow the first time and kept after: it only reads. */
export type WarmUp = (asking: {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
}) => Promise<unknown>;

/**
 * Works out after a start what is kept in memory, thing by thing and one council after the other, so that the first who
 * asks does not wait for all of it. Whoever asks meanwhile gets the true answer all the same. What fails is told of and
 * passed over: its first answer is only slower.
 */
export function warmUp(
  given: {
    readonly database: Database;
    readonly clock: Clock;
    readonly authorities: readonly Authority[];
    readonly onProblem: (error: unknown) => void;
  },
  works: readonly WarmUp[],
): Warming {
  let isStopping = false;
  const run = async () => {
    for (const work of works) {
      for (const authority of given.authorities) {
        if (isStopping) return;
        const scope = { authorityId: authority.id, standing: 'system', readOnly: true } as const;
        const today = given.clock.today();
        await given.database
          .transaction(scope, (transaction) => work({ authority, transaction, today }))
          .catch(given.onProblem);
      }
    }
  };
  const done = run();
  return {
    done,
    async stop() {
      isStopping = true;
      await done;
    },
  };
}
