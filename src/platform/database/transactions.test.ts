import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import { bothDatabases } from '../../../test/both-databases.ts';
import { otherAuthority, testAuthority } from '../../../test/database.ts';
import { type Database, type Scope, serviceRole } from './index.ts';

const scope: Scope = { authorityId: testAuthority.id, personId: otherAuthority.id, standing: 'practitioner' };

type Setting = { role: string; authority: string; person: string; standing: string; readOnly: string };

const settings: RawBuilder<Setting> = sql`select current_user as role,
  current_setting('app.authority_id', true) as authority, current_setting('app.person_id', true) as person,
  current_setting('app.standing', true) as standing, current_setting('transaction_read_only') as "readOnly"`;

/** What the connection says of itself beside any transaction, on every connection of the pool. */
async function outside(database: Database): Promise<Setting[]> {
  const asked = Array.from({ length: 4 }, async () => (await settings.execute(database.owner)).rows);
  return (await Promise.all(asked)).flat();
}

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: transactions`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
    });

    test('a transaction has the role, the authority, the person and the standing of its scope', async () => {
      const { rows } = await database.transaction({ ...scope, readOnly: true }, (transaction) =>
        settings.execute(transaction),
      );
      assert.deepEqual(rows, [
        {
          role: serviceRole,
          authority: testAuthority.id,
          person: otherAuthority.id,
          standing: 'practitioner',
          readOnly: 'on',
        },
      ]);
    });

    test('nothing of a scope is left after it: not after an end, an error, or a statement that failed', async () => {
      const [before] = await outside(database);
      assert.notEqual(before?.role, serviceRole);
      const endings: ((
        transaction: Parameters<Parameters<Database['transaction']>[1]>[0],
      ) => Promise<unknown>)[] = [
        async () => 'an end',
        async () => {
          throw new Error('an error');
        },
        (transaction) => sql`select 1 / 0`.execute(transaction),
        (transaction) => sql`select * from no_such_table`.execute(transaction),
      ];
      for (const end of endings) {
        for (const readOnly of [true, false])
          await database.transaction({ ...scope, readOnly }, end).catch(() => {});
        for (const setting of await outside(database)) {
          assert.equal(setting.role, before?.role);
          assert.deepEqual(
            [setting.authority || '', setting.person || '', setting.standing || ''],
            ['', '', ''],
          );
          assert.equal(setting.readOnly, 'off');
        }
        const next = await database.transaction({ authorityId: null, standing: 'public' }, (transaction) =>
          settings.execute(transaction),
        );
        assert.deepEqual(next.rows, [
          { role: serviceRole, authority: '', person: '', standing: 'public', readOnly: 'off' },
        ]);
      }
    });

    test('transactions of two authorities at once do not mix', async () => {
      const seen = (authorityId: string) =>
        database.transaction({ authorityId, standing: 'public' }, async (transaction) => {
          await sql`select pg_sleep(0.01)`.execute(transaction);
          return (await transaction.selectFrom('authorities').select('authority_id').execute())[0]
            ?.authority_id;
        });
      const authorities = Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? testAuthority.id : otherAuthority.id,
      );
      assert.deepEqual(await Promise.all(authorities.map(seen)), authorities);
    });

    test('what throws is rolled back, and what was said before in the same transaction with it', async () => {
      const insert = (transaction: Parameters<Parameters<Database['transaction']>[1]>[0]) =>
        sql`insert into form_posts values (${testAuthority.id}, ${otherAuthority.id}, null, now())`.execute(
          transaction,
        );
      await assert.rejects(
        database.transaction(scope, async (transaction) => {
          await insert(transaction);
          throw new Error('a change of mind');
        }),
        /a change of mind/,
      );
      const left = await database.transaction(scope, (transaction) =>
        transaction.selectFrom('form_posts').selectAll().execute(),
      );
      assert.deepEqual(left, []);
    });

    test('dates are read rightly also where the database was told to write them in another style', async () => {
      const style = (name: string) => sql`select set_config('datestyle', ${name}, false), pg_sleep(0.05)`;
      await Promise.all(Array.from({ length: 4 }, () => style('German').execute(database.owner)));
      const { rows } = await database.transaction(scope, (transaction) =>
        sql<{
          day: unknown;
          at: unknown;
        }>`select date '2026-11-04' as day, timestamptz '2026-11-04T10:00:00Z' as at`.execute(transaction),
      );
      await Promise.all(Array.from({ length: 4 }, () => style('ISO').execute(database.owner)));
      assert.deepEqual(
        rows.map(({ day, at }) => [String(day), String(at)]),
        [['2026-11-04', '2026-11-04T10:00:00Z']],
      );
    });

    test('the role of the service owns nothing, makes nothing and goes by no lock', async () => {
      const { rows } = await sql`
        select rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolinherit,
          (select count(*) from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o')::int as owned,
          (select count(*) from pg_auth_members m where m.member = r.oid)::int as memberships
        from pg_roles r where rolname = ${serviceRole}`.execute(database.owner);
      assert.deepEqual(rows, [
        {
          rolsuper: false,
          rolcreaterole: false,
          rolcreatedb: false,
          rolcanlogin: false,
          rolreplication: false,
          rolbypassrls: false,
          rolinherit: false,
          owned: 0,
          memberships: 0,
        },
      ]);
      for (const statement of [
        'create table own (id int)',
        'create schema own',
        'create function own() returns int language sql as $$ select 1 $$',
        'create role own',
        'create extension if not exists cube',
        'alter table people disable row level security',
        'drop policy of_the_authority on people',
        'alter table audit_records disable trigger append_only',
        `alter role ${serviceRole} bypassrls`,
        'drop table form_posts',
        'truncate form_posts',
        'select * from applied_migrations',
        'insert into postcodes values (1, 1, 1, 1)',
        "set session_replication_role = 'replica'",
        "copy people to '/dev/null'",
      ]) {
        await assert.rejects(
          database.transaction({ ...scope, standing: 'system' }, (transaction) =>
            sql.raw(statement).execute(transaction),
          ),
          /permission denied|must be owner|must have the|may only be|only roles with/i,
          statement,
        );
      }
    });

    test('with row security off a question of the service is refused, not answered', async () => {
      await assert.rejects(
        database.transaction(scope, async (transaction) => {
          await sql`set local row_security = off`.execute(transaction);
          return sql`select 1 from people`.execute(transaction);
        }),
        /would be affected by row-level security/,
      );
    });

    test('what is only added to is refused any change, a removal and an emptying, also to the owner', async () => {
      const { rows } = await sql<{ table: string }>`
        select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where t.tgname = 'append_only' order by 1`.execute(database.owner);
      const tables = rows.map((row) => row.table);
      for (const table of [
        'audit_records',
        'evidence',
        'application_events',
        'decisions',
        'awards',
        'ledger_entries',
      ])
        assert.ok(tables.includes(table), table);
      await sql`insert into audit_records values (${testAuthority.id}, 1, now(), null, 'system', 'test', null, null, '{}', null, '', '')`.execute(
        database.owner,
      );
      for (const statement of ["update audit_records set event = 'other'", 'delete from audit_records'])
        await assert.rejects(
          sql.raw(statement).execute(database.owner),
          /audit_records is only ever added to/,
        );
      for (const table of tables)
        await assert.rejects(
          sql`truncate ${sql.table(table)} cascade`.execute(database.owner),
          /is only ever added to/,
          table,
        );
      const changing = await sql<{ table: string }>`
        select table_name as table, privilege_type from information_schema.role_table_grants
        where grantee = ${serviceRole} and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
          and table_name in (${sql.join(tables)})`.execute(database.owner);
      assert.deepEqual(changing.rows, []);
    });
  });
}
