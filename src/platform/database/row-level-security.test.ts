import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { bothDatabases } from '../../../test/both-databases.ts';
import { otherAuthority, testAuthority } from '../../../test/database.ts';
import { type Database, type Scope, tablesWithoutLock } from './index.ts';

/** Tables that hold no authority's records. */
const ofNobody = ['applied_migrations', 'postcodes'];

type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly length: number;
};

const me = '018f0000-0000-7000-8000-00000000b001';

/** A value of a column's type. Identifiers are the signed-in person's, so that no row is hidden for another reason. */
const values: Readonly<Record<string, string>> = {
  uuid: `'${me}'`,
  text: "'x'",
  bool: 'true',
  int2: '1',
  int4: '1',
  int8: '1',
  float8: '1',
  date: "'2026-11-24'",
  timestamptz: "'2026-11-24T10:00:00Z'",
  jsonb: "'{}'",
  bytea: "'x'",
  _text: "'{x}'",
  tsvector: "'x'",
};

async function columnsOf(database: Database): Promise<Map<string, Column[]>> {
  const { rows } = await sql<Column>`
    select c.table_name as table, c.column_name as column, c.udt_name as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`.execute(database.owner);
  return Map.groupBy(rows, (row) => row.table);
}

/** What a row may say and what it leads to is not what these tests are about. */
async function dropOtherConstraints(database: Database): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'x')
    union all
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname)
    from pg_trigger t join pg_proc p on p.oid = t.tgfoid
    where not tgisinternal and p.proname <> 'refuse_rewriting'`.execute(database.owner);
  for (const { statement } of rows) await sql.raw(statement).execute(database.owner);
}

function insertOf(columns: readonly Column[], authorityId: string): RawBuilder<unknown> {
  const table = columns[0]?.table ?? '';
  const given = columns.map(({ column, type }) => {
    if (column === 'authority_id') return `'${authorityId}'`;
    const value = values[type];
    if (value === undefined) throw new Error(`${table}.${column}: this test makes no value of type ${type}`);
    return value;
  });
  return sql.raw(
    `insert into "${table}" (${columns.map(({ column }) => `"${column}"`).join(', ')}) values (${given.join(', ')}) on conflict do nothing`,
  );
}

/** How many rows a statement touches; a right that is not granted touches none. */
async function touched(database: Database, scope: Scope, statement: string): Promise<number> {
  try {
    const result = await database.transaction(scope, (transaction) =>
      sql.raw(statement).execute(transaction),
    );
    return result.rows.length;
  } catch (error) {
    assert.match(String(error), /permission denied|is only ever added to/, statement);
    return 0;
  }
}

const standings = ['public', 'family', 'provider', 'practitioner', 'system'] as const;

/**
 * What a provider's person reads of the authority's: the directory and what stands around it, the words of messages,
 * and rows of their own. Every other table has to be closed to providers (`call close_to_providers('table')`, or a
 * policy of its own); a table that nobody has thought about fails here.
 */
const readByProviders = [
  'audit_heads',
  'authorities',
  'directory_state',
  'form_posts',
  'kept_forms',
  'listing_pictures',
  'listing_problems_told',
  'listing_series',
  'listing_sessions',
  'listings',
  'newsletter_issues',
  'providers',
  'published_comments',
  'search_synonyms',
  'statement_answers',
  'statement_consultations',
  'statement_versions',
  'tallies',
  'word_versions',
];

/** Who asked to be told of new short breaks is known to the job that writes to them, and to nobody else. */
const hiddenFromStaff = ['alert_links', 'alerts'];

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: one authority and another`, { skip: engine.skip }, () => {
    let database: Database;
    let tables: Map<string, Column[]>;
    before(async () => {
      database = await engine.open();
      tables = await columnsOf(database);
      for (const name of ofNobody) assert.ok(tables.delete(name), name);
      await dropOtherConstraints(database);
      // The owner of the test databases is a superuser: it alone may write both authorities' rows.
      for (const [table, columns] of tables) {
        if (table === 'authorities') continue;
        for (const { id } of [testAuthority, otherAuthority])
          await insertOf(columns, id).execute(database.owner);
      }
    });

    test('every table but the two named begins its primary key with the authority, and is behind the lock', async () => {
      assert.ok(tables.size > 20, `${tables.size} tables`);
      const { rows } = await sql<{ table: string }>`
        select c.relname as table from pg_constraint k join pg_class c on c.oid = k.conrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        where k.contype = 'p' and k.connamespace = 'public'::regnamespace and a.attname = 'authority_id'
        order by 1`.execute(database.owner);
      assert.deepEqual(
        rows.map((row) => row.table),
        [...tables.keys()],
      );
      assert.deepEqual(await tablesWithoutLock(database.owner), []);
    });

    test('a table that somebody forgets to close is named', async () => {
      await sql`create table forgotten (authority_id uuid primary key)`.execute(database.owner);
      assert.deepEqual(await tablesWithoutLock(database.owner), ['forgotten']);
      await sql`alter table forgotten enable row level security`.execute(database.owner);
      assert.deepEqual(await tablesWithoutLock(database.owner), ['forgotten']);
      await sql`call close_to_authority('forgotten', 'select')`.execute(database.owner);
      assert.deepEqual(await tablesWithoutLock(database.owner), []);
      await sql`drop table forgotten`.execute(database.owner);
    });

    test('no policy lets more in than the authority’s own rows', async () => {
      const { rows } = await sql<{ policy: string }>`
        select tablename || ': ' || policyname as policy from pg_policies
        where schemaname = 'public' and permissive = 'PERMISSIVE' and 'daybreak_app' = any(roles)
        and (policyname <> 'of_the_authority' or qual <> '(authority_id = app_authority())'
          or with_check <> '(authority_id = app_authority())')`.execute(database.owner);
      assert.deepEqual(rows, []);
    });

    test('in every table it reads, changes and removes none of the other’s rows, whoever asks', async () => {
      for (const [table] of tables) {
        for (const standing of standings) {
          const scope = { authorityId: testAuthority.id, personId: me, standing };
          const theirs = `where authority_id = '${otherAuthority.id}' returning 1`;
          const read = await touched(database, scope, `select authority_id from "${table}"`);
          assert.ok(read <= 1, `${standing} reads ${read} rows of ${table}`);
          const statements = [
            `select 1 from "${table}" where authority_id <> '${testAuthority.id}'`,
            `update "${table}" set authority_id = authority_id ${theirs}`,
            `delete from "${table}" ${theirs}`,
          ];
          for (const statement of statements)
            assert.equal(await touched(database, scope, statement), 0, `${standing}: ${statement}`);
        }
      }
    });

    test('its own row is there all the same for staff: nothing is hidden by accident', async () => {
      const scope = { authorityId: testAuthority.id, personId: me, standing: 'practitioner' } as const;
      for (const [table] of tables) {
        const expected = hiddenFromStaff.includes(table) ? 0 : 1;
        assert.equal(await touched(database, scope, `select 1 from "${table}"`), expected, table);
      }
    });

    test('a provider’s person sees nothing of any table but those named, and changes nothing there', async () => {
      const stranger = '018f0000-0000-7000-8000-00000000b00f';
      const scope = { authorityId: testAuthority.id, personId: stranger, standing: 'provider' } as const;
      const seen: string[] = [];
      for (const [table] of tables) {
        if ((await touched(database, scope, `select 1 from "${table}"`)) > 0) seen.push(table);
        else
          for (const statement of [
            `update "${table}" set authority_id = authority_id where authority_id is not null returning 1`,
            `delete from "${table}" where authority_id is not null returning 1`,
          ])
            assert.equal(await touched(database, scope, statement), 0, statement);
      }
      assert.deepEqual(seen, readByProviders);
    });

    test('it adds no row that says it is the other’s, and gives no row of its own away', async () => {
      for (const [table, columns] of tables) {
        for (const standing of standings) {
          const scope = { authorityId: testAuthority.id, personId: me, standing };
          const refused = /permission denied|row-level security/;
          const insert = insertOf(columns, otherAuthority.id);
          await assert.rejects(
            database.transaction(scope, (transaction) => insert.execute(transaction)),
            refused,
            `${standing} adds to ${table}`,
          );
          const give = `update "${table}" set authority_id = '${otherAuthority.id}' returning 1`;
          await database
            .transaction(scope, (transaction) => sql.raw(give).execute(transaction))
            .then(
              ({ rows }) => assert.equal(rows.length, 0, `${standing} gives rows of ${table} away`),
              (error) => assert.match(String(error), refused, `${standing}: ${table}`),
            );
        }
      }
    });

    test('without an authority nobody sees or adds anything', async () => {
      for (const [table, columns] of tables) {
        for (const standing of standings) {
          const scope = { authorityId: null, personId: me, standing };
          assert.equal(
            await touched(database, scope, `select 1 from "${table}"`),
            0,
            `${standing}: ${table}`,
          );
          await assert.rejects(
            database.transaction(scope, (transaction) =>
              insertOf(columns, testAuthority.id).execute(transaction),
            ),
            /permission denied|row-level security/,
          );
        }
      }
    });

    test('a transaction that only reads refuses every insertion, also where it would be granted', async () => {
      for (const [table, columns] of tables) {
        const scope = {
          authorityId: testAuthority.id,
          personId: me,
          standing: 'system',
          readOnly: true,
        } as const;
        await assert.rejects(
          database.transaction(scope, (transaction) =>
            insertOf(columns, testAuthority.id).execute(transaction),
          ),
          /read-only transaction|permission denied/,
          table,
        );
        await assert.rejects(
          database.transaction(scope, async (transaction) => {
            await sql`set transaction read write`.execute(transaction);
          }),
          /transaction read-write mode must be set before any query/,
        );
      }
    });
  });
}
