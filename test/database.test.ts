import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '#kernel/refusal.ts';
import type { Database } from '#platform/database/index.ts';
import { wrong } from '#platform/web/visit.ts';
import { otherAuthority, testAuthority, testDatabase } from './database.ts';
import { testPerson, testVisit } from './visit.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const peopleSeen = (authority = testAuthority) =>
  testVisit({ database, authority }, (visit) =>
    visit.transaction.selectFrom('people').select('id').execute(),
  );

test('the database is migrated, and what one council knows another does not see', async () => {
  const person = await testPerson({ database });
  assert.deepEqual(await peopleSeen(), [{ id: person.id }]);
  assert.deepEqual(await peopleSeen(otherAuthority), []);
});

test('databases of two tests have nothing in common', async () => {
  const second = await testDatabase();
  try {
    await testPerson({ database: second });
    assert.equal((await peopleSeen()).length, 1);
  } finally {
    await second.close();
  }
});

test('a visit that answers wrong leaves nothing behind, and a visit that reads cannot write', async () => {
  const insert = (readOnly: boolean) =>
    testVisit({ database, readOnly }, async (visit) => {
      await visit.transaction
        .insertInto('form_posts')
        .values({ authority_id: testAuthority.id, token: testAuthority.id, at: visit.clock.now() })
        .execute();
      return wrong(refusal('test', 'Not this.'));
    });
  const answer = await insert(false);
  assert.equal(answer.kind, 'wrong');
  await assert.rejects(insert(true), /read-only transaction/);
  const left = await testVisit({ database }, (visit) =>
    visit.transaction.selectFrom('form_posts').selectAll().execute(),
  );
  assert.deepEqual(left, []);
});
