import { reviewClocksOf } from '#families/reviews/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { rulesOn } from './domain/breaches.ts';
import { nextOfRules, type PackageSummary, summaryOn } from './domain/summary.ts';
import type { Support } from './domain/support.ts';
import { packageRulesOf } from './read-rules.ts';
import { oldestUnfinished, packageRows, touchedSince } from './store/households.ts';
import { supportsOf } from './supports-of.ts';

/** What a request brings: the council, its transaction, and the day. */
export type Asking = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
};

type Kept = {
  readonly byChild: Map<string, PackageSummary>;
  /** The dearest first; made again after a change. */
  sorted: readonly PackageSummary[] | null;
  mark: number;
  day: Temporal.PlainDate;
};

/**
 * The summaries of each council, for as long as the program runs on one database. They hold sums and no names. The
 * database marks whose package somebody touched, in the same transaction; each request reads those again first,
 * and those that the day made into others. So what is kept is always what would be worked out anew.
 */
const keptOf = new WeakMap<Authority, Kept>();

/** One request at a time brings what is kept up to date; the others wait for it and then look themselves. */
const busy = new WeakMap<Authority, Promise<unknown>>();

/** Every child's package today that has anything in it, the dearest first. */
export async function packageSummaries(asking: Asking): Promise<readonly PackageSummary[]> {
  const { authority } = asking;
  const before = busy.get(authority) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(() => broughtUpToDate(asking));
  busy.set(authority, mine);
  const kept = await mine;
  kept.sorted ??= [...kept.byChild.values()]
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.pence - one.pence || (one.childId < other.childId ? -1 : 1));
  return kept.sorted;
}

async function broughtUpToDate(asking: Asking): Promise<Kept> {
  const { authority, transaction, today } = asking;
  const authorityId = authority.id;
  const mark = await oldestUnfinished(transaction);
  const kept = keptOf.get(authority);
  if (kept === undefined || Temporal.PlainDate.compare(today, kept.day) < 0) {
    const byChild = new Map<string, PackageSummary>();
    for (const one of await workedOut(asking, null)) byChild.set(one.childId, one);
    const fresh: Kept = { byChild, sorted: null, mark, day: today };
    keptOf.set(authority, fresh);
    return fresh;
  }
  const households = new Set<string>();
  for (const { childId, householdId } of await touchedSince(transaction, { authorityId, mark: kept.mark })) {
    households.add(householdId);
    // A child that moved leaves a household whose others are looked at again as well.
    const known = kept.byChild.get(childId);
    if (known !== undefined) households.add(known.householdId);
  }
  if (!today.equals(kept.day))
    for (const { householdId, holdsUntil } of kept.byChild.values())
      if (holdsUntil !== null && Temporal.PlainDate.compare(holdsUntil, today) <= 0)
        households.add(householdId);
  if (households.size > 0) {
    // Read before anything is thrown away: a question that fails leaves what is kept as it was.
    const fresh = await workedOut(asking, [...households]);
    for (const one of kept.byChild.values())
      if (households.has(one.householdId)) kept.byChild.delete(one.childId);
    for (const one of fresh) kept.byChild.set(one.childId, one);
    kept.sorted = null;
  }
  kept.mark = mark;
  kept.day = today;
  return kept;
}

/** So many households are read in one question: a database takes no more than 65,535 values. */
const atOnce = 5_000;

/** Works the summaries of households out from the database; of all of them where none are named. */
export async function workedOut(
  asking: Asking,
  householdIds: readonly string[] | null,
): Promise<readonly PackageSummary[]> {
  if (householdIds !== null && householdIds.length > atOnce)
    return [
      ...(await workedOut(asking, householdIds.slice(0, atOnce))),
      ...(await workedOut(asking, householdIds.slice(atOnce))),
    ];
  const { authority, transaction, today } = asking;
  const written = packageRulesOf(authority);
  const rules = rulesOn(written, today);
  const rulesTurnOn = nextOfRules(written, today);
  const wanted = { authorityId: authority.id, householdIds, since: today };
  const all = supportsOf(await packageRows(transaction, wanted), reviewClocksOf(authority));
  const ofHousehold = new Map<string, readonly Support[]>();
  for (const { child, supports } of all) {
    const others = ofHousehold.get(child.householdId);
    ofHousehold.set(child.householdId, others === undefined ? supports : [...others, ...supports]);
  }
  return all.map(({ child, supports }) =>
    summaryOn(
      child,
      { own: supports, household: ofHousehold.get(child.householdId) ?? supports, rules, rulesTurnOn },
      today,
    ),
  );
}
