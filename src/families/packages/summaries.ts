import { reviewClocksOf } from '#families/reviews/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { rulesOn } from './domain/breaches.ts';
import { exchanged } from './domain/sorted.ts';
import { nextOfRules, type PackageSummary, summaryOn } from './domain/summary.ts';
import type { Support } from './domain/support.ts';
import { packageRulesOf } from './read-rules.ts';
import { packageRows } from './store/households.ts';
import { householdsWithChildren, oldestUnfinished, touchedSince } from './store/touched.ts';
import { supportsOf } from './supports-of.ts';

/** What a request brings: the council, its transaction, and the day. */
export type Asking = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
};

type Kept = {
  readonly byChild: Map<string, PackageSummary>;
  /** The children of each household. */
  readonly ofHousehold: Map<string, Set<string>>;
  /** Those that have anything, the dearest first. A change makes another list: this one may be in use. */
  sorted: readonly PackageSummary[];
  mark: number;
  day: Temporal.PlainDate;
};

/**
 * The summaries of each council, for as long as the program runs on one database. They hold sums and no names. The
 * database marks whose package somebody touched, in the same transaction; each request reads those again first,
 * and those that the day made into others. So what is kept is always what would be worked out anew, in each of
 * several processes on one database.
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
  return (await mine).sorted;
}

function dearestFirst(one: PackageSummary, other: PackageSummary): number {
  return other.pence - one.pence || (one.childId < other.childId ? -1 : 1);
}

async function broughtUpToDate(asking: Asking): Promise<Kept> {
  const { authority, transaction, today } = asking;
  const before = keptOf.get(authority);
  const isUsable = before !== undefined && Temporal.PlainDate.compare(today, before.day) >= 0;
  // What is worked out in parts may be touched between two of them, and so is looked through like what was kept.
  const kept = isUsable ? before : await fromTheBeginning(asking);
  const mark = await oldestUnfinished(transaction);
  const households = await householdsToRead(asking, kept);
  if (households.size > 0) {
    // Read before anything is thrown away: a question that fails leaves what is kept as it was.
    putInPlace(kept, { households, fresh: await workedOut(asking, [...households]) });
  }
  kept.mark = mark;
  kept.day = today;
  keptOf.set(authority, kept);
  return kept;
}

/** So many households are worked out at once: between two such parts, others are served. */
const inOnePart = 1_000;

async function fromTheBeginning(asking: Asking): Promise<Kept> {
  const { authority, transaction, today } = asking;
  const mark = await oldestUnfinished(transaction);
  const kept: Kept = { byChild: new Map(), ofHousehold: new Map(), sorted: [], mark, day: today };
  const all = await householdsWithChildren(transaction, authority.id);
  const fresh: PackageSummary[] = [];
  for (let at = 0; at < all.length; at += inOnePart)
    for (const one of await workedOut(asking, all.slice(at, at + inOnePart))) fresh.push(one);
  // A child whose records are in two parts is worked out in both.
  putInPlace(kept, {
    households: new Set(),
    fresh: [...new Map(fresh.map((one) => [one.childId, one])).values()],
  });
  return kept;
}

/** The households that somebody touched since, and those whose packages the day made into others. */
async function householdsToRead({ authority, transaction, today }: Asking, kept: Kept): Promise<Set<string>> {
  const households = new Set<string>();
  const since = { authorityId: authority.id, mark: kept.mark };
  for (const { childId, households: own } of await touchedSince(transaction, since)) {
    for (const householdId of own) households.add(householdId);
    // A child that moved leaves a household whose others are looked at again as well.
    const known = kept.byChild.get(childId);
    if (known !== undefined) households.add(known.householdId);
  }
  if (!today.equals(kept.day))
    for (const { householdId, holdsUntil } of kept.byChild.values())
      if (holdsUntil !== null && Temporal.PlainDate.compare(holdsUntil, today) <= 0)
        households.add(householdId);
  return households;
}

type Changed = { readonly households: ReadonlySet<string>; readonly fresh: readonly PackageSummary[] };

/** Puts what was worked out anew into the place of what is kept of the same households and children. */
function putInPlace(kept: Kept, { households, fresh }: Changed): void {
  const gone = new Set<PackageSummary>();
  const children = [...households].flatMap((id) => [...(kept.ofHousehold.get(id) ?? [])]);
  for (const childId of [...children, ...fresh.map((one) => one.childId)]) {
    const old = kept.byChild.get(childId);
    if (old === undefined) continue;
    gone.add(old);
    kept.byChild.delete(childId);
    kept.ofHousehold.get(old.householdId)?.delete(childId);
  }
  for (const one of fresh) {
    kept.byChild.set(one.childId, one);
    const others = kept.ofHousehold.get(one.householdId);
    if (others === undefined) kept.ofHousehold.set(one.householdId, new Set([one.childId]));
    else others.add(one.childId);
  }
  const come = fresh.filter(({ count }) => count > 0);
  kept.sorted = exchanged(kept.sorted, { gone, come }, dearestFirst);
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
