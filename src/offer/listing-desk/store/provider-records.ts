import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** What the directory and its open data say of a provider besides its name. */
export type ProviderRecord = {
  readonly name: string;
  readonly about: string | null;
  readonly email: string | null;
  readonly url: string | null;
};

type Named = { readonly authorityId: string; readonly slug: string };

/** What is kept of a provider; null where there is none of that slug. */
export async function providerRecordOf(
  transaction: Transaction,
  { authorityId, slug }: Named,
): Promise<ProviderRecord | null> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return null;
  const row = await transaction
    .selectFrom('providers')
    .select(['name', 'about', 'email', 'url'])
    .where('authority_id', '=', authorityId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ?? null;
}

/** Changes what is kept of a provider, and when it was changed; false where it said the same. Call it with the directory locked. */
export async function changeProviderRecord(
  transaction: Transaction,
  given: Named & { readonly at: Temporal.Instant; readonly record: Omit<ProviderRecord, 'name'> },
): Promise<boolean> {
  const { authorityId, slug, at, record } = given;
  const { about, email, url } = record;
  const { numAffectedRows } = await sql`update providers
    set about = ${about}, email = ${email}, url = ${url}, modified_at = ${at}
    where authority_id = ${authorityId} and slug = ${slug}
      and (about, email, url) is distinct from (${about}::text, ${email}::text, ${url}::text)`.execute(
    transaction,
  );
  return (numAffectedRows ?? 0n) > 0n;
}
