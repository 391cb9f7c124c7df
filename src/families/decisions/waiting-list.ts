import { householdsHiddenFrom } from '#families/register/index.ts';
import { fundFor } from '#money/budgets/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { linesOf, type QueueLine } from './queue.ts';
import { schemeNamed } from './scheme-in-use.ts';
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

/** A part of the waiting list that money may come for: those of one scheme, or of one fund. */
export type WaitingPart = { readonly id: string; readonly name: string };

/** The parts of the waiting list as it is now: its schemes, and the funds that pay several of them. */
export async function partsOfWaitingList(visit: Visit): Promise<readonly WaitingPart[]> {
  const { authority } = visit;
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const asked = { authorityId: authority.id, hidden, limit: mostWaiting };
  const rows = await waitingInOrder(visit.transaction, asked);
  const schemes = [...new Set(rows.map(({ schemeId }) => schemeId))];
  const named: WaitingPart[] = [];
  for (const id of schemes) named.push({ id, name: (await schemeNamed(authority, id)).name });
  const funds = schemes.flatMap((id) => fundFor(authority, id) ?? []);
  const several = funds.filter((fund, index) => funds.indexOf(fund) < index);
  return [
    ...named,
    ...[...new Set(several)].map(({ id, name }) => ({ id: `fund-${id}`, name: `All of ${name}` })),
  ];
}

/** Whether a scheme belongs to a part of the waiting list; an empty part is the whole. */
function isInPart(visit: Visit, part: string, schemeId: string): boolean {
  if (part === '' || part === schemeId) return true;
  const fund = fundFor(visit.authority, schemeId);
  return fund !== null && part === `fund-${fund.id}`;
}

/** The first of the waiting list, or of a part of it, as the published order has them. */
export async function firstWaiting(
  visit: Visit,
  { first, part }: { readonly first: number; readonly part: string },
): Promise<readonly QueueRow[]> {
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const authorityId = visit.authority.id;
  const all = await waitingInOrder(visit.transaction, { authorityId, hidden, limit: mostWaiting });
  const rows = all.filter(({ schemeId }) => isInPart(visit, part, schemeId));
  const on = visit.clock.today();
  const placed = await inPublishedOrder({ authority: visit.authority, on }, rows);
  return placed.slice(0, first).map(({ row }) => row);
}
