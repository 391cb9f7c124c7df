import { type Answers, factsOf } from '#families/applications/index.ts';
import { factsOn, orderOf, type SchemeVersion, versionInForce } from '#families/schemes/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { waitingListTerms } from './practice.ts';
import { schemeNamed } from './scheme-in-use.ts';
import type { QueueRow } from './store/queue.ts';

type Asked = { readonly authority: Authority; readonly on: Temporal.PlainDate };

/** One that waits, in its place. */
export type Placed = {
  readonly row: QueueRow;
  /** 1 for the first; null where more than the date counts, since a number would mislead. */
  readonly place: number | null;
};

/**
 * Puts those who wait into the published order of their schemes, scheme by scheme. `rows` come by the day of
 * sending, which also parts those whom the published order does not tell apart.
 */
export async function inPublishedOrder(asked: Asked, rows: readonly QueueRow[]): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (const [schemeId, ofScheme] of Map.groupBy(rows, (row) => row.schemeId))
    placed.push(...(await orderOfScheme(asked, schemeId, ofScheme)));
  return placed;
}

async function orderOfScheme(
  { authority, on }: Asked,
  schemeId: string,
  rows: readonly QueueRow[],
): Promise<readonly Placed[]> {
  const scheme = await schemeNamed(authority, schemeId);
  const found = versionInForce(scheme, on);
  const version = found.ok ? found.value : null;
  const cases = rows.map((row) => ({ id: row.id, facts: factsOn(factsOf(row.answers as Answers), on) }));
  const order = version === null ? null : orderOf({ version, cases });
  const places = new Map(order?.map((one) => [one.id, one.place]));
  const sorted =
    order === null
      ? rows
      : rows.toSorted((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
  const isByDate = isByDateAlone({ authority, on }, schemeId, version);
  return sorted.map((row, index) => ({ row, place: isByDate ? index + 1 : null }));
}

/** Whether the place on a list says how long one waits: the date alone counts. */
function isByDateAlone({ authority, on }: Asked, schemeId: string, version: SchemeVersion | null): boolean {
  const keys = version?.waitingList?.order;
  if (keys === undefined) return waitingListTerms(authority, { schemeId, on }).order === 'date-sent';
  return keys.length === 1 && keys[0]?.kind === 'lowest';
}
