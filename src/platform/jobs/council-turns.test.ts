import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import { countInTurn } from './council-turns.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('what fails for one council is undone there, holds up nobody else, and is thrown in the end', async () => {
  const taken: string[] = [];
  const queued: string[] = [];
  const rounds = {
    database,
    clock: settableClock(testNow),
    authorities: [testAuthority, otherAuthority],
    queueMessage: async (_transaction: unknown, authorityId: string) => void queued.push(authorityId),
    originOf: ({ slug }: { slug: string }) => `https://${slug}.example.org`,
  };
  const taking = countInTurn(rounds, async ({ authority, transaction, origin, send, today }) => {
    await transaction
      .insertInto('directory_state')
      .values({ authority_id: authority.id, version: 1 })
      .execute();
    assert.equal(today.toString(), '2026-11-24');
    if (authority.id === testAuthority.id) throw new Error('the first council fails');
    await send({ kind: 'test', to: 'a@example.org', subject: 'Test', text: 'Test' });
    taken.push(origin);
    return 1;
  });
  await assert.rejects(taking, /the first council fails/);
  assert.deepEqual(taken, ['https://othershire.example.org']);
  assert.deepEqual(queued, [otherAuthority.id]);
  const kept = await database.owner.selectFrom('directory_state').select('authority_id').execute();
  assert.deepEqual(
    kept.map(({ authority_id }) => authority_id),
    [otherAuthority.id],
  );
});
