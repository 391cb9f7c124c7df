import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { testAuthority } from '../../../test/database.ts';
import { type Database, type Scope, serviceRole } from './index.ts';
import { scopeStatements } from './scope.ts';

const scope: Scope = { authorityId: testAuthority.id, standing: 'public', readOnly: true };

/** What somebody would send who hopes to be taken for another, or to have a statement of their own said. */
const noIdentifiers = [
  '',
  "'",
  "' || (select 1) || '",
  `${testAuthority.id}'; reset role; --`,
  `${testAuthority.id}\n`,
  ` ${testAuthority.id}`,
  testAuthority.id.slice(1),
  `{${testAuthority.id}}`,
  testAuthority.id.replaceAll('-', ''),
];

describe('the statements that a transaction begins with', () => {
  test('nothing but an identifier stands in them as the authority or the person', () => {
    for (const text of noIdentifiers) {
      assert.throws(() => scopeStatements({ ...scope, authorityId: text }), /by no identifier/, text);
      assert.throws(() => scopeStatements({ ...scope, personId: text }), /by no identifier/, text);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!isId(text));
        assert.throws(() => scopeStatements({ ...scope, personId: text }), /by no identifier/);
      }),
    );
  });

  test('nothing but one of the four standings stands in them', () => {
    for (const word of ['', 'owner', 'toString', "public'; reset role; --"]) {
      // What the types forbid may still come out of data that nobody looked at.
      const standing = word as Scope['standing'];
      assert.throws(() => scopeStatements({ ...scope, standing }), /no such standing/, word);
    }
  });
});

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: the scope of a transaction`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
    });
    const role = sql<{ role: string }>`select current_user as role`;

    test('one that cannot be entered runs nothing and is over: the next one is like any other', async () => {
      for (const authorityId of noIdentifiers) {
        let isWorkDone = false;
        const entered = database.transaction({ ...scope, authorityId }, async () => {
          isWorkDone = true;
        });
        await assert.rejects(entered, /by no identifier/);
        assert.equal(isWorkDone, false);
        const next = await database.transaction(scope, (transaction) => role.execute(transaction));
        assert.deepEqual(next.rows, [{ role: serviceRole }]);
        assert.notEqual((await role.execute(database.owner)).rows[0]?.role, serviceRole);
      }
    });

    test('one that reads stays one that reads, whatever is said first in it', async () => {
      for (const statement of [
        'set transaction read write',
        'set local transaction_read_only = off',
        "select set_config('transaction_read_only', 'off', true)",
        'set session characteristics as transaction read write; set transaction read write',
      ]) {
        await assert.rejects(
          database.transaction(scope, (transaction) => sql.raw(statement).execute(transaction)),
          /transaction read-write mode must be set before any query/,
          statement,
        );
      }
    });

    test('a statement without values gives its rows and says how many it touched, as one with values does', async () => {
      const writing: Scope = { ...scope, standing: 'system', readOnly: false };
      const told = await database.transaction(writing, async (transaction) => {
        const id = testAuthority.id;
        const insert = (text: string) =>
          sql.raw(`insert into form_posts values ('${id}', '${text}', null, now())`).execute(transaction);
        await insert('018f0000-0000-7000-8000-00000000b001');
        await insert('018f0000-0000-7000-8000-00000000b002');
        const all = await sql.raw("select 1::int8 as one, date '2026-11-04' as day").execute(transaction);
        const gone = await sql.raw('delete from form_posts').execute(transaction);
        return {
          rows: all.rows.map((row) => Object.values(row as object).map(String)),
          gone: gone.numAffectedRows,
        };
      });
      assert.deepEqual(told, { rows: [['1', '2026-11-04']], gone: 2n });
    });
  });
}
