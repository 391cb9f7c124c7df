/**
 * Gives the first `count` of the numbers by their keys, and by `ties` where the keys are the same, in order. Costs
 * hardly more than looking at each number once, however many there are: only the first ones are kept, as a heap with
 * the last of them on top.
 */
export function firstOf(
  numbers: Uint32Array,
  by: { readonly count: number; readonly key: (number: number) => number; readonly ties: Uint32Array },
): readonly number[] {
  const kept: { readonly number: number; readonly key: number; readonly tie: number }[] = [];
  const isAfter = (one: (typeof kept)[number], other: (typeof kept)[number]) =>
    one.key > other.key || (one.key === other.key && one.tie > other.tie);
  for (const number of numbers) {
    const next = { number, key: by.key(number), tie: by.ties[number] ?? 0 };
    if (kept.length < by.count) {
      kept.push(next);
      rise(kept, isAfter);
    } else if (kept[0] !== undefined && isAfter(kept[0], next)) {
      kept[0] = next;
      sink(kept, isAfter);
    }
  }
  return kept.sort((one, other) => (isAfter(one, other) ? 1 : -1)).map(({ number }) => number);
}

function rise<T>(heap: T[], isAfter: (one: T, other: T) => boolean): void {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >>> 1;
    const [one, other] = [heap[at], heap[above]];
    if (one === undefined || other === undefined || !isAfter(one, other)) return;
    [heap[at], heap[above]] = [other, one];
    at = above;
  }
}

function sink<T>(heap: T[], isAfter: (one: T, other: T) => boolean): void {
  let at = 0;
  for (;;) {
    let last = at;
    for (const below of [2 * at + 1, 2 * at + 2]) {
      const [one, other] = [heap[below], heap[last]];
      if (one !== undefined && other !== undefined && isAfter(one, other)) last = below;
    }
    const [one, other] = [heap[at], heap[last]];
    if (last === at || one === undefined || other === undefined) return;
    [heap[at], heap[last]] = [other, one];
    at = last;
  }
}
