import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { z } from 'zod';
import { bossConnection } from './boss-database.ts';
import { type JobsProblem, jobs, type Queues } from './index.ts';

/** An engine set as the service's own: instants come as Temporal values, which pg-boss knows nothing of. */
const engine = await PGlite.create({
  parsers: { 1184: (text: string) => Temporal.Instant.from(`${text.replace(' ', 'T')}:00`) },
});
const kysely = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: engine }) });
after(() => kysely.destroy());
const problems: JobsProblem[] = [];

function theJobs<const Q extends Queues>(queues: Q) {
  return jobs({ database: { engine }, queues, onProblem: (problem) => problems.push(problem) });
}

const data = z.object({ number: z.int().optional() });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a fresh job starts within a second of its commit although workers look every fifteen', async () => {
  const some = theJobs({ fresh: { data } });
  let started = () => {};
  const start = new Promise<void>((resolve) => {
    started = resolve;
  });
  await some.work('fresh', async () => started());
  await some.start();
  await pause(300);
  await kysely.transaction().execute((transaction) => some.enqueue(transaction, { name: 'fresh', data: {} }));
  const first = await Promise.race([start.then(() => 'started'), pause(1000).then(() => 'late')]);
  await some.stop();
  assert.equal(first, 'started');
});

test('jobs that wait while the service is down are done when it is back, by the rules of then', async () => {
  const before = theJobs({ waiting: { data } });
  await before.start();
  for (const number of [1, 2, 3]) {
    await kysely
      .transaction()
      .execute((transaction) => before.enqueue(transaction, { name: 'waiting', data: { number } }));
  }
  await before.stop();
  const done: number[] = [];
  const then = theJobs({ waiting: { data: z.object({ number: z.int().max(2) }) } });
  await then.work('waiting', async (job) => void done.push(job.data.number));
  await then.start();
  let letters = await then.deadLetters(kysely);
  for (let tries = 0; tries < 100 && letters.length === 0; tries++) {
    await pause(50);
    letters = await then.deadLetters(kysely);
  }
  await then.stop();
  assert.deepEqual(done, [1, 2]);
  assert.deepEqual(
    letters.map((letter) => [letter.data, letter.problem]),
    [[{ number: 3 }, 'the data is not what this version of the program expects']],
  );
});

test('a backlog is worked off without a pause, also where jobs fail, by as many at a time as allowed', async () => {
  const some = theJobs({ heap: { data, retries: 0, atATime: 2 } });
  await some.start();
  await kysely.transaction().execute(async (transaction) => {
    for (let number = 0; number < 20; number++) {
      await some.enqueue(transaction, { name: 'heap', data: { number } });
    }
  });
  const seen: number[] = [];
  let atWork = 0;
  let mostAtWork = 0;
  await some.work('heap', async (job) => {
    atWork += 1;
    mostAtWork = Math.max(mostAtWork, atWork);
    await pause(10);
    atWork -= 1;
    seen.push(job.data.number ?? -1);
    if (seen.length % 2 === 0) throw new Error('every other one fails');
  });
  for (let tries = 0; tries < 40 && seen.length < 20; tries++) await pause(50);
  await some.stop();
  assert.deepEqual(
    seen.toSorted((one, other) => one - other),
    Array.from({ length: 20 }, (_, index) => index),
  );
  assert.equal(mostAtWork, 2);
  assert.equal(problems.splice(0).length, 10);
});

test('a job that was cut off by the end of the program is done by the next', async () => {
  const first = theJobs({ cut: { data, firstPauseSeconds: 1 } });
  let aborted = false;
  const begun = new Promise<void>((resolve) => {
    void first.work('cut', async (job) => {
      job.signal.addEventListener('abort', () => {
        aborted = true;
      });
      resolve();
      await pause(3000);
    });
  });
  await first.start();
  await kysely.transaction().execute((transaction) => first.enqueue(transaction, { name: 'cut', data: {} }));
  await begun;
  await first.stop(1);
  assert.equal(aborted, true);
  const attempts: number[] = [];
  const next = jobs({
    database: { engine },
    queues: { cut: { data } },
    pollSeconds: 0.5,
    onProblem: (problem) => problems.push(problem),
  });
  await next.work('cut', async (job) => void attempts.push(job.attempt));
  await next.start();
  for (let tries = 0; tries < 100 && attempts.length === 0; tries++) await pause(50);
  await next.stop();
  assert.deepEqual(attempts, [2]);
});

test('recurring times are those of the program: kept in England, changed, and taken away', async () => {
  const times = async () =>
    (
      await sql<{ name: string; cron: string; timezone: string }>`
        select name, cron, timezone from jobs.schedule order by name`.execute(kysely)
    ).rows;
  for (const [at, expected] of [
    ['0 3 * * *', [{ name: 'nightly', cron: '0 3 * * *', timezone: 'Europe/London' }]],
    ['30 4 * * *', [{ name: 'nightly', cron: '30 4 * * *', timezone: 'Europe/London' }]],
    [undefined, []],
  ] as const) {
    const some = theJobs({ nightly: { data, ...(at === undefined ? {} : { at }) } });
    await some.start();
    await some.stop();
    assert.deepEqual(await times(), expected);
  }
});

test('a block of pg-boss that fails leaves no broken transaction to the next in line', async () => {
  const { db } = bossConnection({ engine });
  assert.ok(db);
  const failing = db.executeSql('BEGIN;\nselect 1;\nselect 1/0;\nselect 2;\nCOMMIT;\n');
  const next = kysely.transaction().execute((transaction) => sql`select 7 as seven`.execute(transaction));
  await assert.rejects(failing, /division by zero/);
  assert.deepEqual((await next).rows, [{ seven: 7 }]);
  const whole = await db.executeSql('BEGIN;\nselect 1 as one;\nselect 2 as two;\nCOMMIT;\n');
  assert.deepEqual(whole.rows, [{ one: 1 }, { two: 2 }]);
});

test('no problem was told', () => {
  assert.deepEqual(problems, []);
});
