import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { type JobStatus, type JobsDatabase, type JobsProblem, jobs, type Progress } from './index.ts';

/*
 * What the jobs promise, to be proved on the embedded database and on a server alike. It stands beside the
 * tests and not in one, so that both test files can run it.
 */

const word = z.object({ word: z.string() });
const queues = {
  once: { data: word },
  later: { data: word },
  shaky: { data: word, retries: 2, firstPauseSeconds: 1, longestPauseSeconds: 2 },
  hopeless: { data: word, retries: 1, firstPauseSeconds: 1 },
  refusing: { data: word },
  long: { data: word },
  writing: { data: word },
} as const;

type Ground = {
  readonly kysely: Kysely<unknown>;
  readonly database: JobsDatabase;
  /** Called when the jobs have stopped. */
  readonly close: () => Promise<void>;
};

class RolledBack extends Error {}

/** Waits until `look` finds something; fails after twenty seconds. */
async function until<T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited for twenty seconds');
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs every proof on one database. */
export function provesJobs(where: string, { kysely, database, close }: Ground): void {
  const problems: JobsProblem[] = [];
  const theJobs = jobs({
    database,
    queues,
    grantTo: 'jobs_test_role',
    pollSeconds: 0.5,
    onProblem: (problem) => problems.push(problem),
  });
  const did: string[] = [];

  before(async () => {
    await sql`do $$ begin create role jobs_test_role nologin noinherit;
      exception when duplicate_object or unique_violation then null; end $$`.execute(kysely);
    await sql`create table words (word text primary key)`.execute(kysely);
    await theJobs.work('once', async (job) => void did.push(job.data.word));
    await theJobs.start();
  });
  after(async () => {
    await theJobs.stop(5);
    await close();
  });

  /** Asks as the service does: in a transaction, under the role that owns nothing. */
  async function ask(name: keyof typeof queues, theWord: string, outcome: 'commit' | 'roll back' = 'commit') {
    let id = '';
    const asking = kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'jobs_test_role', true)`.execute(transaction);
      id = await theJobs.enqueue(transaction, { name, data: { word: theWord } });
      if (outcome === 'roll back') throw new RolledBack();
    });
    await asking.catch((error) => assert.ok(error instanceof RolledBack, error));
    return id;
  }

  const statusOf = (name: keyof typeof queues, id: string) =>
    kysely.transaction().execute((transaction) => theJobs.status(transaction, { name, id }));
  const untilState = (name: keyof typeof queues, id: string, state: JobStatus['state']) =>
    until(async () => {
      const status = await statusOf(name, id);
      return status?.state === state ? status : undefined;
    });

  test(`${where}: a transaction that is rolled back leaves no job, a committed one runs once`, async () => {
    const never = await ask('once', 'rolled back', 'roll back');
    const id = await ask('once', 'committed');
    assert.equal((await untilState('once', id, 'done')).id, id);
    assert.equal(await statusOf('once', never), undefined);
    await pause(1200);
    assert.deepEqual(did, ['committed']);
  });

  test(`${where}: no job starts before the commit, and then it starts at once`, async () => {
    let id = '';
    await kysely.transaction().execute(async (transaction) => {
      id = await theJobs.enqueue(transaction, { name: 'once', data: { word: 'patient' } });
      await pause(1200);
      assert.ok(!did.includes('patient'));
    });
    await untilState('once', id, 'done');
  });

  test(`${where}: a job asked for later waits for its time`, async () => {
    const seen: Temporal.Instant[] = [];
    await theJobs.work('later', async () => void seen.push(Temporal.Now.instant()));
    const notBefore = Temporal.Now.instant().add({ seconds: 2 });
    await kysely
      .transaction()
      .execute((transaction) =>
        theJobs.enqueue(transaction, { name: 'later', data: { word: 'x' }, notBefore }),
      );
    const at = await until(() => seen[0]);
    assert.ok(Temporal.Instant.compare(at, notBefore) >= 0, `${at} is not before ${notBefore}`);
  });

  test(`${where}: a failing job is tried again after growing pauses until it is done`, async () => {
    const attempts: number[] = [];
    await theJobs.work('shaky', async (job) => {
      attempts.push(job.attempt);
      if (job.attempt < 3) throw new Error('not yet');
      return { result: { rows: 3 } };
    });
    const id = await ask('shaky', 'again');
    const status = await untilState('shaky', id, 'done');
    assert.deepEqual(attempts, [1, 2, 3]);
    assert.deepEqual(status.result, { rows: 3 });
    assert.equal(problems.filter((problem) => problem.what === 'job-failed:shaky').length, 2);
  });

  test(`${where}: a job that fails for good becomes a dead letter, and a person can send it back`, async () => {
    let isMended = false;
    const tried: number[] = [];
    await theJobs.work('hopeless', async (job) => {
      tried.push(job.attempt);
      if (!isMended) throw new Error('the printer is on fire');
    });
    const id = await ask('hopeless', 'letter');
    await untilState('hopeless', id, 'failed');
    assert.deepEqual(tried, [1, 2]);
    const listed = async () => {
      const letters = await kysely.transaction().execute((transaction) => theJobs.deadLetters(transaction));
      return letters.filter((letter) => letter.queue === 'hopeless');
    };
    const [letter] = await listed();
    assert.ok(letter);
    assert.deepEqual(letter.data, { word: 'letter' });
    assert.equal(letter.problem, 'the printer is on fire');
    assert.equal(letter.attempts, 2);

    isMended = true;
    const sentBack = await kysely.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'jobs_test_role', true)`.execute(transaction);
      return theJobs.tryDeadLettersAgain(transaction, [letter.id]);
    });
    assert.equal(sentBack, 1);
    await until(() => (tried.length === 3 ? true : undefined));
    assert.deepEqual(await listed(), []);
  });

  test(`${where}: a handler that gives up is not tried again`, async () => {
    let runs = 0;
    await theJobs.work('refusing', async () => {
      runs += 1;
      return { giveUp: 'address-unusable' };
    });
    await untilState('refusing', await ask('refusing', 'x'), 'failed');
    await pause(1200);
    assert.equal(runs, 1);
    const letters = await kysely.transaction().execute((transaction) => theJobs.deadLetters(transaction));
    assert.equal(letters.find((letter) => letter.queue === 'refusing')?.problem, 'address-unusable');
  });

  test(`${where}: the progress of a long job can be read while it works`, async () => {
    let mayEnd = () => {};
    const told = new Promise<void>((resolve) => {
      mayEnd = resolve;
    });
    await theJobs.work('long', async (job) => {
      for (let done = 1; done <= 50; done++) job.report({ done, of: 200, note: 'Reading rows' });
      await told;
      return { result: { imported: 200 } };
    });
    const id = await ask('long', 'import');
    const progress = await until<Progress>(async () => {
      const status = await statusOf('long', id);
      return status?.progress?.done === 50 ? status.progress : undefined;
    });
    assert.deepEqual(progress, { done: 50, of: 200, note: 'Reading rows' });
    mayEnd();
    const status = await untilState('long', id, 'done');
    assert.deepEqual(status, { id, state: 'done', result: { imported: 200 } });
  });

  test(`${where}: a handler that writes, asks for more jobs and reports in one transaction does not lock up`, async () => {
    await theJobs.work('writing', async (job) => {
      await kysely.transaction().execute(async (transaction) => {
        await sql`insert into words values (${job.data.word})`.execute(transaction);
        job.report({ done: 1 });
        await pause(300);
        job.report({ done: 2 });
        await theJobs.enqueue(transaction, { name: 'once', data: { word: `after ${job.data.word}` } });
      });
    });
    await Promise.all(Array.from({ length: 5 }, (_, index) => ask('writing', `w${index}`)));
    await until(() => (did.filter((one) => one.startsWith('after w')).length === 5 ? true : undefined));
    const { rows } = await sql<{ word: string }>`select word from words order by word`.execute(kysely);
    assert.deepEqual(
      rows.map((row) => row.word),
      ['w0', 'w1', 'w2', 'w3', 'w4'],
    );
  });

  test(`${where}: data that the queue does not allow never become a job`, async () => {
    const wrong: object = { word: 7 };
    await assert.rejects(
      kysely
        .transaction()
        .execute((transaction) =>
          theJobs.enqueue(transaction, { name: 'once', data: wrong as { word: string } }),
        ),
    );
  });

  test(`${where}: before the start every question is a bug that says so, and nothing waits`, async () => {
    const early = jobs({ database, queues, onProblem: () => {} });
    const id = newId();
    for (const ask of [
      () => early.enqueue(kysely, { name: 'once', data: { word: 'early' } }),
      () => early.status(kysely, { name: 'once', id }),
      () => early.deadLetters(kysely),
      () => early.tryDeadLettersAgain(kysely, [id]),
    ]) {
      await assert.rejects(ask, /not started/);
    }
  });

  test(`${where}: no problem was told but those that the proofs made`, () => {
    const others = problems.filter((problem) => !/^job-failed:(shaky|hopeless)$/.test(problem.what));
    assert.deepEqual(others, []);
  });
}
