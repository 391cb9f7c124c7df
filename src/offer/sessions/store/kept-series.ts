import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

/** A series as it must be: the sessions of a listing at one of its places, as open data tells of them. */
export type WantedSeries = {
  readonly slug: string;
  readonly placeNumber: number;
  readonly isOpen: boolean;
  /** Changes when anything changes that open data says of the series. */
  readonly fingerprint: string;
};

/**
 * Makes the series of an authority those that are given, or those of one listing if a slug is given. One that is not
 * given is closed; one that is as it was keeps its number.
 */
export async function saveSeries(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly series: readonly WantedSeries[];
    readonly slug?: string;
  },
): Promise<void> {
  const { authorityId, at, series } = given;
  const rows = series.map(({ slug, placeNumber, isOpen, fingerprint }) => ({
    id: newId(),
    slug,
    place: placeNumber,
    is_open: isOpen,
    fingerprint,
  }));
  const wanted = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as wanted(id uuid, slug text,
    place smallint, is_open boolean, fingerprint text)`;
  const ofSlug = given.slug === undefined ? sql`true` : sql`kept.listing_slug = ${given.slug}`;
  await sql`update listing_series as kept set is_open = wanted.is_open, fingerprint = wanted.fingerprint,
      modified_at = ${at}
    from ${wanted} where kept.authority_id = ${authorityId} and kept.listing_slug = wanted.slug
      and kept.place_number = wanted.place
      and (kept.is_open, kept.fingerprint) is distinct from (wanted.is_open, wanted.fingerprint)`.execute(
    transaction,
  );
  await sql`update listing_series as kept set is_open = false, modified_at = ${at}
    where kept.authority_id = ${authorityId} and kept.is_open and ${ofSlug} and not exists (
      select from ${wanted} where wanted.slug = kept.listing_slug and wanted.place = kept.place_number)`.execute(
    transaction,
  );
  // The trigger gives the number.
  await sql`insert into listing_series (authority_id, id, listing_slug, place_number, is_open, fingerprint,
      modified_at, position)
    select ${authorityId}, wanted.id, wanted.slug, wanted.place, wanted.is_open, wanted.fingerprint, ${at}, 0
    from ${wanted} where not exists (select from listing_series as kept where kept.authority_id = ${authorityId}
      and kept.listing_slug = wanted.slug and kept.place_number = wanted.place)`.execute(transaction);
}
