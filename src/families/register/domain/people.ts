/** Somebody who works with a child. */
export type Professional = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  readonly contact: string;
  readonly sinceOn: Temporal.PlainDate | null;
  readonly untilOn: Temporal.PlainDate | null;
};

/** What limits an adult's contact with a child; a court order among it. Never shown to a family. */
export type ContactLimit = {
  readonly id: string;
  readonly childId: string;
  readonly parentCarerId: string | null;
  readonly adultName: string;
  readonly adultEmail: string | null;
  readonly isCourtOrder: boolean;
  readonly barsRecords: boolean;
  readonly words: string;
  readonly whoMayKnow: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBecause: string | null;
};

/** Two children who must not be in one place together, told from the side of one of them. Never shown to a family. */
export type Apart = {
  readonly id: string;
  readonly otherChildId: string;
  readonly otherName: string;
  readonly otherBornOn: Temporal.PlainDate;
  readonly otherHouseholdId: string;
  readonly reason: string;
  readonly saidBy: string;
  readonly saidOn: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
};

/** An address of a household, from the first day up to, and not with, the last. */
export type DatedAddress = {
  readonly line1: string;
  readonly line2: string;
  readonly town: string;
  readonly postcode: string;
  readonly district: string | null;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
};

/** Whether something dated holds on a day: from its first day, up to and not with its last. */
export function holdsOn(
  dated: { readonly fromOn: Temporal.PlainDate; readonly untilOn: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  return (
    Temporal.PlainDate.compare(dated.fromOn, day) <= 0 &&
    (dated.untilOn === null || Temporal.PlainDate.compare(day, dated.untilOn) < 0)
  );
}

/** Whether a limit is in force on a day: not ended, and within its days. */
export function isInForce(limit: ContactLimit, day: Temporal.PlainDate): boolean {
  return limit.endedAt === null && holdsOn(limit, day);
}

/** The address of a household on a day. */
export function addressOn(history: readonly DatedAddress[], day: Temporal.PlainDate): DatedAddress | null {
  return history.find((one) => holdsOn(one, day)) ?? null;
}
