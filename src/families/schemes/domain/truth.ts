/** What is known of a statement: met, not met, or (null) not known. Kleene's strong three-valued logic. */
export type Truth = true | false | null;

/** Turns met into not met and leaves not known as it is. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

/** Met when all are met; not met as soon as one is not met, whatever the unknown ones turn out to be. */
export function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** Met as soon as one is met; not met only when every one is not met. */
export function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** Met when at least `wanted` are met ("two of these"); not met when even the unknown ones could not make it. */
export function atLeast(wanted: number, truths: readonly Truth[]): Truth {
  let met = 0;
  let open = 0;
  for (const truth of truths) {
    if (truth === true) met += 1;
    if (truth === null) open += 1;
  }
  if (met >= wanted) return true;
  return met + open >= wanted ? null : false;
}
