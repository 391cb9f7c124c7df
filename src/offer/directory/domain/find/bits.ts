/** Thirty-two listings stand in one number. */
const WIDTH = 32;

/**
 * A set of small whole numbers, one bit each: which listings have a thing. A hundred thousand listings take 12.5 kB,
 * and two such sets are compared in some microseconds. It grows as numbers come in; what lies beyond its end is not in it.
 */
export class Bits {
  #words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words;
  }

  /** The set of all numbers below `count`. */
  static below(count: number): Bits {
    const words = new Uint32Array(Math.ceil(count / WIDTH)).fill(0xffff_ffff);
    const rest = count % WIDTH;
    if (rest > 0) words[words.length - 1] = 2 ** rest - 1;
    return new Bits(words);
  }

  add(number: number): void {
    const at = number >>> 5;
    if (at >= this.#words.length) this.#grow(at + 1);
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    const at = number >>> 5;
    if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  /** What is in both. */
  and(other: Bits): Bits {
    const length = Math.min(this.#words.length, other.#words.length);
    const both = new Uint32Array(length);
    for (let at = 0; at < length; at++) both[at] = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
    return new Bits(both);
  }

  /** What is in one or the other. */
  or(other: Bits): Bits {
    const either = new Uint32Array(Math.max(this.#words.length, other.#words.length));
    either.set(this.#words);
    for (let at = 0; at < other.#words.length; at++) either[at] = (either[at] ?? 0) | (other.#words[at] ?? 0);
    return new Bits(either);
  }

  /** How many there are. */
  count(): number {
    let sum = 0;
    for (let at = 0; at < this.#words.length; at++) sum += bitsOf(this.#words[at] ?? 0);
    return sum;
  }

  /** How many are in both, without making the set of them. */
  countOfBoth(other: Bits): number {
    const length = Math.min(this.#words.length, other.#words.length);
    let sum = 0;
    for (let at = 0; at < length; at++) sum += bitsOf((this.#words[at] ?? 0) & (other.#words[at] ?? 0));
    return sum;
  }

  /** Whether any is in both. */
  meets(other: Bits): boolean {
    const length = Math.min(this.#words.length, other.#words.length);
    for (let at = 0; at < length; at++)
      if (((this.#words[at] ?? 0) & (other.#words[at] ?? 0)) !== 0) return true;
    return false;
  }

  /** All of them, rising. */
  toNumbers(): Uint32Array {
    const numbers = new Uint32Array(this.count());
    let next = 0;
    for (let at = 0; at < this.#words.length; at++) {
      let left = this.#words[at] ?? 0;
      while (left !== 0) {
        numbers[next++] = at * WIDTH + 31 - Math.clz32(left & -left);
        left &= left - 1;
      }
    }
    return numbers;
  }

  #grow(least: number): void {
    const words = new Uint32Array(Math.max(least, this.#words.length * 2));
    words.set(this.#words);
    this.#words = words;
  }
}

/** How many bits of a number of 32 bits are set, by adding up neighbours. */
export function bitsOf(word: number): number {
  let sum = word - ((word >>> 1) & 0x5555_5555);
  sum = (sum & 0x3333_3333) + ((sum >>> 2) & 0x3333_3333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
