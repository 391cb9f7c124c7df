import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { Holding } from '../domain/holding.ts';

type Row = Omit<Holding, 'parents' | 'broughtFrom' | 'isOnRegister'> & {
  readonly id: string;
  readonly parents: string[] | null;
  readonly brought: string[] | null;
  readonly on_register: boolean;
};

/** What each of some records has by itself, whatever was merged with it. */
export async function whatEachHas(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childIds: readonly string[] },
): Promise<ReadonlyMap<string, Holding>> {
  if (of.childIds.length === 0) return new Map();
  const count = (table: string) =>
    sql`(select count(*)::int from ${sql.table(table)} x where x.authority_id = c.authority_id and x.child_id = c.id)`;
  const { rows } = await sql<Row>`
    select c.id, c.created_at as since, ${count('awards')} as awards, ${count('evidence')} as evidence,
      ${count('assessments')} as assessments,
      (select count(*)::int from applications a where a.authority_id = c.authority_id and a.child_id = c.id and a.sent_at is not null) as applications,
      (select count(distinct f.fact)::int from child_facts f where f.authority_id = c.authority_id and f.child_id = c.id) as facts,
      exists (select 1 from disability_register r where r.authority_id = c.authority_id and r.child_id = c.id and r.state = 'confirmed') as on_register,
      (select array_agg(p.name order by p.created_at) from parent_carers p where p.authority_id = c.authority_id and p.household_id = c.household_id) as parents,
      (select array_agg(i.source || ' ' || i.source_key order by i.source) from imported_children i where i.authority_id = c.authority_id and i.child_id = c.id) as brought
    from children c where c.authority_id = ${of.authorityId} and c.id = any (${`{${of.childIds.join(',')}}`}::uuid[])`.execute(
    transaction,
  );
  return new Map(
    rows.map(({ id, parents, brought, on_register, ...counts }) => [
      id,
      { ...counts, parents: parents ?? [], broughtFrom: brought ?? [], isOnRegister: on_register },
    ]),
  );
}
