import type { Entry } from '../entry.ts';
import type { Synonyms } from '../synonyms.ts';
import { Bits } from './bits.ts';
import { type ChoiceName, choicesOf } from './choices.ts';
import { type DatedDays, dayNumber, Facts } from './facts.ts';
import { namesOfKinds, stemsOfLocalities, type Wording, wordsOf } from './fields.ts';
import { PlaceNames } from './place-names.ts';
import { Postings } from './postings.ts';
import { Vocabulary } from './vocabulary.ts';

/** So many sets of several values are kept. */
const MOST_KEPT = 300;

/**
 * One authority's directory, kept so that a search needs no database: what can be chosen as sets of bits, what is
 * compared as columns of numbers, words as lists of the listings that have them. It holds public facts alone, and of
 * no listing the whole text. A listing is a number; one that is changed gets a new one, and the old one is forgotten.
 */
export class DirectoryIndex {
  readonly wording: Wording;
  /** By which words each kind of break is asked for. */
  readonly namesOfKinds: ReturnType<typeof namesOfKinds>;
  readonly choices = new Map<ChoiceName, Map<string, Bits>>();
  readonly facts = new Facts();
  readonly postings = new Postings();
  readonly vocabulary = new Vocabulary();
  readonly placeNames = new PlaceNames();
  /** The stems of the words that localities are called by. */
  readonly localityStems = new Set<string>();
  synonyms: Synonyms = new Map();
  #hiddenAfter = 12;
  readonly #slugs: string[] = [];
  readonly #precisions: (string | null)[] = [];
  readonly #titles: string[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #live = new Bits();
  #byName: number[] = [];
  #unsorted: number[] = [];
  #nameRanks = new Uint32Array(0);
  #shown: { readonly day: number; readonly bits: Bits } | null = null;
  /** What was put together of several values, until something changes. */
  readonly #having = new Map<string, Bits>();

  constructor(wording: Wording) {
    this.wording = wording;
    this.namesOfKinds = namesOfKinds(wording);
  }

  /** How many numbers have been given out, of listings that are live and of those that were changed since. */
  get size(): number {
    return this.#slugs.length;
  }

  /** Whether so much was changed that making the index anew is cheaper than keeping what was forgotten. */
  get isWorn(): boolean {
    return this.size > 1000 && this.size > 2 * this.#numberOf.size;
  }

  /** After how many calendar months without a check a listing is not shown: the authority's own number. */
  set hiddenAfter(months: number) {
    this.#hiddenAfter = months;
    this.#shown = null;
    this.#having.clear();
  }

  /** Takes a listing in, with the days of its dated sessions, in the place of what stood under its slug. */
  put(entry: Entry, dated?: DatedDays): void {
    const { slug, listing } = entry;
    const before = this.#numberOf.get(slug);
    if (before !== undefined) {
      this.#live.delete(before);
      this.#numberOf.delete(slug);
    }
    this.#shown = null;
    this.#having.clear();
    if (entry.isWithdrawn) return;
    const at = this.size;
    this.#numberOf.set(slug, at);
    this.#slugs.push(slug);
    this.#titles.push(listing.title.toLowerCase());
    this.#precisions.push(entry.point?.precision ?? null);
    this.#unsorted.push(at);
    this.#live.add(at);
    this.facts.put(at, entry, dated);
    for (const [choice, values] of Object.entries(choicesOf(listing)) as [ChoiceName, readonly string[]][]) {
      for (const value of values) this.#bitsOf(choice, value).add(at);
    }
    const { words, stems } = wordsOf(listing, this.wording);
    for (const word of words) this.vocabulary.add(word);
    for (const [stem, weight] of stems) this.postings.add(stem, at, weight);
    this.placeNames.add(entry);
    for (const stem of stemsOfLocalities(listing, this.wording)) this.localityStems.add(stem);
  }

  /** The listings shown on a day: live, between their days, and checked not too long ago. Worked out once for a day. */
  shownOn(today: Temporal.PlainDate): Bits {
    const day = dayNumber(today);
    if (this.#shown?.day === day) return this.#shown.bits;
    const oldest = dayNumber(today.subtract({ months: this.#hiddenAfter }));
    const { shownFrom, shownUntil, checkedOn } = this.facts;
    const bits = new Bits();
    for (const at of this.#live.toNumbers()) {
      const isShown =
        (shownFrom[at] ?? 0) <= day && (shownUntil[at] ?? 0) >= day && (checkedOn[at] ?? 0) >= oldest;
      if (isShown) bits.add(at);
    }
    this.#shown = { day, bits };
    return bits;
  }

  /** The listings that have any of the values. */
  having(choice: ChoiceName, values: readonly string[]): Bits {
    const key = `${choice} ${values.join(' ')}`;
    const known = this.#having.get(key);
    if (known !== undefined) return known;
    const found = this.#anyOf(choice, values);
    // What people choose together are many sets; those of the facets come again and again.
    if (values.length > 1 && this.#having.size < MOST_KEPT) this.#having.set(key, found);
    return found;
  }

  #anyOf(choice: ChoiceName, values: readonly string[]): Bits {
    const found = values.flatMap((value) => this.choices.get(choice)?.get(value) ?? []);
    const [first = new Bits(), ...others] = found;
    return others.reduce((all, one) => all.or(one), first);
  }

  slugOf(at: number): string {
    return this.#slugs[at] ?? '';
  }

  /** Of what a listing's point is the middle; null where it has none. */
  precisionOf(at: number): string | null {
    return this.#precisions[at] ?? null;
  }

  /** For each listing its place in the order of names. */
  nameRanks(): Uint32Array {
    if (this.#unsorted.length === 0) return this.#nameRanks;
    const compare = (one: number, other: number) => this.#compareNames(one, other);
    this.#byName = merged(this.#byName, this.#unsorted.sort(compare), compare);
    this.#unsorted = [];
    const ranks = new Uint32Array(this.size);
    this.#byName.forEach((at, rank) => {
      ranks[at] = rank;
    });
    this.#nameRanks = ranks;
    return ranks;
  }

  #compareNames(one: number, other: number): number {
    const [a, b] = [this.#titles[one] ?? '', this.#titles[other] ?? ''];
    if (a !== b) return a < b ? -1 : 1;
    return this.slugOf(one) < this.slugOf(other) ? -1 : 1;
  }

  #bitsOf(choice: ChoiceName, value: string): Bits {
    let values = this.choices.get(choice);
    if (values === undefined) {
      values = new Map();
      this.choices.set(choice, values);
    }
    let bits = values.get(value);
    if (bits === undefined) {
      bits = new Bits();
      values.set(value, bits);
    }
    return bits;
  }
}

/** Two sorted lists as one. */
function merged(
  ones: readonly number[],
  others: readonly number[],
  compare: (one: number, other: number) => number,
): number[] {
  const all: number[] = [];
  let [from, until] = [0, 0];
  while (from < ones.length || until < others.length) {
    const [one, other] = [ones[from], others[until]];
    if (other === undefined || (one !== undefined && compare(one, other) < 0)) {
      all.push(one ?? 0);
      from += 1;
    } else {
      all.push(other);
      until += 1;
    }
  }
  return all;
}
