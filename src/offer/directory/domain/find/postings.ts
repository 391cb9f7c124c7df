/** The listings that have a word, rising, each with how much the word weighs there (1 to 255). */
export type Posting = { readonly listings: Uint32Array; readonly weights: Uint8Array };

const none: Posting = { listings: new Uint32Array(0), weights: new Uint8Array(0) };

/** A list that grows by doubling, so that adding one costs the same however long it is. */
class Growing {
  listings = new Uint32Array(2);
  weights = new Uint8Array(2);
  length = 0;

  add(listing: number, weight: number): void {
    if (this.length === this.listings.length) {
      const [listings, weights] = [new Uint32Array(this.length * 2), new Uint8Array(this.length * 2)];
      listings.set(this.listings);
      weights.set(this.weights);
      [this.listings, this.weights] = [listings, weights];
    }
    this.listings[this.length] = listing;
    this.weights[this.length] = weight;
    this.length += 1;
  }
}

/** For each stem of a word, the listings that have it. Listings come in with rising numbers. */
export class Postings {
  readonly #byStem = new Map<string, Growing>();

  add(stem: string, listing: number, weight: number): void {
    let list = this.#byStem.get(stem);
    if (list === undefined) {
      list = new Growing();
      this.#byStem.set(stem, list);
    }
    list.add(listing, Math.max(1, Math.min(255, Math.round(weight))));
  }

  has(stem: string): boolean {
    return this.#byStem.has(stem);
  }

  /** How many listings have the stem. */
  count(stem: string): number {
    return this.#byStem.get(stem)?.length ?? 0;
  }

  of(stem: string): Posting {
    const list = this.#byStem.get(stem);
    if (list === undefined) return none;
    const { listings, weights, length } = list;
    return { listings: listings.subarray(0, length), weights: weights.subarray(0, length) };
  }
}
