import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { DatedDays } from '../domain/find/facts.ts';

/** Sessions of so many days before the listing's last one are read: as far ahead as any council looks, and a month. */
const DAYS_BACK = 400;

/**
 * The days of the sessions of some listings, by slug; what has no dated session is not among them. The rows are those
 * of src/offer/sessions, which is made on top of this directory, so it cannot be asked from here.
 */
export async function datedDays(
  transaction: Transaction,
  { authorityId, slugs }: { readonly authorityId: string; readonly slugs: readonly string[] },
): Promise<ReadonlyMap<string, DatedDays>> {
  if (slugs.length === 0) return new Map();
  const day = sql<number>`on_day - date '1970-01-01'`;
  const rows = await transaction
    .selectFrom('listing_sessions')
    .select(['listing_slug', day.as('day')])
    .select(({ fn, eb }) => fn<boolean>('bool_or', [eb('state', '=', 'planned')]).as('is_planned'))
    .where('authority_id', '=', authorityId)
    .where('listing_slug', 'in', [...slugs])
    .where('state', '<>', 'removed')
    .groupBy(['listing_slug', 'on_day'])
    .orderBy('on_day')
    .execute();
  const bySlug = Map.groupBy(rows, (row) => row.listing_slug);
  return new Map(
    [...bySlug].map(([slug, all]) => {
      const last = all.at(-1)?.day ?? 0;
      const planned = all.filter((one) => one.is_planned && one.day > last - DAYS_BACK).map((one) => one.day);
      return [slug, { planned, last }];
    }),
  );
}
