import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { bothDatabases } from '../../../../test/both-databases.ts';
import { testAuthority } from '../../../../test/database.ts';
import { testNow, testPerson } from '../../../../test/visit.ts';
import { insertSynonym, synonymChanges, synonymsOf } from './synonyms.ts';

const authorityId = testAuthority.id;

/** Writes a change as an officer does, and gives the directory's version after it. */
async function write(
  database: Database,
  by: Person,
  change: { readonly word: string; readonly means: readonly string[]; readonly isPutBack?: boolean },
): Promise<number> {
  const scope = { authorityId, personId: by.id, standing: 'practitioner' } as const;
  return database.transaction(scope, async (transaction) => {
    await insertSynonym(transaction, { isPutBack: false, ...change, authorityId, at: testNow, by });
    const { rows } = await sql<{
      version: number;
    }>`select version::integer from directory_state`.execute(transaction);
    return rows[0]?.version ?? 0;
  });
}

for (const engine of await bothDatabases()) {
  describe(`synonyms of a council on ${engine.name}`, { skip: engine.skip }, () => {
    let database: Database;
    before(async () => {
      database = await engine.open();
    });

    const read = () =>
      database.transaction({ authorityId, standing: 'public', readOnly: true }, async (transaction) => ({
        inForce: await synonymsOf(transaction, authorityId),
        changes: await synonymChanges(transaction, authorityId),
      }));

    test('the last change of a word holds, each raises the version, and all are kept', async () => {
      const by = await testPerson({ database, roles: ['commissioner'] });
      const first = await write(database, by, { word: 'nan', means: ['grandparent'] });
      const second = await write(database, by, { word: 'nan', means: ['grandparent', 'family'] });
      const third = await write(database, by, { word: 'respite', means: [] });
      assert.deepEqual([second, third], [first + 1, first + 2]);
      const { inForce, changes } = await read();
      assert.deepEqual(
        inForce,
        new Map([
          ['nan', ['grandparent', 'family']],
          ['respite', []],
        ]),
      );
      assert.deepEqual(
        changes.map(({ word, means }) => [word, ...means]),
        [['respite'], ['nan', 'grandparent', 'family'], ['nan', 'grandparent']],
      );
      await write(database, by, { word: 'nan', means: [], isPutBack: true });
      assert.deepEqual([...(await read()).inForce.keys()], ['respite']);
    });

    test('nobody but staff writes them, and nothing written is changed', async () => {
      const by = await testPerson({ database, roles: ['commissioner'] });
      const scope = { authorityId, personId: by.id, standing: 'family' } as const;
      const change = { authorityId, word: 'x', means: ['y'], isPutBack: false, at: testNow, by };
      await assert.rejects(database.transaction(scope, (transaction) => insertSynonym(transaction, change)));
      await write(database, by, change);
      await assert.rejects(database.owner.updateTable('search_synonyms').set({ word: 'z' }).execute());
    });
  });
}
