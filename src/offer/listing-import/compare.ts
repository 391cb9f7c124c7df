import { isDeepStrictEqual } from 'node:util';
import { type Listing, readListing, writeListing } from '#offer/directory/index.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { RowToKeep } from './domain/import.ts';
import { likenessKeys, type Outcome } from './domain/outcome.ts';
import { isOwnShape } from './feed/own-terms.ts';
import { directoryNow, slugsBefore } from './store/rows-to-take.ts';

/** A row that was read, before anybody has compared it with the directory. */
export type ReadRow = Pick<RowToKeep, 'number' | 'theirId' | 'wrongs' | 'oddities' | 'original' | 'title'> & {
  readonly listing: Listing | null;
};

/** What a source has nothing to say about: in a listing that is there already it stays as it is. */
function keptParts(from: 'sheet' | 'feed' | 'own-feed', there: Listing, read: Listing): Partial<Listing> {
  const { told, dates, paused, pausedUntil, demonstrationFields } = there;
  const always = { told, dates, demonstrationFields };
  // A feed of this same service says all that a listing has but what the standard has no home for.
  if (from === 'own-feed') {
    const { sensoryStory, pictures, easyRead } = told;
    return { demonstrationFields, told: { ...read.told, sensoryStory, pictures, easyRead } };
  }
  if (from === 'sheet')
    return { ...always, paused, pausedUntil, otherPlaces: there.otherPlaces, runs: there.runs };
  const { tier, accepts, ratios, languages, transport, runs } = there;
  return { ...always, tier, accepts, ratios, languages, transport, runs, pausedUntil };
}

function postcodeOf({ place }: Listing): string | null {
  return place.kind === 'at' ? place.postcode : null;
}

type There = { readonly listing: Listing; readonly isWithdrawn: boolean };

/** Compares rows with the directory and with each other. */
class Comparing {
  readonly #kind: 'sheet' | 'feed';
  readonly #there: ReadonlyMap<string, There>;
  readonly #slugs: ReadonlyMap<string, string>;
  /** The row of this import that had an identifier first, and the slugs that its rows have. */
  readonly #firstWith = new Map<string, number>();
  readonly #taken = new Set<string>();
  /** Likeness keys of what is there, and of rows before, with what they belong to. */
  readonly #known = new Map<string, { readonly slug: string; readonly words: string }>();

  constructor(kind: 'sheet' | 'feed', there: ReadonlyMap<string, There>, slugs: ReadonlyMap<string, string>) {
    this.#kind = kind;
    this.#there = there;
    this.#slugs = slugs;
    for (const [slug, { listing, isWithdrawn }] of there)
      if (!isWithdrawn) this.#remember(listing, slug, `${listing.title}, ${listing.provider}`);
  }

  #remember(listing: Listing, slug: string, words: string): void {
    for (const key of likenessKeys({ ...listing, postcode: postcodeOf(listing) }))
      if (!this.#known.has(key)) this.#known.set(key, { slug, words });
  }

  #fromOf({ original }: ReadRow): 'sheet' | 'feed' | 'own-feed' {
    return this.#kind === 'feed' && isOwnShape(original) ? 'own-feed' : this.#kind;
  }

  compare(row: ReadRow): RowToKeep {
    if (row.listing === null) return this.#wrong(row, []);
    const earlier = this.#firstWith.get(row.theirId);
    if (earlier !== undefined) return this.#wrong(row, [this.#twice(earlier)]);
    if (row.theirId !== '') this.#firstWith.set(row.theirId, row.number);
    const slug = this.#free(this.#slugs.get(row.theirId) ?? row.listing.slug);
    this.#taken.add(slug);
    const read = { ...row.listing, slug };
    const before = this.#there.get(slug);
    if (before !== undefined && !before.isWithdrawn) {
      const listing = { ...read, ...keptParts(this.#fromOf(row), before.listing, read) };
      const isSame = isDeepStrictEqual(
        writeListing({ ...listing, checkedOn: before.listing.checkedOn, checkedBy: null }),
        writeListing({ ...before.listing, checkedBy: null }),
      );
      return this.#kept(row, listing, isSame ? 'same' : 'changed', null);
    }
    const keys = likenessKeys({ ...read, postcode: postcodeOf(read) });
    const alike = keys
      .map((key) => this.#known.get(key))
      .find((one) => one !== undefined && one.slug !== slug);
    this.#remember(read, slug, `row ${row.number}: ${read.title}, ${read.provider}`);
    return this.#kept(row, read, alike === undefined ? 'new' : 'like', alike?.words ?? null);
  }

  #wrong(row: ReadRow, more: ReadRow['wrongs']): RowToKeep {
    const wrongs = [...row.wrongs, ...more];
    return { ...row, wrongs, outcome: 'wrong', slug: null, likeWhat: null, listing: null };
  }

  /** Two rows under one name would be one listing, and the first would be lost. */
  #twice(earlier: number): ReadRow['wrongs'][number] {
    return this.#kind === 'sheet'
      ? { column: 'Reference', message: `row ${earlier} has the same; give each row its own` }
      : { column: 'the service', message: `row ${earlier} has the same identifier; the first was taken` };
  }

  /** A slug that no row of this import has: of two alike without references, the second is numbered each time. */
  #free(slug: string): string {
    let free = slug;
    for (let count = 2; this.#taken.has(free); count += 1) free = `${slug}-${count}`;
    return free;
  }

  #kept(row: ReadRow, listing: Listing, outcome: Outcome, likeWhat: string | null): RowToKeep {
    return { ...row, outcome, slug: listing.slug, likeWhat, listing: writeListing(listing) as Json };
  }
}

/**
 * Says of each row what it comes to: new, changed, the same, like another that is there or stands before it, or wrong.
 * What the source has nothing to say about stays in a listing that is there already.
 */
export async function compareRows(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly kind: 'sheet' | 'feed';
    readonly name: string;
    readonly rows: readonly ReadRow[];
  },
): Promise<readonly RowToKeep[]> {
  const now = await directoryNow(transaction, given);
  const there = new Map(
    now.map(({ slug, content, isWithdrawn }) => [slug, { listing: readListing(content), isWithdrawn }]),
  );
  // A sheet's references are the council's own in whatever file they come; a feed's are that feed's.
  const named = { ...given, name: given.kind === 'feed' ? given.name : null };
  const comparing = new Comparing(given.kind, there, await slugsBefore(transaction, named));
  return given.rows.map((row) => comparing.compare(row));
}
