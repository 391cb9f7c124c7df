import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * What tells one state of an authority's directory from another: another text after every change of a listing or a
 * provider. It reads none of the listings, so that it can be asked at every request.
 */
export async function directoryStamp(transaction: Transaction, authorityId: string): Promise<string> {
  const { rows } = await sql<{
    version: string;
    latest: string;
    providers_at: Temporal.Instant | null;
  }>`select
      coalesce((select version from directory_state where authority_id = ${authorityId}), 0)::text as version,
      coalesce((select id::text from listings where authority_id = ${authorityId}
        order by changed_in desc, id desc limit 1), '') as latest,
      (select max(modified_at) from providers where authority_id = ${authorityId}) as providers_at`.execute(
    transaction,
  );
  const row = rows[0];
  // The identifier of the listing changed last tells two databases apart that have come to the same number.
  return `${row?.version}-${row?.latest}-${row?.providers_at?.epochNanoseconds ?? 0}`;
}

/** When a listing was last changed or withdrawn, or a provider changed; null where there was never any. */
export async function directoryChangedAt(
  transaction: Transaction,
  authorityId: string,
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ changed_at: Temporal.Instant | null }>`select greatest(
      (select max(greatest(published_at, withdrawn_at)) from listings where authority_id = ${authorityId}),
      (select max(modified_at) from providers where authority_id = ${authorityId})) as changed_at`.execute(
    transaction,
  );
  return rows[0]?.changed_at ?? null;
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
