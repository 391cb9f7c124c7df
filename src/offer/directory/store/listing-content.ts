import type { Json } from '#platform/database/index.ts';
import type { Listing } from '../domain/listing.ts';

/** Writes a listing as JSON can hold it: dates and times as text. */
export function writeListing(listing: Listing): { readonly [key: string]: Json } {
  const { when } = listing;
  const written = {
    ...listing,
    when: { ...when, from: when.from?.toString() ?? null, until: when.until?.toString() ?? null },
    checkedOn: listing.checkedOn.toString(),
  };
  return written as unknown as { readonly [key: string]: Json };
}

type Written = Omit<Listing, 'when' | 'checkedOn'> & {
  readonly when: Omit<Listing['when'], 'from' | 'until'> & {
    readonly from: string | null;
    readonly until: string | null;
  };
  readonly checkedOn: string;
};

/** Reads a listing that `writeListing` wrote. Only this capability writes the column, so its shape is trusted. */
export function readListing(content: Json): Listing {
  const written = content as unknown as Written;
  const time = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text));
  return {
    ...written,
    when: { ...written.when, from: time(written.when.from), until: time(written.when.until) },
    checkedOn: Temporal.PlainDate.from(written.checkedOn),
  };
}
