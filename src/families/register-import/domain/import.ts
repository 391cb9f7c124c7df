import type { Counts } from './outcome.ts';

/** A file that was read in: waiting to be looked at, loaded, or set aside. */
export type Import = {
  readonly id: string;
  readonly reference: string;
  readonly fileName: string;
  readonly source: string;
  readonly mapping: string;
  readonly state: 'waiting' | 'accepted' | 'set-aside';
  readonly rowCount: number;
  readonly counts: Counts | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Temporal.Instant;
  readonly settledAt: Temporal.Instant | null;
};
