/** How long facts count as fresh, in calendar months since the last check. */
export type FreshnessRules = {
  /** Rising; after each of them one reminder is due. */
  readonly remindAfter: readonly number[];
  readonly staleAfter: number;
  readonly hiddenAfter: number;
};

/** Where a listing stands: `due` is reminded of, `stale` says so on its page, `hidden` is not shown. */
export const stages = ['fresh', 'due', 'stale', 'hidden'] as const;
export type Stage = (typeof stages)[number];

function isOlderThan(checkedOn: Temporal.PlainDate, months: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(checkedOn, today.subtract({ months })) < 0;
}

/**
 * Where a listing stands today by the day it was last checked. Months are calendar months: with six of them, what was
 * checked on 31 August is stale from 1 March.
 */
export function stageOf(
  checkedOn: Temporal.PlainDate,
  rules: FreshnessRules,
  today: Temporal.PlainDate,
): Stage {
  if (isOlderThan(checkedOn, rules.hiddenAfter, today)) return 'hidden';
  if (isOlderThan(checkedOn, rules.staleAfter, today)) return 'stale';
  return remindersDue(checkedOn, rules, today) > 0 ? 'due' : 'fresh';
}

/** How many of the reminders have had their day: 0 for none, 1 for the first, and so on. */
export function remindersDue(
  checkedOn: Temporal.PlainDate,
  rules: FreshnessRules,
  today: Temporal.PlainDate,
): number {
  return rules.remindAfter.filter(
    (months) => Temporal.PlainDate.compare(checkedOn, today.subtract({ months })) <= 0,
  ).length;
}

/** The first day on which a listing would not be shown any more if nobody checked it. */
export function hiddenFrom(checkedOn: Temporal.PlainDate, rules: FreshnessRules): Temporal.PlainDate {
  let day = checkedOn.add({ months: rules.hiddenAfter });
  // Months have their own lengths: the day is found by the same rule that hides, not by a second one.
  while (!isOlderThan(checkedOn, rules.hiddenAfter, day)) day = day.add({ days: 1 });
  return day;
}

/** How many listings stand where. */
export type Shares = Readonly<Record<Stage, number>> & { readonly all: number };

/** Counts listings by where they stand. */
export function sharesOf(
  checkedOn: readonly Temporal.PlainDate[],
  rules: FreshnessRules,
  today: Temporal.PlainDate,
): Shares {
  const counts = { fresh: 0, due: 0, stale: 0, hidden: 0 };
  for (const day of checkedOn) counts[stageOf(day, rules, today)] += 1;
  return { ...counts, all: checkedOn.length };
}

/** A part of a whole in whole percent, rounded down so that nothing is called better than it is; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
