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
  /** The same two days as numbers, like 20261124: comparing fifty thousand of them takes a millisecond. */
  readonly reviewNumber: number | null;
  readonly bornNumber: number;
  readonly holdsFrom: Temporal.PlainDate;
  readonly holdsUntil: Temporal.PlainDate | null;
};

/** A day as a number that is the greater the later it is: 20261124. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): number {
  return year * 10_000 + month * 100 + day;
}

/** Makes the summary of a child's package on a day. */
export function summaryOn(
  child: ChildFacts,
  looked: {
    readonly own: readonly Support[];
    readonly household: readonly Support[];
    /** Those that hold on the day, and the day on which others do. */
    readonly rules: readonly PackageRule[];
    readonly rulesTurnOn: Temporal.PlainDate | null;
  },
  day: Temporal.PlainDate,
): PackageSummary {
  const { supports, ...sums } = packageOn(looked.own, day);
  const all = (partOf: (support: Support) => string | null) => [
    ...new Set(supports.flatMap(({ support }) => partOf(support) ?? [])),
  ];
  const reviewOn = supports.reduce<Temporal.PlainDate | null>((first, { support }) => {
    const own = support.reviewOn;
    return own !== null && (first === null || Temporal.PlainDate.compare(own, first) < 0) ? own : first;
  }, null);
  return {
    ...child,
    ...sums,
    count: supports.length,
    kinds: all(({ breakKind }) => breakKind),
    ways: all(({ way }) => way),
    payers: all(({ paidBy }) => paidBy),
    schemes: all(({ schemeId }) => schemeId),
    breaches: breachesOn(looked, day).map(({ rule }) => rule.id),
    reviewOn,
    reviewNumber: reviewOn === null ? null : dayNumber(reviewOn),
    bornNumber: dayNumber(child.bornOn),
    holdsFrom: day,
    holdsUntil: firstAfter(turningDays(looked.household), day, looked.rulesTurnOn),
  };
}

/** The first of the rules' own days after a day on which another set of them holds; null where none is known. */
export function nextOfRules(
  rules: readonly PackageRule[],
  day: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const days = rules.flatMap(({ from, until }) => (until === null ? [from] : [from, until.add({ days: 1 })]));
  return firstAfter(days, day, null);
}

function firstAfter(
  days: readonly Temporal.PlainDate[],
  day: Temporal.PlainDate,
  orElse: Temporal.PlainDate | null,
): Temporal.PlainDate | null {
  let next = orElse;
  for (const one of days)
    if (
      Temporal.PlainDate.compare(one, day) > 0 &&
      (next === null || Temporal.PlainDate.compare(one, next) < 0)
    )
      next = one;
  return next;
}
