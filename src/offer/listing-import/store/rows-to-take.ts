import { sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';

type Named = { readonly authorityId: string; readonly importId: string };

/** Chooses, of the rows that are like another, just these or all of them. Call it while the import waits. */
export async function chooseAlike(
  transaction: Transaction,
  given: Named & { readonly numbers: readonly number[] | 'all' },
): Promise<void> {
  const { numbers } = given;
  const chosen = numbers === 'all' ? sql`true` : sql`number = any(${[...numbers]}::integer[])`;
  await sql`update listing_import_rows set is_chosen = (${chosen})
    where authority_id = ${given.authorityId} and import_id = ${given.importId} and outcome = 'like'`.execute(
    transaction,
  );
}

/** The next chosen rows that are not taken in yet. Of two runs at once, each gets others. */
export async function nextToTake(
  transaction: Transaction,
  given: Named & { readonly most: number },
): Promise<readonly { readonly number: number; readonly listing: Json }[]> {
  const { rows } = await sql<{
    number: number;
    listing: Json;
  }>`select number, listing from listing_import_rows
    where authority_id = ${given.authorityId} and import_id = ${given.importId} and is_chosen and taken_in_at is null
    order by number limit ${given.most} for update skip locked`.execute(transaction);
  return rows;
}

/** Notes that rows are taken in. */
export async function noteTakenIn(
  transaction: Transaction,
  given: Named & { readonly numbers: readonly number[]; readonly at: Temporal.Instant },
): Promise<void> {
  if (given.numbers.length === 0) return;
  await transaction
    .updateTable('listing_import_rows')
    .set({ taken_in_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('import_id', '=', given.importId)
    .where('number', 'in', [...given.numbers])
    .execute();
}

/** Under which slug what a source calls by an identifier was taken in before, by that identifier. */
export async function slugsBefore(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly kind: 'sheet' | 'feed'; readonly name: string | null },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ theirId: string; slug: string }>`
    select distinct on (r.their_id) r.their_id as "theirId", r.slug
    from listing_import_rows r join listing_imports i on i.authority_id = r.authority_id and i.id = r.import_id
    where r.authority_id = ${given.authorityId} and i.kind = ${given.kind} and r.taken_in_at is not null
      and r.their_id <> '' and r.slug is not null and (${given.name}::text is null or i.name = ${given.name})
    order by r.their_id, r.taken_in_at desc`.execute(transaction);
  return new Map(rows.map(({ theirId, slug }) => [theirId, slug]));
}

/** What is in the directory, hidden or withdrawn too, as an import compares with it. */
export async function directoryNow(
  transaction: Transaction,
  { authorityId }: { readonly authorityId: string },
): Promise<
  readonly {
    readonly slug: string;
    readonly content: Json;
    readonly isWithdrawn: boolean;
  }[]
> {
  const rows = await transaction
    .selectFrom('listings')
    .select(['slug', 'content', 'withdrawn_at'])
    .where('authority_id', '=', authorityId)
    .execute();
  return rows.map(({ slug, content, withdrawn_at }) => ({
    slug,
    content,
    isWithdrawn: withdrawn_at !== null,
  }));
}
