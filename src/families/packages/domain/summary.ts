import { breachesOn, type PackageRule } from './breaches.ts';
import { packageOn, type Support, turningDays } from './support.ts';

/** What the report knows of a child, beside the package. */
export type ChildFacts = {
  readonly childId: string;
  readonly householdId: string;
  readonly bornOn: Temporal.PlainDate;
  readonly postcode: string;
  readonly district: string | null;
};

/** A child's package on one day, in one row. It holds until, and without, the day on which it becomes another. */
export type PackageSummary = ChildFacts & {
  readonly count: number;
  readonly pence: number;
  readonly minutes: number;
  readonly nights: number;
  readonly unpriced: number;
  readonly kinds: readonly string[];
  readonly ways: readonly string[];
  readonly payers: readonly string[];
  readonly schemes: readonly string[];
  /** The identifiers of the rules that it breaks. */
  readonly breaches: readonly string[];
  /** The first day on which one of its supports is to be looked at again. */
  readonly reviewOn: Temporal.PlainDate | null;
  readonly holdsFrom: Temporal.PlainDate;
  readonly holdsUntil: Temporal.PlainDate | null;
};

/** Makes the summary of a child's package on a day. */
export function summaryOn(
  child: ChildFacts,
  looked: {
    readonly own: readonly Support[];
    readonly household: readonly Support[];
    readonly rules: readonly PackageRule[];
  },
  day: Temporal.PlainDate,
): PackageSummary {
  const { supports, ...sums } = packageOn(looked.own, day);
  const all = (partOf: (support: Support) => string | null) => [
    ...new Set(supports.flatMap(({ support }) => partOf(support) ?? [])),
  ];
  const reviews = supports.flatMap(({ support }) => support.reviewOn ?? []);
  return {
    ...child,
    ...sums,
    count: supports.length,
    kinds: all(({ breakKind }) => breakKind),
    ways: all(({ way }) => way),
    payers: all(({ paidBy }) => paidBy),
    schemes: all(({ schemeId }) => schemeId),
    breaches: breachesOn(looked, day).map(({ rule }) => rule.id),
    reviewOn: reviews.sort(Temporal.PlainDate.compare)[0] ?? null,
    holdsFrom: day,
    holdsUntil: nextTurn(looked, day),
  };
}

function nextTurn(
  looked: { readonly household: readonly Support[]; readonly rules: readonly PackageRule[] },
  day: Temporal.PlainDate,
): Temporal.PlainDate | null {
  let next: Temporal.PlainDate | null = null;
  const offer = (one: Temporal.PlainDate) => {
    if (
      Temporal.PlainDate.compare(one, day) > 0 &&
      (next === null || Temporal.PlainDate.compare(one, next) < 0)
    )
      next = one;
  };
  for (const one of turningDays(looked.household)) offer(one);
  for (const { from, until } of looked.rules) {
    offer(from);
    if (until !== null) offer(until.add({ days: 1 }));
  }
  return next;
}
