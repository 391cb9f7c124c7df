import { type Pence, sumPence } from '#kernel/money.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Award } from './domain/award.ts';
import { type Amounts, amountsOn, lastDayOf } from './domain/change.ts';
import { yearlyCostOf } from './domain/plan-cost.ts';
import { awardsOfChildren } from './store/awards.ts';
import { changesOfAwards } from './store/changes.ts';
import { pricesOfLines } from './store/plan-prices.ts';

type Wanted = {
  readonly childId: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** An award that is asked to become more: it counts as if it were so already. */
  readonly raised?: { readonly awardId: string; readonly amounts: Amounts };
};

/**
 * What a child has from agreed plans between two days, both within, comes to in a year: what is promised to each
 * award on the first of its days in between, also while it is suspended. An award that is over costs nothing.
 */
export async function costOfPlanAwards(visit: Visit, wanted: Wanted): Promise<Pence> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const all = await awardsOfChildren(transaction, { authorityId, childIds: [wanted.childId] });
  const planned = all.filter(({ source }) => source === 'plan');
  const changes = await changesOfAwards(transaction, { authorityId, awardIds: planned.map(({ id }) => id) });
  const lineIds = planned.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId]));
  const prices = await pricesOfLines(transaction, { authorityId, lineIds });
  const costOf = (award: Award) => {
    const own = changes.get(award.id) ?? [];
    const first = later(award.startsOn, wanted.from);
    const last = lastDayOf(award, own);
    if (Temporal.PlainDate.compare(first, last) > 0) return [];
    if (Temporal.PlainDate.compare(first, wanted.until) > 0) return [];
    const isRaised = wanted.raised?.awardId === award.id;
    const amounts = isRaised ? wanted.raised.amounts : amountsOn(award, own, first);
    return [yearlyCostOf(award, amounts, prices.get(award.sourceId ?? '') ?? null)];
  };
  return sumPence(planned.flatMap(costOf));
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}
