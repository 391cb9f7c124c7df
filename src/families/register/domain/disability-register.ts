import { ageOn } from '#kernel/local-date.ts';

/** The register ends on the 25th birthday (Children Act 1989, schedule 2, paragraph 2; to 25 as councils publish). */
const lastAge = 25;

/**
 * The day on which a child leaves the register by age: the first day on which they are 25. Born on 29 February,
 * that is 1 March, as for every other birthday.
 */
export function leavesOn(bornOn: Temporal.PlainDate): Temporal.PlainDate {
  const day = bornOn.add({ years: lastAge });
  return ageOn(bornOn, day) < lastAge ? day.add({ days: 1 }) : day;
}

export const registerStates = ['asked', 'confirmed', 'rejected', 'left'] as const;
export type RegisterState = (typeof registerStates)[number];
export const leavingReasons = ['family-asked', 'turned-25', 'moved-away', 'other'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** One entry of the register of disabled children. */
export type RegisterEntry = {
  readonly id: string;
  readonly reference: string;
  readonly householdId: string;
  readonly childId: string;
  readonly state: RegisterState;
  readonly askedAt: Temporal.Instant;
  readonly askedAs: 'family' | 'officer';
  readonly agreedBy: string;
  readonly settledAt: Temporal.Instant | null;
  readonly reason: string | null;
  readonly wayOnward: string | null;
  readonly leavesOn: Temporal.PlainDate;
  readonly leftOn: Temporal.PlainDate | null;
  readonly leftBecause: LeavingReason | null;
};

/** Numbers below this are not shown, so that nobody can be picked out of a table. */
export const smallestShown = 5;

/** A count as it may be shown: null where it is too small to be shown, or would give away another that is. */
export type ShownCount = { readonly label: string; readonly count: number | null };

/**
 * Hides the counts from 1 to 4. Where that hides one count alone, the total would give it away: the next
 * smallest is hidden as well.
 */
export function suppressed(
  counts: readonly { readonly label: string; readonly count: number }[],
): readonly ShownCount[] {
  const isSmall = ({ count }: { readonly count: number }) => count > 0 && count < smallestShown;
  const hidden = new Set(counts.filter(isSmall));
  if (hidden.size === 1) {
    const next = counts
      .filter((one) => one.count >= smallestShown)
      .toSorted((one, other) => one.count - other.count)[0];
    if (next !== undefined) hidden.add(next);
  }
  return counts.map((one) => ({ label: one.label, count: hidden.has(one) ? null : one.count }));
}
