// Rows of made-up families in every table that tells of a family, found by the keys that lead from table to table, so
// that no new table is forgotten where row-level security is tried.
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/database/index.ts';

/** A table that tells of a family, and where its keys lead. */
export type FamilyTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isNullable: boolean }[];
  /** The table that a column leads to, for those that lead somewhere. */
  readonly leadsTo: ReadonlyMap<string, string>;
};

/** A made-up family: its account, and what its rows' identifiers are made from. */
export type MadeFamily = { readonly personId: string; readonly seed: string };

/** Every table from which keys lead to a household or a child, or that names one, by way of others too. */
export async function tablesOfFamilies(database: Database): Promise<readonly FamilyTable[]> {
  const { rows: keys } = await sql<{ from: string; to: string; columns: string[] }>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to,
      (select array_agg(a.attname::text) from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k) as columns
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(database.owner);
  const { rows: columns } = await sql<{ table: string; name: string; type: string; isNullable: boolean }>`
    select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as "isNullable"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`.execute(database.owner);
  const names = new Set(['households', 'children']);
  for (const { table, name } of columns)
    if (['household_id', 'child_id', 'application_id', 'award_id'].includes(name)) names.add(table);
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const { from, to } of keys) if (names.has(to)) names.add(from);
  }
  const byName: Readonly<Record<string, string>> = {
    household_id: 'households',
    child_id: 'children',
    application_id: 'applications',
    award_id: 'awards',
  };
  return [...names].toSorted().map((name) => {
    const own = columns.filter(({ table }) => table === name);
    const leadsTo = new Map<string, string>();
    for (const column of own) {
      const named = byName[column.name];
      if (named !== undefined && named !== name) leadsTo.set(column.name, named);
    }
    for (const key of keys.filter(({ from }) => from === name))
      for (const column of key.columns) if (column !== 'authority_id') leadsTo.set(column, key.to);
    return { name, columns: own, leadsTo };
  });
}

/** The identifier that a family's row has in a table; the same each time. */
export function idIn(table: string, family: MadeFamily): string {
  const hex = createHash('sha256').update(`${table} ${family.seed}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const values: Readonly<Record<string, string>> = {
  bool: 'true',
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1',
  float8: '1',
  date: "'2026-11-24'",
  timestamptz: "'2026-11-24T10:00:00Z'",
  jsonb: "'{}'",
  bytea: "'x'",
  _text: "'{x}'",
  tsvector: "'x'",
  daterange: "'[2026-11-24,2026-11-25)'",
};

/**
 * Puts one row of a family into a table, written as the owner and past checks, keys and triggers: what a row may say
 * is not what is tried here. A column of `people` is the family's own account.
 */
export async function putRow(
  database: Database,
  table: FamilyTable,
  row: {
    readonly authorityId: string;
    readonly family: MadeFamily;
    readonly columns?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const given = table.columns.map(({ name, type, isNullable }) => {
    const fixed = row.columns?.[name];
    if (fixed !== undefined) return fixed;
    if (name === 'authority_id') return `'${row.authorityId}'`;
    const to = table.leadsTo.get(name);
    if (to === 'people' || name === 'person_id') return `'${row.family.personId}'`;
    if (to !== undefined) return `'${idIn(to, row.family)}'`;
    if (type === 'uuid')
      return isNullable
        ? 'null'
        : `'${idIn(name === 'id' ? table.name : `${table.name} ${name}`, row.family)}'`;
    // Of its own for each family: a reference is nobody else's.
    const value = type === 'text' ? `'${idIn(name, row.family)}'` : values[type];
    if (value === undefined) throw new Error(`${table.name}.${name}: no value of type ${type} is made here`);
    return value;
  });
  const statement = `insert into "${table.name}" (${table.columns.map(({ name }) => `"${name}"`).join(', ')})
    values (${given.join(', ')}) on conflict do nothing`;
  await sql.raw(statement).execute(database.owner);
}

/** Lets rows be put that no action would write: without checks, and with no trigger but those of the tests. */
export async function letAnythingIn(database: Database): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x')
    union all
    select format('alter table %s disable trigger user', c.oid::regclass)
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(
    database.owner,
  );
  for (const { statement } of rows) await sql.raw(statement).execute(database.owner);
}
