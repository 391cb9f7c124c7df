import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import type { Database, Json } from '../database/index.ts';
import { type AuditNote, verifyAuditChain, writeAudit } from './index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** Lets the owner do what the triggers refuse: what somebody with the disk in hand could do. */
async function tamper(statement: string): Promise<void> {
  await database.owner.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = 'replica'`.execute(transaction);
    await sql.raw(statement).execute(transaction);
  });
}

beforeEach(async () => {
  await tamper('delete from audit_records');
  await tamper('delete from audit_heads');
});

async function write(notes: readonly AuditNote[], authorityId = testAuthority.id): Promise<void> {
  await database.transaction({ authorityId, standing: 'family', personId: authorityId }, (transaction) =>
    writeAudit(transaction, {
      authorityId,
      personId: authorityId,
      standing: 'family',
      at: testNow,
      requestId: 'request-1',
      notes,
    }),
  );
}

const noteOf = (number: number): AuditNote => ({
  event: 'test.seen',
  subject: { kind: 'thing', id: `thing-${number}` },
  details: { number },
});

async function fiveRecords(): Promise<void> {
  await write([noteOf(1), noteOf(2)]);
  await write([noteOf(3)]);
  await write([noteOf(4), noteOf(5)]);
}

const verified = () => verifyAuditChain(database, testAuthority.id);

test('records of several transactions make one whole chain, and each authority has its own', async () => {
  assert.deepEqual(await verified(), { records: 0, head: '0'.repeat(64), problem: null });
  await fiveRecords();
  await write([noteOf(1)], otherAuthority.id);
  const { records, head, problem } = await verified();
  assert.deepEqual({ records, problem }, { records: 5, problem: null });
  const { rows } = await sql<{ hash: string; standing: string; sequence: number }>`
    select hash, standing, sequence from audit_records where authority_id = ${testAuthority.id} order by sequence`.execute(
    database.owner,
  );
  assert.deepEqual(
    rows.map(({ sequence, standing }) => [sequence, standing]),
    [1, 2, 3, 4, 5].map((sequence) => [sequence, 'family']),
  );
  assert.equal(head, rows[4]?.hash);
  assert.equal((await verifyAuditChain(database, otherAuthority.id)).records, 1);
});

test('a call without notes writes nothing', async () => {
  await write([]);
  assert.equal((await verified()).records, 0);
});

test('what is rolled back leaves no gap', async () => {
  await write([noteOf(1)]);
  await assert.rejects(
    database.transaction({ authorityId: testAuthority.id, standing: 'system' }, async (transaction) => {
      await writeAudit(transaction, {
        authorityId: testAuthority.id,
        personId: null,
        standing: 'system',
        at: testNow,
        requestId: null,
        notes: [noteOf(2)],
      });
      throw new Error('a change of mind');
    }),
  );
  await write([noteOf(3)]);
  const { records, problem } = await verified();
  assert.deepEqual({ records, problem }, { records: 2, problem: null });
});

const changed = 'was changed after it had been written';
const here = `authority_id = '${testAuthority.id}'`;

for (const [name, statement, sequence, problem] of [
  ['the event', `update audit_records set event = 'test.other' where sequence = 3`, 3, changed],
  ['the person', `update audit_records set person_id = null where sequence = 1`, 1, changed],
  [
    'the time, by a microsecond',
    `update audit_records set at = at + interval '1 microsecond' where sequence = 5`,
    5,
    changed,
  ],
  ['a detail', `update audit_records set details = '{"number": 5}' where sequence = 4`, 4, changed],
  ['a detail’s kind', `update audit_records set details = '{"number": "4"}' where sequence = 4`, 4, changed],
  ['the subject', `update audit_records set subject_id = 'thing-1' where sequence = 2`, 2, changed],
  ['nothing into something empty', `update audit_records set request_id = '' where sequence = 2`, 2, changed],
  ['the standing', `update audit_records set standing = 'system' where sequence = 2`, 2, changed],
  ['its own hash', `update audit_records set hash = repeat('a', 64) where sequence = 2`, 2, changed],
] as const) {
  test(`a change of ${name} is found, at record ${sequence}`, async () => {
    await fiveRecords();
    await tamper(statement);
    assert.deepEqual((await verified()).problem, { authorityId: testAuthority.id, sequence, problem });
  });
}

test('a record that was taken out is found: the first, one between, and the last', async () => {
  for (const sequence of [1, 3, 5]) {
    await tamper('delete from audit_records');
    await tamper('delete from audit_heads');
    await fiveRecords();
    await tamper(`delete from audit_records where ${here} and sequence = ${sequence}`);
    const { problem } = await verified();
    assert.equal(problem?.sequence, sequence);
    assert.match(problem?.problem ?? '', /is missing/);
  }
});

test('two records whose places were changed are found, with the numbers changed and without', async () => {
  await fiveRecords();
  await tamper(
    `update audit_records set sequence = case sequence when 2 then -4 else -2 end where sequence in (2, 4)`,
  );
  await tamper('update audit_records set sequence = -sequence where sequence < 0');
  assert.deepEqual((await verified()).problem?.sequence, 2);
});

test('a record that was put in is found: between others, and at the end', async () => {
  await fiveRecords();
  await tamper('update audit_records set sequence = -(sequence + 1) where sequence >= 3');
  await tamper('update audit_records set sequence = -sequence where sequence < 0');
  await tamper(`insert into audit_records select authority_id, 3, at, person_id, standing, 'test.forged', subject_kind,
    subject_id, details, request_id, hash, repeat('b', 64) from audit_records where sequence = 2`);
  assert.equal((await verified()).problem?.sequence, 3);

  await tamper('delete from audit_records');
  await tamper('delete from audit_heads');
  await fiveRecords();
  await tamper(`insert into audit_records select authority_id, 6, at, person_id, standing, event, subject_kind,
    subject_id, details, request_id, hash, repeat('b', 64) from audit_records where sequence = 5`);
  assert.equal((await verified()).problem?.sequence, 6);
});

test('a tail that was cut off is found by the head; a head that was lost is found by the tail', async () => {
  await fiveRecords();
  await tamper('delete from audit_records where sequence > 2');
  assert.deepEqual((await verified()).problem, {
    authorityId: testAuthority.id,
    sequence: 3,
    problem: 'is missing: the head of the trail says that there are 5',
  });
  await tamper('delete from audit_heads');
  assert.deepEqual((await verified()).problem, {
    authorityId: testAuthority.id,
    sequence: 2,
    problem: 'is not the last by the head of the trail, which says that there are 0',
  });
});

test('a tail cut off together with its head is shown by the hash that was written down elsewhere', async () => {
  await fiveRecords();
  const writtenDown = (await verified()).head;
  await tamper('delete from audit_records where sequence > 2');
  await tamper(
    `update audit_heads set sequence = 2, hash = (select hash from audit_records where sequence = 2) where ${here}`,
  );
  const after = await verified();
  assert.equal(after.problem, null);
  assert.notEqual(after.head, writtenDown);
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\0', '\ud800', 'a\udc00b', '__proto__', 'é', 'e\u0301', ''),
);
const numbers = fc.oneof(
  fc.constantFrom(
    -0,
    1e21,
    1e-7,
    5e-324,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    2 ** 53 + 2,
    0.1 + 0.2,
    1e308,
    123456789012345680000,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
);
const { details } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    texts,
    numbers,
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('details'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  details: fc.dictionary(texts, tie('value'), { maxKeys: 5 }),
}));

test('whatever the details say, the trail keeps it and reads it again to the same hash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(details, { minLength: 1, maxLength: 5 }), texts, async (all, text) => {
      await write(
        all.map((one) => ({
          event: 'test.seen',
          subject: { kind: 'thing', id: text },
          details: one as Record<string, Json>,
        })),
      );
      assert.equal((await verified()).problem, null);
    }),
    { numRuns: 60 },
  );
});

test('a trail longer than one reading of it is whole too', async () => {
  const note = noteOf(1);
  await write(Array.from({ length: 2_001 }, () => note));
  await write([note]);
  const { records, problem } = await verified();
  assert.deepEqual({ records, problem }, { records: 2_002, problem: null });
  await tamper(`update audit_records set event = 'x' where sequence = 2001`);
  assert.equal((await verified()).problem?.sequence, 2_001);
});
