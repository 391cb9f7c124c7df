import type { Evidence } from './register.ts';

function endOf(one: Evidence): string {
  return one.holdsUntil?.toString() ?? '9999-12-31';
}

/** Of each kind of letter the one that holds longest: letters are renewed, and only that one is looked at. */
export function newestOfEachKind(held: readonly Evidence[]): ReadonlySet<string> {
  const newest = new Map<string, Evidence>();
  for (const one of held) {
    const other = newest.get(one.kind);
    if (other === undefined || endOf(one) > endOf(other)) newest.set(one.kind, one);
  }
  return new Set([...newest.values()].map(({ id }) => id));
}
