import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Tables that hold no authority's records: what was applied, and where postcodes are. */
const open = new Set(['applied_migrations', 'postcodes']);

/**
 * The tables of the service that a connection could read across authorities: without row-level security, or
 * without its force for their owner, or without the policy that binds rows to an authority.
 */
export async function tablesWithoutLock(owner: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; isClosed: boolean }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and exists (
      select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname = 'of_the_authority'
    ) as "isClosed"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
    order by c.relname`.execute(owner);
  return rows.filter((row) => !row.isClosed && !open.has(row.name)).map((row) => row.name);
}
