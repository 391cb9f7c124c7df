import type { Listing } from './listing.ts';
import type { FoundPoint } from './point.ts';

/** A row of the directory: a listing with what the service knows of it. Public, but only on the days it is shown. */
export type Entry = {
  readonly id: string;
  readonly slug: string;
  readonly listing: Listing;
  readonly providerId: string | null;
  readonly point: FoundPoint | null;
  readonly createdAt: Temporal.Instant;
  readonly modifiedAt: Temporal.Instant;
  /** Both days are included; null is open. */
  readonly shownFrom: Temporal.PlainDate | null;
  readonly shownUntil: Temporal.PlainDate | null;
  readonly isWithdrawn: boolean;
};
