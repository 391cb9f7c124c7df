import type { Pence } from '#kernel/money.ts';
import type { Award, Granted } from './award.ts';

/** What may happen to an award after it was made. */
export const changeKinds = ['changed', 'suspended', 'resumed', 'ended', 'taken-back'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What an award is of, without the rhythm, which a change leaves as it was. */
export type Amounts = Pick<Granted, 'amount' | 'minutes' | 'nights'>;

/** One thing that happened to an award: never changed, only taken back by another. */
export type AwardChange = Amounts & {
  readonly id: string;
  readonly awardId: string;
  readonly kind: ChangeKind;
  /** The first day on which it holds. */
  readonly from: Temporal.PlainDate;
  /** The change that this one takes back. */
  readonly takesBack: string | null;
  readonly reason: string;
  readonly askedBy: string | null;
  readonly changedBy: string;
  readonly changedByName: string;
  readonly changedAt: Temporal.Instant;
};

/** The part of a change that says what an award is on a day. */
export type WhatChanges = Pick<
  AwardChange,
  'id' | 'kind' | 'from' | 'takesBack' | 'changedAt' | 'amount' | 'minutes' | 'nights'
>;

export type AwardSpan = Pick<Award, 'startsOn' | 'endsOn' | 'per'> &
  Amounts & {
    /** What one hour or night costs, where it has a price. */
    readonly unitPrice?: Pence | null;
  };

/** How an award stands on a day. */
export type Standing = 'not-yet' | 'running' | 'suspended' | 'ended';

/** What an award is on a day. While it does not run it is of nothing. */
export type AwardOnDay = Amounts & { readonly standing: Standing };

const nothingGranted: Amounts = { amount: null, minutes: null, nights: null };

/** The changes that count: those that nobody took back. */
export function changesInForce<C extends WhatChanges>(changes: readonly C[]): readonly C[] {
  const gone = new Set(changes.map((change) => change.takesBack));
  return changes.filter((change) => change.kind !== 'taken-back' && !gone.has(change.id));
}

/**
 * Puts changes in the order in which they hold: by their first day; of two on the same day the later recorded
 * corrects the earlier.
 */
function inOrder<C extends WhatChanges>(changes: readonly C[]): readonly C[] {
  return changes.toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.from, other.from) ||
      Temporal.Instant.compare(one.changedAt, other.changedAt) ||
      (one.id < other.id ? -1 : 1),
  );
}

/** The last day of an award after its changes: the day before the first end, and never after its own. */
export function lastDayOf(award: AwardSpan, changes: readonly WhatChanges[]): Temporal.PlainDate {
  let last = award.endsOn;
  for (const { kind, from } of changesInForce(changes)) {
    const before = from.subtract({ days: 1 });
    if (kind === 'ended' && Temporal.PlainDate.compare(before, last) < 0) last = before;
  }
  return last;
}

/** What an award is on a day: a pure function of the award and of what happened to it. */
export function awardOn(
  award: AwardSpan,
  changes: readonly WhatChanges[],
  day: Temporal.PlainDate,
): AwardOnDay {
  if (Temporal.PlainDate.compare(day, award.startsOn) < 0) return { standing: 'not-yet', ...nothingGranted };
  if (Temporal.PlainDate.compare(day, lastDayOf(award, changes)) > 0)
    return { standing: 'ended', ...nothingGranted };
  let amounts: Amounts = { amount: award.amount, minutes: award.minutes, nights: award.nights };
  let isSuspended = false;
  for (const change of inOrder(changesInForce(changes))) {
    if (Temporal.PlainDate.compare(change.from, day) > 0) break;
    if (change.kind === 'changed')
      amounts = { amount: change.amount, minutes: change.minutes, nights: change.nights };
    if (change.kind === 'suspended') isSuspended = true;
    if (change.kind === 'resumed') isSuspended = false;
  }
  return isSuspended ? { standing: 'suspended', ...nothingGranted } : { standing: 'running', ...amounts };
}

/** What an award is of on a day, also while it is suspended: what it would be of if it ran. */
export function amountsOn(
  award: AwardSpan,
  changes: readonly WhatChanges[],
  day: Temporal.PlainDate,
): Amounts {
  const without = changes.filter(({ kind }) => kind === 'changed' || kind === 'taken-back');
  const on = latest(award.startsOn, day);
  const { amount, minutes, nights } = awardOn({ ...award, endsOn: latest(award.endsOn, on) }, without, on);
  return { amount, minutes, nights };
}

function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one;
}

/** A stretch of days, both within it, on which an award is the same. */
export type Stretch = AwardOnDay & {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

/** The whole life of an award as stretches, in order and without gaps; none for one that ended before it began. */
export function stretchesOf(award: AwardSpan, changes: readonly WhatChanges[]): readonly Stretch[] {
  const last = lastDayOf(award, changes);
  const starts = new Map([[award.startsOn.toString(), award.startsOn]]);
  for (const { from } of changesInForce(changes))
    if (Temporal.PlainDate.compare(from, award.startsOn) > 0 && Temporal.PlainDate.compare(from, last) <= 0)
      starts.set(from.toString(), from);
  const days = [...starts.values()].sort(Temporal.PlainDate.compare);
  if (Temporal.PlainDate.compare(award.startsOn, last) > 0) return [];
  return days.map((from, index) => ({
    ...awardOn(award, changes, from),
    from,
    to: days[index + 1]?.subtract({ days: 1 }) ?? last,
  }));
}
