import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { Entry } from '../domain/entry.ts';
import type { Listing } from '../domain/listing.ts';
import type { FoundPoint } from '../domain/point.ts';
import { readListing } from './listing-content.ts';
import { HIDDEN_UNLESS_SAID } from './shown.ts';

/** How the directory of an authority stands, as a transaction sees it. */
export type DirectoryState = {
  /** The number of the last change; 0 where there was none yet. */
  readonly version: number;
  /** After how many calendar months without a check a listing is not shown. */
  readonly hiddenAfter: number;
  /** Whether this transaction itself has changed the directory, so that nobody else sees it so yet. */
  readonly isOwnChange: boolean;
  /** Where the postcode that was asked for lies, where unit postcodes were imported and it is among them. */
  readonly unit: FoundPoint | null;
};

/**
 * The state of the directory, and in the same question where a whole postcode lies: the only thing that a search for
 * which everything is kept asks of the database. Values stand in the text, as a statement with values apart is a
 * longer conversation; only an identifier and what has the form of a postcode come in.
 */
export async function directoryState(
  transaction: Transaction,
  { authorityId, postcode }: { readonly authorityId: string; readonly postcode: string | null },
): Promise<DirectoryState> {
  if (!isId(authorityId)) throw new TypeError('A directory is asked for by no identifier of an authority.');
  const isUnit = postcode !== null && /^[A-Z0-9]{2,4} [A-Z0-9]{3}$/.test(postcode);
  const unit = isUnit
    ? sql`(select json_build_array(latitude, longitude) from postcodes where postcode = ${sql.lit(postcode)})`
    : sql`null::json`;
  const { rows } = await sql<{
    version: number;
    hidden_after: number;
    own: string;
    unit: [number, number] | null;
  }>`
    select coalesce((select version from directory_state where authority_id = ${sql.lit(authorityId)}), 0)::integer as version,
      coalesce((select hidden_after_months from directory_state where authority_id = ${sql.lit(authorityId)}), ${sql.lit(HIDDEN_UNLESS_SAID)})::integer as hidden_after,
      coalesce(current_setting('app.directory_change', true), '') as own, ${unit} as unit`.execute(
    transaction,
  );
  const row = rows[0];
  const point = row?.unit ?? null;
  return {
    version: row?.version ?? 0,
    hiddenAfter: row?.hidden_after ?? HIDDEN_UNLESS_SAID,
    isOwnChange: (row?.own ?? '') !== '',
    unit: point === null ? null : { latitude: point[0], longitude: point[1], precision: 'unit' },
  };
}

/** So many rows are read at once, so that not all of a large directory stand in memory as text. */
const ROWS_AT_ONCE = 500;

/**
 * Gives every row that was changed after a version, some hundred at a time, withdrawn ones too. Rows that change while
 * it reads may come as they were or as they are; the next version then has them again.
 */
export async function* rowsChangedAfter(
  transaction: Transaction,
  { authorityId, version }: { readonly authorityId: string; readonly version: number },
): AsyncGenerator<readonly Entry[]> {
  let after = '';
  for (;;) {
    const rows = await transaction
      .selectFrom('listings')
      .leftJoin('providers', (join) =>
        join
          .onRef('providers.authority_id', '=', 'listings.authority_id')
          .onRef('providers.slug', '=', 'listings.provider_slug'),
      )
      .select([
        'listings.slug',
        'listings.id',
        'content',
        'providers.id as provider_id',
        'latitude',
        'longitude',
        'precision',
        'listings.created_at',
        'published_at',
        'shown_from',
        'shown_until',
        'withdrawn_at',
      ])
      .where('listings.authority_id', '=', authorityId)
      .where('changed_in', '>', sql<never>`${version}::bigint`)
      .where('listings.slug', '>', after)
      .orderBy('listings.slug')
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length > 0) yield rows.map(entryOf);
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows[rows.length - 1]?.slug ?? '';
  }
}

function entryOf(row: {
  readonly slug: string;
  readonly id: string;
  readonly content: Json;
  readonly provider_id: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: string | null;
  readonly created_at: Temporal.Instant | null;
  readonly published_at: Temporal.Instant;
  readonly shown_from: Temporal.PlainDate | null;
  readonly shown_until: Temporal.PlainDate | null;
  readonly withdrawn_at: Temporal.Instant | null;
}): Entry {
  const { latitude, longitude, precision } = row;
  return {
    id: row.id,
    slug: row.slug,
    listing: readListing(row.content),
    providerId: row.provider_id,
    point:
      latitude === null || longitude === null || precision === null
        ? null
        : { latitude, longitude, precision: precision as FoundPoint['precision'] },
    createdAt: row.created_at ?? row.published_at,
    modifiedAt: row.published_at,
    shownFrom: row.shown_from,
    shownUntil: row.shown_until,
    isWithdrawn: row.withdrawn_at !== null,
  };
}

/** The listings of these slugs. */
export async function listingsBySlug(
  transaction: Transaction,
  { authorityId, slugs }: { readonly authorityId: string; readonly slugs: readonly string[] },
): Promise<ReadonlyMap<string, Listing>> {
  const rows = await transaction
    .selectFrom('listings')
    .select(['slug', 'content'])
    .where('authority_id', '=', authorityId)
    .where('slug', 'in', [...slugs])
    .execute();
  return new Map(rows.map(({ slug, content }) => [slug, readListing(content)]));
}
