import { type Refusal, refusal } from '#kernel/refusal.ts';

/** What the database's own "no" means to a person, by the name of the constraint that said it. */
export type ConstraintRefusals = Readonly<
  Record<string, { readonly code: string; readonly message: string; readonly field?: string }>
>;

type DatabaseError = { readonly code: string; readonly constraint?: string };

function isDatabaseError(error: unknown): error is DatabaseError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(error.code)
  );
}

const whenNoNameIsKnown: Readonly<Record<string, Refusal>> = {
  '23P01': refusal(
    'overlaps',
    'This overlaps with something that is already recorded. Choose other dates and try again.',
  ),
  '23505': refusal('already-there', 'This has already been recorded. Go back to see what is there.'),
  '40001': refusal(
    'changed-by-someone-else',
    'Somebody else changed this at the same moment. Look at it again and repeat your change.',
  ),
  '40P01': refusal(
    'changed-by-someone-else',
    'Somebody else changed this at the same moment. Look at it again and repeat your change.',
  ),
};

/**
 * Turns the database's own refusals (an exclusion, a unique key, a check, a serialization failure) into the
 * refusal a person can act on; `null` for everything else, which is a bug and stays an exception.
 */
export function refusalFromDatabase(error: unknown, byConstraint: ConstraintRefusals): Refusal | null {
  if (!isDatabaseError(error)) return null;
  const { constraint = '' } = error;
  const named = Object.hasOwn(byConstraint, constraint) ? byConstraint[constraint] : undefined;
  if (named !== undefined) return refusal(named.code, named.message, named.field);
  return whenNoNameIsKnown[error.code] ?? null;
}
