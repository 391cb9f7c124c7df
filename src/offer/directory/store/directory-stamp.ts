import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** What tells one state of an authority's directory from another, without reading any of it. */
export type DirectoryStamp = {
  /** Another one after every change of a listing or a provider. */
  readonly version: string;
  /** When a listing was last changed or withdrawn, or a provider changed; null where there was never any. */
  readonly changedAt: Temporal.Instant | null;
};

/** Gives the stamp of an authority's directory. */
export async function directoryStamp(transaction: Transaction, authorityId: string): Promise<DirectoryStamp> {
  const { rows } = await sql<{
    version: string;
    latest: string;
    changed_at: Temporal.Instant | null;
    providers_at: Temporal.Instant | null;
  }>`select
      coalesce((select version from directory_state where authority_id = ${authorityId}), 0)::text as version,
      coalesce((select id::text from listings where authority_id = ${authorityId}
        order by changed_in desc, id desc limit 1), '') as latest,
      (select max(greatest(published_at, withdrawn_at)) from listings
        where authority_id = ${authorityId}) as changed_at,
      (select max(modified_at) from providers where authority_id = ${authorityId}) as providers_at`.execute(
    transaction,
  );
  const row = rows[0];
  const instants = [row?.changed_at ?? null, row?.providers_at ?? null].filter((at) => at !== null);
  const [changedAt = null] = instants.toSorted(Temporal.Instant.compare).reverse();
  // The identifier of the listing changed last tells two databases apart that have come to the same number.
  return { version: `${row?.version}-${row?.latest}-${changedAt?.epochNanoseconds ?? 0}`, changedAt };
}

/** A provider as the directory keeps it. */
export type Provider = {
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly modifiedAt: Temporal.Instant;
};

/** Every provider of an authority, by its identifier. */
export async function providersOf(
  transaction: Transaction,
  authorityId: string,
): Promise<ReadonlyMap<string, Provider>> {
  const rows = await transaction
    .selectFrom('providers')
    .select(['id', 'name', 'about', 'phone', 'email', 'url', 'modified_at'])
    .where('authority_id', '=', authorityId)
    .execute();
  return new Map(
    rows.map(({ modified_at: modifiedAt, ...provider }) => [provider.id, { ...provider, modifiedAt }]),
  );
}
