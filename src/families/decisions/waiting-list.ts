import { householdsHiddenFrom } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { linesOf, type QueueLine } from './queue.ts';
import { signedIn } from './signed-in.ts';
import { type QueueRow, waitingInOrder } from './store/queue.ts';
import { inPublishedOrder } from './waiting-order.ts';

/** How many of the waiting list one page shows. */
export const waitingListSize = 200;

/** How many who wait are put in order at once. */
const mostWaiting = 5_000;

/** One that waits. */
export type WaitingLine = QueueLine & {
  /** 1 for the first; null where the order is not by date alone, since a number would mislead. */
  readonly place: number | null;
};

/** The waiting list as this person may see it, in the published order of each scheme. */
export async function waitingList(visit: Visit): Promise<readonly WaitingLine[]> {
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const authorityId = visit.authority.id;
  const rows = await waitingInOrder(visit.transaction, { authorityId, hidden, limit: mostWaiting });
  const on = visit.clock.today();
  const placed = await inPublishedOrder({ authority: visit.authority, on }, rows);
  const shown = placed.slice(0, waitingListSize);
  const lines = await linesOf(
    visit,
    shown.map(({ row }) => row),
  );
  // Somebody whom this person may not see stands in the list all the same, so a number would be wrong.
  return lines.map((line, index) => ({
    ...line,
    place: hidden.length === 0 ? (shown[index]?.place ?? null) : null,
  }));
}

/** The first of the waiting list, as the published order has them. */
export async function firstWaiting(visit: Visit, first: number): Promise<readonly QueueRow[]> {
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const authorityId = visit.authority.id;
  const rows = await waitingInOrder(visit.transaction, { authorityId, hidden, limit: mostWaiting });
  const on = visit.clock.today();
  const placed = await inPublishedOrder({ authority: visit.authority, on }, rows);
  return placed.slice(0, first).map(({ row }) => row);
}
