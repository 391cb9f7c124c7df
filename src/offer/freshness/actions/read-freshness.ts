import {
  type FreshnessRules,
  freshnessOf,
  type Shares,
  type Stage,
  sharesOf,
  stageOf,
  type Tier,
  tiers,
} from '#offer/directory/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Checked, checkedDays, checkedListings, remindersSent } from '../store/reminders.ts';

/** How fresh a directory is. */
export type Freshness = {
  readonly rules: FreshnessRules;
  readonly today: Temporal.PlainDate;
  readonly all: Shares;
  readonly byTier: readonly { readonly tier: Tier; readonly shares: Shares }[];
};

/** Counts how fresh the directory is today, in all and by tier. */
export async function freshness(visit: Visit): Promise<Freshness> {
  const { transaction, authority, clock } = visit;
  const today = clock.today();
  const rules = freshnessOf(authority, today);
  const listings = await checkedDays(transaction, { authorityId: authority.id, today });
  const of = (some: typeof listings) =>
    sharesOf(
      some.flatMap((day) => Array<Temporal.PlainDate>(day.listings).fill(day.checkedOn)),
      rules,
      today,
    );
  return {
    rules,
    today,
    all: of(listings),
    byTier: tiers.map((tier) => ({ tier, shares: of(listings.filter((one) => one.tier === tier)) })),
  };
}

/** A listing that wants checking, with what was done about it. */
export type ToCheck = Checked & {
  readonly stage: Stage;
  /** The newest reminder since the last check; null where none went out. */
  readonly reminder: { readonly step: number; readonly at: Temporal.Instant } | null;
};

/** The stages of what has to be checked, the most pressing first. */
const stagesToCheck = ['hidden', 'stale', 'due'] as const;
export type StageToCheck = (typeof stagesToCheck)[number];

/** The one stage that an address asks for; null for all of them. */
export function stageOfQuery(query: URLSearchParams): StageToCheck | null {
  return stagesToCheck.find((stage) => stage === query.get('stage')) ?? null;
}

/** Every listing that is not fresh, the longest unchecked first, and how many of each stage. */
export async function listingsToCheck(visit: Visit): Promise<{
  readonly all: readonly ToCheck[];
  readonly counts: ReadonlyMap<StageToCheck, number>;
}> {
  const { transaction, authority, clock } = visit;
  const today = clock.today();
  const rules = freshnessOf(authority, today);
  const sent = await remindersSent(transaction, { authorityId: authority.id });
  const checked = await checkedListings(transaction, { authorityId: authority.id, today });
  const all = checked.flatMap((listing) => {
    const stage = stageOf(listing.checkedOn, rules, today);
    if (stage === 'fresh') return [];
    const last = sent.get(listing.slug);
    const reminder = last?.checkedOn.equals(listing.checkedOn) === true ? last : null;
    return [{ ...listing, stage, reminder }];
  });
  const count = (stage: StageToCheck) => all.filter((one) => one.stage === stage).length;
  return { all, counts: new Map(stagesToCheck.map((stage) => [stage, count(stage)])) };
}
