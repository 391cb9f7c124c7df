import { type Refusal, refusal } from '#kernel/refusal.ts';
import type { Amounts } from './change.ts';

/** More for an award, asked for by one practitioner, to be answered by another. */
export type Raise = Amounts & {
  readonly id: string;
  readonly awardId: string;
  readonly householdId: string;
  readonly from: Temporal.PlainDate;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Temporal.Instant;
  readonly answer: {
    readonly isAgreed: boolean;
    readonly byName: string;
    readonly at: Temporal.Instant;
    readonly because: string;
  } | null;
};

/** Whether any of the amounts becomes more than it is: then somebody else has to agree (docs/rules, 5.4). */
export function isMore(now: Amounts, wanted: Amounts): boolean {
  return (['amount', 'minutes', 'nights'] as const).some((part) => (wanted[part] ?? 0) > (now[part] ?? 0));
}

/** Whether the amounts are the same. */
export function isSame(now: Amounts, wanted: Amounts): boolean {
  return (['amount', 'minutes', 'nights'] as const).every((part) => wanted[part] === now[part]);
}

/**
 * Who asks, who assessed and who agrees are different people. Gives why a person may not answer a raise, or
 * null where they may.
 */
export function mayNotAnswer(
  raise: Pick<Raise, 'askedBy'>,
  person: { readonly id: string },
  assessors: readonly string[],
): Refusal | null {
  if (raise.askedBy === person.id)
    return refusal('own-raise', 'You asked for this raise. Another team manager has to answer it.');
  if (assessors.includes(person.id))
    return refusal(
      'assessed-it',
      'You assessed this child or decided the award. Another team manager has to answer this raise.',
    );
  return null;
}
