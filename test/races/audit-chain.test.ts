import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { verifyAuditChain, writeAudit } from '#platform/audit/index.ts';
import { type Database, openServer } from '#platform/database/index.ts';
import { serverDatabase } from '../both-databases.ts';
import { otherAuthority, testAuthority } from '../database.ts';
import { type Server, serverForTests } from '../postgres-server.ts';
import { testNow } from '../visit.ts';

const found = await serverForTests();
const skip = 'unavailable' in found ? found.unavailable : false;
const server: Server = 'unavailable' in found ? { url: '', stop: async () => {} } : found;
let databases: readonly Database[] = [];
let drop = async () => {};
before(async () => {
  if (skip !== false) return;
  const fresh = await serverDatabase(server);
  drop = fresh.drop;
  databases = await Promise.all([1, 2].map(() => openServer({ url: fresh.url, connections: 8 })));
});
after(async () => {
  for (const database of databases) await database.close();
  await drop();
  await server.stop();
});

const writers = 120;

test('many writers of two authorities at once, some of whom change their mind, leave two whole chains', {
  skip,
}, async () => {
  const write = async (number: number) => {
    const authorityId = number % 3 === 0 ? otherAuthority.id : testAuthority.id;
    const database = databases[number % 2];
    await database?.transaction({ authorityId, standing: 'system' }, async (transaction) => {
      await writeAudit(transaction, {
        authorityId,
        personId: null,
        standing: 'system',
        at: testNow,
        requestId: String(number),
        notes: [{ event: 'test.first' }, { event: 'test.second', details: { number } }],
      });
      // The transaction goes on a little while it holds the head.
      await sql`select pg_sleep(0.002)`.execute(transaction);
      if (number % 10 === 9) throw new Error('a change of mind');
    });
  };
  const ended = await Promise.allSettled(Array.from({ length: writers }, (_, number) => write(number)));
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  assert.deepEqual(
    reasons,
    Array.from({ length: writers / 10 }, () => 'Error: a change of mind'),
  );
  const kept = Array.from({ length: writers }, (_, number) => number).filter((number) => number % 10 !== 9);
  const [database] = databases;
  assert.ok(database);
  for (const [id, numbers] of [
    [testAuthority.id, kept.filter((number) => number % 3 !== 0)],
    [otherAuthority.id, kept.filter((number) => number % 3 === 0)],
  ] as const) {
    const { records, problem } = await verifyAuditChain(database, id);
    assert.deepEqual({ records, problem }, { records: numbers.length * 2, problem: null });
    const { rows } = await sql<{
      number: number;
    }>`select (details ->> 'number')::int as number from audit_records
      where authority_id = ${id} and event = 'test.second' order by 1`.execute(database.owner);
    assert.deepEqual(
      rows.map((row) => row.number),
      numbers,
    );
  }
});
