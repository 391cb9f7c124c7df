// The night's work on the directory, done when a journey says so: what its messages say is read in the outbox.

import { settableClock, systemClock } from '#kernel/clock.ts';
import { keepMessage } from '#platform/outbox/index.ts';
import type { Service } from './service.ts';

/** A clock that stands at now until a journey moves it. */
export function journeyClock(): ReturnType<typeof settableClock> {
  return settableClock(systemClock.now());
}

/** What a job of the directory needs of the running service. Its messages wait in the outbox. */
export function partsOf({ running, address }: Service, clock: ReturnType<typeof journeyClock>) {
  const { database, authorities } = running.opened;
  return {
    database,
    authorities,
    clock,
    originOf: () => address,
    queueMessage: async (
      transaction: Parameters<typeof keepMessage>[0],
      authorityId: string,
      message: Parameters<typeof keepMessage>[1]['message'],
      at: Temporal.Instant,
    ) => {
      await keepMessage(transaction, { authorityId, message, at });
    },
  };
}
