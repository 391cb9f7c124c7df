import { type RawBuilder, sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { ConditionName } from '../domain/conditions.ts';
import type { Listing } from '../domain/listing.ts';
import { conditionsOf, milesFrom, type ReadySearch, rankOf } from './conditions.ts';
import { readListing } from './listing-content.ts';

/** A listing with how far it is, where a distance was asked for and the listing has a place. */
export type FoundListing = {
  readonly listing: Listing;
  readonly miles: number | null;
  /** Whether the listing's own point is only the middle of its sector or outward code. */
  readonly isApproximate: boolean;
};

export type FoundPage = {
  readonly total: number;
  /** The page shown: the last one when a later one was asked for. */
  readonly page: number;
  readonly pages: number;
  readonly listings: readonly FoundListing[];
};

export const LISTINGS_A_PAGE = 12;

/** Up to so many miles, a place goes before what runs across the whole area. */
const NEAR_MILES = 5;

type Row = { readonly content: Json; readonly miles: number | null; readonly precision: string | null };

function found({ content, miles, precision }: Row): FoundListing {
  return { listing: readListing(content), miles, isApproximate: precision !== 'unit' };
}

function live(authorityId: string): RawBuilder<boolean> {
  return sql<boolean>`authority_id = ${authorityId} and withdrawn_at is null`;
}

/**
 * In what order: what doesn't run now comes last. By distance, places within five miles go first, then what
 * comes to the family or runs across the area, then places further away, then what is online. Read from rows
 * that have a column "miles", so that each distance is worked out once.
 */
function orderOf({ search, words, from }: ReadySearch): RawBuilder<unknown> {
  const byName = sql`is_paused, lower(title), slug`;
  if (search.order === 'name') return byName;
  if (from !== null) {
    return sql`is_paused,
      case when place_kind = 'online' then 3 when place_kind = 'area' then 1
        when coalesce(miles <= ${NEAR_MILES}, false) then 0 else 2 end,
      miles nulls last, lower(title), slug`;
  }
  return words.length > 0 ? sql`is_paused, ${rankOf(words)} desc, lower(title), slug` : byName;
}

/** Gives one page of the listings that fit everything asked. */
export async function listingsThatFit(transaction: Transaction, ready: ReadySearch): Promise<FoundPage> {
  const all = [live(ready.authorityId), ...conditionsOf(ready).map(({ holds }) => holds)];
  const fitting = sql`(select *, ${milesFrom(ready.from)} as miles from listings
    where ${sql.join(all, sql.raw(' and '))}) fitting`;
  const read = async (page: number) => {
    const { rows } = await sql<Row & { readonly total: number }>`
      select content, precision, miles, count(*) over ()::integer as total from ${fitting}
      order by ${orderOf(ready)} limit ${LISTINGS_A_PAGE} offset ${(page - 1) * LISTINGS_A_PAGE}`.execute(
      transaction,
    );
    const total = rows[0]?.total ?? 0;
    return { total, page, pages: pagesOf(total), listings: rows.map(found) };
  };
  const asked = await read(ready.search.page);
  if (asked.total > 0 || asked.page === 1) return asked;
  // Only a page beyond the last does not say itself how many there are.
  const counted = await sql<{ total: number }>`select count(*)::integer as total from ${fitting}`.execute(
    transaction,
  );
  return read(pagesOf(counted.rows[0]?.total ?? 0));
}

function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / LISTINGS_A_PAGE));
}

/** A listing that fits nearly, with what it does not fit. */
export type NearMiss = FoundListing & { readonly misses: readonly ConditionName[] };

/** What to let go of, and how many listings there would then be. */
export type Loosening = { readonly name: ConditionName; readonly total: number };

/**
 * For a search that nothing fits: which single conditions to let go of and how many listings that gives, most
 * first, and the three listings that miss the fewest conditions.
 */
export async function nearMisses(
  transaction: Transaction,
  ready: ReadySearch,
): Promise<{ readonly loosenings: readonly Loosening[]; readonly nearest: readonly NearMiss[] }> {
  const conditions = conditionsOf(ready);
  if (conditions.length === 0) return { loosenings: [], nearest: [] };
  const misses = sql.join(
    conditions.map(({ name, holds }) => sql`case when not ${holds} then ${name}::text end`),
  );
  const weighed = sql`select *, ${milesFrom(ready.from)} as miles, array_remove(array[${misses}]::text[], null) as misses,
    ${rankOf(ready.words)} as rank from listings where ${live(ready.authorityId)}`;
  const loosened = await sql<Loosening>`select misses[1] as name, count(*)::integer as total
    from (${weighed}) weighed where cardinality(misses) = 1 group by misses[1]
    order by count(*) desc, misses[1]`.execute(transaction);
  // A listing with none of the words is not near, however well the rest fits.
  const nearest = await sql<Row & { readonly misses: readonly ConditionName[] }>`
    select content, precision, miles, misses from (${weighed}) weighed
    where (not 'words' = any(misses) or rank > 0) and cardinality(misses) < ${Math.max(2, conditions.length)}
    order by cardinality(misses), rank desc, ${orderOf(ready)} limit 3`.execute(transaction);
  return {
    loosenings: loosened.rows,
    nearest: nearest.rows.map((row) => ({ ...found(row), misses: row.misses })),
  };
}
