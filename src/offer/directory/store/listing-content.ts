import type { Json } from '#platform/database/index.ts';
import type { Listing, When } from '../domain/listing.ts';

/** What a listing says where nobody has said anything more: for the parts that came later than the first ones. */
export const nothingMore = {
  access: {},
  languages: [],
  transport: null,
  runs: { season: null, from: null, until: null },
  dates: [],
  otherPlaces: [],
  told: { session: null, sensoryStory: [], staff: null, pictures: [], easyRead: [] },
  neighbour: null,
  pausedUntil: null,
  checkedBy: null,
} as const satisfies Partial<Listing>;

/** A value as JSON holds it: dates and times as text. */
type Stored<T> = T extends Temporal.PlainDate | Temporal.PlainTime
  ? string
  : T extends number | string | boolean | null
    ? T
    : { readonly [Key in keyof T]: Stored<T[Key]> };

/** Writes a listing as JSON can hold it: dates and times as text, with seconds. */
export function writeListing(listing: Listing): { readonly [key: string]: Json } {
  return JSON.parse(JSON.stringify(listing));
}

const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text));
const time = (text: string | null) => (text === null ? null : Temporal.PlainTime.from(text));

function readWhen(when: Stored<When>): When {
  return { ...when, from: time(when.from), until: time(when.until) };
}

/**
 * Reads a listing that `writeListing` wrote. Only this capability writes the column, so its shape is trusted; a row
 * that is older than a part of the listing has nothing there.
 */
export function readListing(content: Json): Listing {
  const written = { ...nothingMore, ...(content as object) } as unknown as Stored<Listing>;
  const { runs } = written;
  return {
    ...written,
    when: readWhen(written.when),
    runs: { season: runs.season, from: date(runs.from), until: date(runs.until) },
    dates: written.dates.map(({ on, from, until, places }) => ({
      on: Temporal.PlainDate.from(on),
      from: Temporal.PlainTime.from(from),
      until: Temporal.PlainTime.from(until),
      places,
    })),
    otherPlaces: written.otherPlaces.map(({ place, when }) => ({ place, when: readWhen(when) })),
    pausedUntil: date(written.pausedUntil),
    checkedOn: Temporal.PlainDate.from(written.checkedOn),
  };
}
