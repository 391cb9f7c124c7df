import type { Outcome } from './outcome.ts';

/** Where an import stands. */
export type ImportState = 'fetching' | 'waiting' | 'accepted' | 'taken-in' | 'set-aside' | 'failed';

/** An import as it is kept. */
export type KeptImport = {
  readonly id: string;
  readonly kind: 'sheet' | 'feed';
  readonly name: string;
  readonly state: ImportState;
  readonly problem: string | null;
  readonly oddities: readonly string[];
  readonly rowCount: number;
  readonly askedBy: string | null;
  readonly askedAt: Temporal.Instant;
  readonly settledBy: string | null;
  readonly settledAt: Temporal.Instant | null;
};

/** A row of an import as it was read, to be kept. */
export type RowToKeep = {
  readonly number: number;
  readonly title: string;
  readonly theirId: string;
  readonly outcome: Outcome;
  readonly slug: string | null;
  readonly likeWhat: string | null;
  readonly listing: unknown;
  readonly wrongs: readonly { readonly column: string; readonly message: string }[];
  readonly oddities: unknown;
  readonly original: unknown;
};

/** A row as the preview shows it. */
export type ShownRow = Omit<RowToKeep, 'listing' | 'original' | 'oddities'> & {
  readonly oddities: readonly { readonly path: string; readonly given: string; readonly done: string }[];
  readonly isChosen: boolean;
  readonly takenInAt: Temporal.Instant | null;
};
