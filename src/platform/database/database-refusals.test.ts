import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { bothDatabases } from '../../../test/both-databases.ts';
import { constraintRefusals } from '../../modules.ts';
import { type Database, refusalFromDatabase } from './index.ts';

const named = { one_seat: { code: 'seat-taken', message: 'Somebody sits here.', field: 'seat' } };

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: what the database refuses`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
      for (const statement of [
        'create extension if not exists btree_gist',
        `create table seats (row int not null, seat int constraint seat_is_there check (seat > 0), stay daterange,
          constraint one_seat unique (row, seat), constraint no_overlap exclude using gist (row with =, stay with &&))`,
        'create unique index second_look on seats (seat)',
        "insert into seats values (1, 1, '[2026-11-01,2026-11-05)')",
      ])
        await sql.raw(statement).execute(database.owner);
    });

    const refusalOf = async (statement: string) => {
      const error = await sql
        .raw(statement)
        .execute(database.owner)
        .then(
          () => assert.fail(`${statement} was taken`),
          (reason: unknown) => reason,
        );
      return refusalFromDatabase(error, named);
    };

    test('a constraint that a capability has named becomes that capability’s sentence and field', async () => {
      assert.deepEqual(await refusalOf('insert into seats values (1, 1, null)'), {
        ok: false,
        code: 'seat-taken',
        message: 'Somebody sits here.',
        field: 'seat',
      });
    });

    test('a unique key or an overlap without a name becomes a plain sentence, which never says whose row it was', async () => {
      const again = await refusalOf('insert into seats values (2, 1, null)');
      assert.equal(again?.code, 'already-there');
      const overlap = await refusalOf("insert into seats values (1, 2, '[2026-11-04,2026-11-06)')");
      assert.equal(overlap?.code, 'overlaps');
      for (const one of [again, overlap]) assert.doesNotMatch(one?.message ?? '', /seat|row|\d/);
    });

    test('a check that nobody has named, a missing value and a wrong statement stay exceptions', async () => {
      for (const statement of [
        'insert into seats values (1, -1, null)',
        'insert into seats values (null, 3, null)',
        'insert into no_such_table values (1)',
        "insert into seats values ('x', 1, null)",
      ])
        assert.equal(await refusalOf(statement), null, statement);
    });

    test('every constraint that a capability has put into words is there, under that name', async () => {
      const { rows } = await sql<{ name: string }>`
        select conname as name from pg_constraint where connamespace = 'public'::regnamespace
        union select indexname from pg_indexes where schemaname = 'public'
        union select found[1] from pg_proc, regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g') found
          where pronamespace = 'public'::regnamespace`.execute(database.owner);
      const names = new Set(rows.map((row) => row.name));
      const unknown = Object.keys(constraintRefusals).filter((name) => !names.has(name));
      assert.deepEqual(unknown, []);
      for (const { message, code } of Object.values(constraintRefusals)) {
        assert.match(message, /^[A-Z].*\.$/);
        assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      }
    });
  });
}

test('of two that cannot both be right the second is asked to look again; other errors are bugs', () => {
  for (const code of ['40001', '40P01'])
    assert.equal(
      refusalFromDatabase(Object.assign(new Error(), { code }), {})?.code,
      'changed-by-someone-else',
    );
  for (const error of [new Error('x'), null, undefined, 'x', { code: 'ENOENT' }, { code: 23505 }])
    assert.equal(refusalFromDatabase(error, {}), null);
  const odd = Object.assign(new Error(), { code: '23514', constraint: 'constructor' });
  assert.equal(refusalFromDatabase(odd, {}), null);
});
