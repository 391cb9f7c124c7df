import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { freshDatabase, type Server, serverForTests } from '../../../test/postgres-server.ts';
import { type JobsProblem, jobs } from './index.ts';
import { provesJobs } from './proofs.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function provesOn(server: Server): Promise<void> {
  const database = await freshDatabase({ server });
  const pool = new pg.Pool({ connectionString: database.url, max: 5 });
  pool.on('error', () => {});
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

  test('server: two processes share fifty jobs, each job is done once, and the first starts at once', async () => {
    const problems: JobsProblem[] = [];
    const queues = { shared: { data: z.object({ number: z.int() }) } };
    const [one, other] = [1, 2].map(() =>
      jobs({ database: { url: database.url }, queues, onProblem: (problem) => problems.push(problem) }),
    );
    assert.ok(one && other);
    const did = new Map<string, number[]>([
      ['one', []],
      ['other', []],
    ]);
    await one.work('shared', async (job) => {
      did.get('one')?.push(job.data.number);
      await pause(5);
    });
    await other.work('shared', async (job) => {
      did.get('other')?.push(job.data.number);
      await pause(5);
    });
    await Promise.all([one.start(), other.start()]);
    await pause(300);
    await kysely.transaction().execute(async (transaction) => {
      for (let number = 0; number < 50; number++) {
        await one.enqueue(transaction, { name: 'shared', data: { number } });
      }
    });
    await pause(1000);
    const soon = [...did.values()].flat().length;
    for (let tries = 0; tries < 100 && [...did.values()].flat().length < 50; tries++) await pause(50);
    await pause(300);
    await Promise.all([one.stop(), other.stop()]);
    assert.ok(soon > 0, 'the first job started within a second, although workers look every fifteen');
    assert.deepEqual(
      [...did.values()].flat().toSorted((a, b) => a - b),
      Array.from({ length: 50 }, (_, index) => index),
    );
    assert.ok(
      [...did.values()].every((numbers) => numbers.length > 0),
      'both processes worked',
    );
    assert.deepEqual(problems, []);
  });

  provesJobs('server', {
    kysely,
    database: { url: database.url },
    async close() {
      await kysely.destroy();
      await database.drop();
      await server.stop();
    },
  });
}

const server = await serverForTests();
if ('unavailable' in server) test('jobs on a server', { skip: server.unavailable }, () => {});
else await provesOn(server);
