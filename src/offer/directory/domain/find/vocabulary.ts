import { slipsAllowed, slipsBetween } from '../spelling.ts';
import { bitsOf } from './bits.ts';

/** So many longer words are taken for the beginning of one. */
const MOST_LONGER = 20;

/** So many new words are put into their places one by one; with more of them all words are sorted anew. */
const FEW = 64;

/**
 * Every word of the directory, whole: for beginnings of words in the order of the alphabet, and for slips with the
 * letters of each word as bits of one number, which tells in a few nanoseconds that two words cannot be near.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #uses: number[] = [];
  #letters = new Uint32Array(1024);
  #sorted: string[] = [];
  #fresh: string[] = [];

  /** Counts a listing that has the word. */
  add(word: string): void {
    const known = this.#numbers.get(word);
    if (known !== undefined) {
      this.#uses[known] = (this.#uses[known] ?? 0) + 1;
      return;
    }
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#uses.push(1);
    this.#fresh.push(word);
    if (number >= this.#letters.length) {
      const letters = new Uint32Array(this.#letters.length * 2);
      letters.set(this.#letters);
      this.#letters = letters;
    }
    this.#letters[number] = lettersOf(word);
  }

  get size(): number {
    return this.#words.length;
  }

  /** The words that begin so, those that most listings have first; at most twenty. */
  beginningWith(typed: string): readonly string[] {
    this.#sort();
    const from = placeIn(this.#sorted, typed);
    let until = from;
    while (this.#sorted[until]?.startsWith(typed)) until += 1;
    return this.#sorted
      .slice(from, until)
      .sort((one, other) => this.#usesOf(other) - this.#usesOf(one) || one.localeCompare(other, 'en'))
      .slice(0, MOST_LONGER);
  }

  /** The word that was meant by one that nothing has, of those that are known; null where none is near enough. */
  meantBy(typed: string, isKnown: (word: string) => boolean): string | null {
    const most = slipsAllowed([...typed].length);
    if (most === 0) return null;
    const letters = lettersOf(typed);
    const first = typed.charAt(0);
    const likeliest = (word: string) => (word.startsWith(first) ? 1_000_000 : 0) + this.#usesOf(word);
    let [best, fewest, likely]: [string | null, number, number] = [null, most, -1];
    for (let number = 0; number < this.#words.length; number++) {
      // One slip changes at most two letters: one that goes and one that comes.
      if (bitsOf((this.#letters[number] ?? 0) ^ letters) > 2 * fewest) continue;
      const word = this.#words[number] ?? '';
      const slips = slipsBetween(typed, word, fewest);
      if (slips > fewest) continue;
      const like = likeliest(word);
      const isBetter =
        best === null ||
        slips < fewest ||
        like > likely ||
        (like === likely && word.localeCompare(best, 'en') < 0);
      if (isBetter && isKnown(word)) [best, fewest, likely] = [word, slips, like];
    }
    return best;
  }

  #usesOf(word: string): number {
    return this.#uses[this.#numbers.get(word) ?? -1] ?? 0;
  }

  #sort(): void {
    if (this.#fresh.length > FEW) this.#sorted = [...this.#sorted, ...this.#fresh].sort();
    else for (const word of this.#fresh) this.#sorted.splice(placeIn(this.#sorted, word), 0, word);
    this.#fresh = [];
  }
}

/** Which letters a word has, one bit each; figures and other signs share what is left of 32. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97;
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(at) % 6));
  }
  return letters >>> 0;
}

/** Where a word stands among sorted ones, or would stand. */
function placeIn(sorted: readonly string[], word: string): number {
  let [from, until] = [0, sorted.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    if ((sorted[middle] ?? '') < word) from = middle + 1;
    else until = middle;
  }
  return from;
}
