import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { type Database, openServer, serviceRole } from '#platform/database/index.ts';
import { type JobsDatabase, jobs } from '#platform/jobs/index.ts';
import type { Message, SendOutcome } from '#platform/notify/index.ts';
import { serverDatabase } from '../../../test/both-databases.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { serverForTests } from '../../../test/postgres-server.ts';
import { testNow } from '../../../test/visit.ts';
import { newestMessages } from './messages.ts';
import { outbox, outboxQueues } from './outbox.ts';

const clock = settableClock(testNow);
const authorityIds = [testAuthority.id, otherAuthority.id];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const message = { kind: 'test', to: 'amira@example.org', subject: 'Hello', text: 'Hello Amira' };

/** An outbox on a database, with a sender that remembers and answers as told. */
function anOutbox(database: Database, where: JobsDatabase) {
  const sent: Message[] = [];
  const say = { outcome: { outcome: 'sent' } as SendOutcome };
  const work = jobs({
    ...{ database: where, queues: outboxQueues, grantTo: serviceRole, pollSeconds: 1 },
    onProblem: () => {},
  });
  const post = outbox({
    ...{ database, jobs: work, clock, authorityIds },
    sender: {
      send: async (one) => {
        sent.push(one);
        return say.outcome;
      },
    },
  });
  return {
    ...{ sent, say, work, post },
    queue: (subject: string, authorityId = testAuthority.id) =>
      database.transaction({ authorityId, standing: 'family' }, (transaction) =>
        post.queueMessage(transaction, authorityId, { ...message, subject }, testNow),
      ),
    async start() {
      await post.work();
      await work.start();
      await post.begin();
    },
    async stop() {
      post.end();
      await work.stop();
    },
    async untilSettled(subject: string, authorityId = testAuthority.id) {
      for (let tries = 0; tries < 200; tries++) {
        const all = await database.owner
          .selectFrom('messages')
          .selectAll()
          .where('subject', '=', subject)
          .where('authority_id', '=', authorityId)
          .execute();
        if (all.length > 0 && all.every((one) => one.problem !== null || one.state !== 'waiting'))
          return all[0];
        await pause(25);
      }
      throw new Error(`${subject} was not settled in five seconds`);
    },
  };
}

