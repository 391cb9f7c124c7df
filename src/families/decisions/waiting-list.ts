import { householdsHiddenFrom } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { waitingListTerms } from './practice.ts';
import { linesOf, type QueueLine } from './queue.ts';
import { signedIn } from './signed-in.ts';
import { waitingInOrder } from './store/queue.ts';

/** How many of the waiting list one page shows. */
export const waitingListSize = 200;

/** One that waits. */
export type WaitingLine = QueueLine & {
  /** 1 for the first; null where the order is not by date alone, since a number would mislead. */
  readonly place: number | null;
};

/** The waiting list as this person may see it: the longest waiting first. */
export async function waitingList(visit: Visit): Promise<readonly WaitingLine[]> {
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const authorityId = visit.authority.id;
  const rows = await waitingInOrder(visit.transaction, { authorityId, hidden, limit: waitingListSize });
  const lines = await linesOf(visit, rows);
  const on = visit.clock.today();
  const places = new Map<string, number>();
  return lines.map((line, index) => {
    const schemeId = rows[index]?.schemeId ?? '';
    const place = (places.get(schemeId) ?? 0) + 1;
    places.set(schemeId, place);
    // Somebody whom this person may not see stands in the list all the same, so their number would be wrong.
    const isByDate = waitingListTerms(visit.authority, { schemeId, on }).order === 'date-sent';
    return { ...line, place: isByDate && hidden.length === 0 ? place : null };
  });
}
