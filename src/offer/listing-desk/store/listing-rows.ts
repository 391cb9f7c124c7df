import { sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';

/** A listing as the directory keeps it. */
export type ListingRow = {
  readonly slug: string;
  readonly title: string;
  readonly providerSlug: string;
  readonly content: Json;
  readonly checkedOn: Temporal.PlainDate;
  readonly shown: { readonly from: Temporal.PlainDate | null; readonly until: Temporal.PlainDate | null };
  readonly withdrawnAt: Temporal.Instant | null;
};

const columns = [
  'slug',
  'title',
  'provider_slug',
  'content',
  'checked_on',
  'shown_from',
  'shown_until',
  'withdrawn_at',
] as const;

type Row = {
  readonly slug: string;
  readonly title: string;
  readonly provider_slug: string | null;
  readonly content: Json;
  readonly checked_on: Temporal.PlainDate;
  readonly shown_from: Temporal.PlainDate | null;
  readonly shown_until: Temporal.PlainDate | null;
  readonly withdrawn_at: Temporal.Instant | null;
};

function listingRow(row: Row): ListingRow {
  return {
    slug: row.slug,
    title: row.title,
    providerSlug: row.provider_slug ?? '',
    content: row.content,
    checkedOn: row.checked_on,
    shown: { from: row.shown_from, until: row.shown_until },
    withdrawnAt: row.withdrawn_at,
  };
}

type Named = { readonly authorityId: string; readonly slug: string };

/** The database refuses some characters altogether; no slug has them. */
function isSlug(text: string): boolean {
  return /^[a-z0-9-]{1,200}$/.test(text);
}

/**
 * Lets one transaction after the other change a listing and its draft, also one that is not in the directory yet. The
 * lock is held until the transaction ends.
 */
export async function lockListing(transaction: Transaction, { authorityId, slug }: Named): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`listing ${authorityId} ${slug}`}, 0))`.execute(
    transaction,
  );
}

/**
 * Locks several listings, in one order for everybody: call it before any of them is changed. The directory's own lock,
 * which every change takes, comes after the locks of all listings of a transaction.
 */
export async function lockListings(
  transaction: Transaction,
  { authorityId, slugs }: { readonly authorityId: string; readonly slugs: readonly string[] },
): Promise<void> {
  for (const slug of [...new Set(slugs)].sort()) await lockListing(transaction, { authorityId, slug });
}

/** The listing of a slug, also a withdrawn one; null where there is none. */
export async function listingRowOf(transaction: Transaction, named: Named): Promise<ListingRow | null> {
  if (!isSlug(named.slug)) return null;
  const row = await transaction
    .selectFrom('listings')
    .select(columns)
    .where('authority_id', '=', named.authorityId)
    .where('slug', '=', named.slug)
    .executeTakeFirst();
  return row === undefined ? null : listingRow(row);
}

/** The listings of some providers, by title; withdrawn ones last. */
export async function listingRowsOfProviders(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly providers: readonly string[] },
): Promise<readonly ListingRow[]> {
  if (of.providers.length === 0) return [];
  const rows = await transaction
    .selectFrom('listings')
    .select(columns)
    .where('authority_id', '=', of.authorityId)
    .where('provider_slug', 'in', [...of.providers])
    .orderBy('withdrawn_at', (order) => order.asc().nullsFirst())
    .orderBy('title')
    .execute();
  return rows.map(listingRow);
}

/** The listings whose title or provider has the words in it, by title: at most `limit` from `offset`, and how many there are. */
export async function listingRowsWith(
  transaction: Transaction,
  asked: {
    readonly authorityId: string;
    readonly words: string;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ readonly rows: readonly ListingRow[]; readonly count: number }> {
  const like = `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`;
  const found = transaction
    .selectFrom('listings')
    .where('authority_id', '=', asked.authorityId)
    .where((where) =>
      where.or([where('title', 'ilike', like), where(sql<string>`content->>'provider'`, 'ilike', like)]),
    );
  const { count } = await found
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(columns)
    .orderBy('title')
    .orderBy('slug')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute();
  return { rows: rows.map(listingRow), count: Number(count) };
}