async function proves(name: string, database: Database, where: JobsDatabase): Promise<void> {
  const box = anOutbox(database, where);
  const subjects = () => box.sent.map((one) => one.subject);

  await test(`${name}: what is said before the jobs run is sent once they do`, async () => {
    await box.queue('early');
    await box.queue('early elsewhere', otherAuthority.id);
    await box.start();
    assert.equal((await box.untilSettled('early'))?.state, 'sent');
    assert.equal((await box.untilSettled('early elsewhere', otherAuthority.id))?.state, 'sent');
    assert.deepEqual(subjects().toSorted(), ['early', 'early elsewhere']);
  });

  await test(`${name}: a message is sent after the commit, once, and its row says when`, async () => {
    await box.queue('committed');
    const row = await box.untilSettled('committed');
    assert.deepEqual(
      [row?.state, row?.problem, row?.settled_at?.toString()],
      ['sent', null, testNow.toString()],
    );
    await box.post.begin();
    await pause(300);
    assert.equal(subjects().filter((one) => one === 'committed').length, 1);
    const handed = box.sent.find((one) => one.subject === 'committed');
    assert.deepEqual([handed?.id, handed?.to, handed?.text], [row?.id, message.to, message.text]);
  });

  await test(`${name}: a text by which somebody could sign in goes out, and is not kept`, async () => {
    await database.transaction({ authorityId: testAuthority.id, standing: 'public' }, (transaction) =>
      box.post.queueMessage(
        transaction,
        testAuthority.id,
        { ...message, subject: 'secret', text: 'Open /sign-in/link/abc', isSecret: true },
        testNow,
      ),
    );
    const row = await box.untilSettled('secret');
    assert.equal(row?.state, 'sent');
    assert.equal(box.sent.find(({ subject }) => subject === 'secret')?.text, 'Open /sign-in/link/abc');
    assert.match(row.text, /is not kept/);
  });

  await test(`${name}: a transaction that is rolled back has said nothing`, async () => {
    const scope = { authorityId: testAuthority.id, standing: 'family' } as const;
    const rolledBack = database.transaction(scope, async (transaction) => {
      await box.post.queueMessage(
        transaction,
        testAuthority.id,
        { ...message, subject: 'taken back' },
        testNow,
      );
      throw new Error('no');
    });
    await assert.rejects(rolledBack, /^Error: no$/);
    await box.queue('said after it');
    await box.untilSettled('said after it');
    assert.ok(!subjects().includes('taken back'));
    const left = await database.owner.selectFrom('messages').select('subject').execute();
    assert.ok(!left.some((one) => one.subject === 'taken back'));
  });

  await test(`${name}: what may pass is tried again later, and its problem can be seen`, async () => {
    box.say.outcome = { outcome: 'try-again', problem: 'smtp-421' };
    await box.queue('later');
    const row = await box.untilSettled('later');
    assert.deepEqual([row?.state, row?.problem, row?.settled_at], ['waiting', 'smtp-421', null]);
    let state: string | undefined;
    for (let tries = 0; tries < 100 && state !== 'trying-again'; tries++) {
      await pause(20);
      const status = await box.work.status(database.owner, { name: 'send-message', id: row?.job_id ?? '' });
      state = status?.state;
    }
    assert.equal(state, 'trying-again');
  });

  await test(`${name}: what will never pass has failed, and is sent when somebody has mended it`, async () => {
    box.say.outcome = { outcome: 'never', problem: 'smtp-550' };
    await box.queue('never');
    const row = await box.untilSettled('never');
    assert.deepEqual([row?.state, row?.problem], ['failed', 'smtp-550']);
    let letters = await box.work.deadLetters(database.owner);
    for (let tries = 0; tries < 100 && letters.length === 0; tries++) {
      await pause(20);
      letters = await box.work.deadLetters(database.owner);
    }
    assert.deepEqual(
      letters.map((letter) => [letter.queue, letter.problem]),
      [['send-message', 'smtp-550']],
    );
    assert.ok(!JSON.stringify(letters).includes('example.org'), 'a job holds no address');
    box.say.outcome = { outcome: 'sent' };
    await box.work.tryDeadLettersAgain(
      database.owner,
      letters.map((letter) => letter.id),
    );
    for (let tries = 0; tries < 200 && (await box.untilSettled('never'))?.state !== 'sent'; tries++)
      await pause(25);
    assert.equal((await box.untilSettled('never'))?.state, 'sent');
  });

  await test(`${name}: what one council says, another does not see`, async () => {
    const scope = { authorityId: otherAuthority.id, standing: 'system' } as const;
    const seen = await database.transaction(scope, (transaction) =>
      newestMessages(transaction, { authorityId: otherAuthority.id, most: 50 }),
    );
    assert.deepEqual(
      seen.map((one) => one.subject),
      ['early elsewhere'],
    );
  });

  await box.stop();
  await test(`${name}: what is said while the jobs stop waits for the next start`, async () => {
    await box.queue('late');
    assert.ok(!subjects().includes('late'));
    const next = anOutbox(database, where);
    await next.start();
    assert.equal((await next.untilSettled('late'))?.state, 'sent');
    await next.stop();
  });
}

test('the outbox on the embedded database', async () => {
  const database = await testDatabase();
  after(() => database.close());
  assert.ok(database.engine);
  await proves('embedded', database, { engine: database.engine });
});

const server = await serverForTests();
const skip = 'unavailable' in server ? server.unavailable : false;
test('the outbox on a server', { skip }, async () => {
  if ('unavailable' in server) return;
  const fresh = await serverDatabase(server);
  const database = await openServer({ url: fresh.url, connections: 4 });
  after(async () => {
    await database.close();
    await fresh.drop();
    await server.stop();
  });
  await proves('server', database, { url: fresh.url });
});

test('the last try of a message that could pass fails it for good', async () => {
  const database = await testDatabase();
  after(() => database.close());
  assert.ok(database.engine);
  const work = jobs({ database: { engine: database.engine }, queues: outboxQueues, onProblem: () => {} });
  let send: ((attempt: number) => Promise<unknown>) | undefined;
  const post = outbox({
    ...{ database, clock, authorityIds },
    sender: { send: async () => ({ outcome: 'try-again', problem: 'smtp-421' }) },
    jobs: {
      enqueue: work.enqueue,
      // The handler itself, so that eleven tries need not take six hours.
      work: async (name, handler) => {
        if (name !== 'send-message') return;
        const { id } = await database.owner.selectFrom('messages').select('id').executeTakeFirstOrThrow();
        const data = { authorityId: testAuthority.id, messageId: id };
        send = (attempt) =>
          (handler as (job: object) => Promise<unknown>)({
            id,
            data,
            attempt,
            signal: AbortSignal.abort(),
            report() {},
          });
      },
    },
  });
  await database.transaction({ authorityId: testAuthority.id, standing: 'system' }, (transaction) =>
    post.queueMessage(transaction, testAuthority.id, message, testNow),
  );
  await post.work();
  assert.ok(send);
  await assert.rejects(send(10), { code: 'smtp-421' });
  assert.deepEqual(await send(11), { giveUp: 'smtp-421' });
  const row = await database.owner.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([row.state, row.problem], ['failed', 'smtp-421']);
});
