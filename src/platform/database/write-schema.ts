import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

const target = new URL('./schema.ts', import.meta.url);

/** The program's type for a column type of the database; see column-types.ts for how it gets there. */
const programTypes: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  date: 'Temporal.PlainDate',
  timestamptz: 'Temporal.Instant',
  daterange: 'string',
  bytea: 'Uint8Array',
  jsonb: 'Json',
  _text: 'string[]',
  tsvector: 'string',
  cube: 'string',
  earth: 'string',
};

type Column = {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly has_default: boolean;
  readonly is_generated: boolean;
};

function pascalCase(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}

function typeOf(column: Column): string {
  const base = programTypes[column.udt_name];
  if (base === undefined) {
    throw new Error(`${column.table_name}.${column.column_name}: no type is known for ${column.udt_name}`);
  }
  const type = column.is_nullable === 'YES' ? `${base} | null` : base;
  if (column.is_generated) return `GeneratedAlways<${type}>`;
  return column.has_default ? `Generated<${type}>` : type;
}

/** Gives the text of schema.ts for a migrated database: one type a table, in alphabetical order. */
export async function schemaText(owner: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<Column>`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable,
      c.column_default is not null as has_default, c.is_generated = 'ALWAYS' as is_generated
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'applied_migrations'
    order by c.table_name, c.ordinal_position`.execute(owner);
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const types = [...tables].map(
    ([table, columns]) =>
      `export type ${pascalCase(table)} = {\n${columns
        .map((column) => `  ${column.column_name}: ${typeOf(column)};\n`)
        .join('')}};\n`,
  );
  const used = ['Generated', 'GeneratedAlways'].filter((name) =>
    types.some((type) => type.includes(`${name}<`)),
  );
  return [
    '// Written by `daybreak types` from the migrated schema; do not edit.\n',
    used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely';\n` : '',
    '\n/** Anything that JSON can say. */\n',
    'export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };\n\n',
    types.join('\n'),
    '\n/** Every table of the database. */\nexport type Schema = {\n',
    ...[...tables.keys()].map((table) => `  ${table}: ${pascalCase(table)};\n`),
    '};\n',
  ].join('');
}

/** What schema.ts says now. */
export function writtenSchema(): string {
  return readFileSync(target, 'utf8');
}

/** Writes schema.ts anew and gives its path. */
export async function writeSchema(owner: Kysely<Schema>): Promise<string> {
  writeFileSync(target, await schemaText(owner));
  return fileURLToPath(target);
}
