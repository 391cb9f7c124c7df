import { type Clock, dateInEngland } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';

/** What a job that goes from council to council needs of the running service. */
export type CouncilRounds = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
  /** Where a council's service is reached, without a slash at the end. */
  readonly originOf: (authority: Authority) => string;
};

/** One council's turn: all of it in one transaction of the system. */
export type CouncilTurn = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly clock: Clock;
  readonly now: Temporal.Instant;
  /** The date in England at `now`. */
  readonly today: Temporal.PlainDate;
  readonly origin: string;
  /** Queues a message in this turn's transaction. */
  readonly send: (message: MessageToSend) => Promise<void>;
};

/**
 * Gives every council its turn, one after the other, and what came of each. What fails in one turn undoes that one and
 * holds up nobody else's: the others have theirs, and then the failures are thrown.
 */
export async function inTurn<T>(
  rounds: CouncilRounds,
  take: (turn: CouncilTurn) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  const failures: unknown[] = [];
  for (const authority of rounds.authorities) {
    try {
      results.push(await turnOf(rounds, authority, take));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'the turns of several councils failed');
  return results;
}

function turnOf<T>(
  rounds: CouncilRounds,
  authority: Authority,
  take: (turn: CouncilTurn) => Promise<T>,
): Promise<T> {
  const now = rounds.clock.now();
  const scope = { authorityId: authority.id, standing: 'system' as const };
  return rounds.database.transaction(scope, (transaction) =>
    take({
      authority,
      transaction,
      clock: rounds.clock,
      now,
      today: dateInEngland(now),
      origin: rounds.originOf(authority),
      send: (message) => rounds.queueMessage(transaction, authority.id, message, now),
    }),
  );
}

/** Gives every council its turn and adds up what each gives. */
export async function countInTurn(
  rounds: CouncilRounds,
  take: (turn: CouncilTurn) => Promise<number>,
): Promise<number> {
  return (await inTurn(rounds, take)).reduce((sum, count) => sum + count, 0);
}
