/** Numbers that look random and are the same for the same seed, so that the demonstration is the same everywhere. */
export type Seeded = {
  /** A whole number from 0 up to, and without, `below`. */
  whole(below: number): number;
  /** One of the things given. */
  one<T>(things: readonly T[]): T;
};

/** Gives the numbers of a seed (the mulberry32 generator, which is in the public domain). */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const whole = (below: number) => next() % below;
  function one<T>(things: readonly T[]): T {
    const chosen = things[whole(things.length)];
    if (chosen === undefined) throw new RangeError('there is nothing to choose from');
    return chosen;
  }
  return { whole, one };
}
