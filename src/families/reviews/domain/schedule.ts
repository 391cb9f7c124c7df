/** By when an award is looked at again, counted from a day: the council's dated clocks, and the law's for nights. */
export type ReviewClocks = {
  readonly second: (startsOn: Temporal.PlainDate) => Temporal.PlainDate;
  readonly yearly: (heldOn: Temporal.PlainDate) => Temporal.PlainDate;
  /** Nights of children in need (Children Act 1989, section 17(6)). */
  readonly section17: (from: Temporal.PlainDate) => Temporal.PlainDate;
  /** Nights under section 20(4) with regulation 48: the first time, and every time after. */
  readonly section20First: (startsOn: Temporal.PlainDate) => Temporal.PlainDate;
  readonly section20: (heldOn: Temporal.PlainDate) => Temporal.PlainDate;
};

/** What the days of an award's reviews follow from. */
export type ReviewedAward = {
  readonly startsOn: Temporal.PlainDate;
  /** Its last day, after what happened to it. */
  readonly lastDay: Temporal.PlainDate;
  /** The day that was set for its first review when it was made, by the council's clock or by its scheme. */
  readonly reviewOn: Temporal.PlainDate;
  readonly legalBasis: 'section-17' | 'section-20' | null;
};

/** The part of a record that says when the next review is. */
export type HeldReview = {
  readonly heldOn: Temporal.PlainDate;
  readonly nextOn: Temporal.PlainDate | null;
};

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other;
}

/** The day by which an award is looked at for the first time: the day set for it, or the law's where that is earlier. */
function firstReview(award: ReviewedAward, clocks: ReviewClocks): Temporal.PlainDate {
  if (award.legalBasis === 'section-17') return earlier(award.reviewOn, clocks.section17(award.startsOn));
  if (award.legalBasis === 'section-20')
    return earlier(award.reviewOn, clocks.section20First(award.startsOn));
  return award.reviewOn;
}

/**
 * The day by which an award is looked at next; null where it ends before. `held` are its reviews so far, in
 * the order in which they were held.
 */
export function nextReview(
  award: ReviewedAward,
  held: readonly HeldReview[],
  clocks: ReviewClocks,
): Temporal.PlainDate | null {
  const latest = held.at(-1);
  const due = latest === undefined ? firstReview(award, clocks) : latest.nextOn;
  return due !== null && Temporal.PlainDate.compare(due, award.lastDay) <= 0 ? due : null;
}

/**
 * The latest day for the review after one that is held on a day; null where the award ends before. After the
 * first comes the council's second; then a year from each; for nights never later than the law says.
 */
export function latestNext(
  award: ReviewedAward,
  asHeld: { readonly heldOn: Temporal.PlainDate; readonly heldBefore: number },
  clocks: ReviewClocks,
): Temporal.PlainDate | null {
  const { heldOn } = asHeld;
  const second = clocks.second(award.startsOn);
  const bySecond = asHeld.heldBefore === 0 && Temporal.PlainDate.compare(second, heldOn) > 0;
  let next = bySecond ? second : clocks.yearly(heldOn);
  if (award.legalBasis === 'section-17') next = earlier(next, clocks.section17(heldOn));
  if (award.legalBasis === 'section-20') next = earlier(next, clocks.section20(heldOn));
  return Temporal.PlainDate.compare(next, award.lastDay) <= 0 ? next : null;
}
