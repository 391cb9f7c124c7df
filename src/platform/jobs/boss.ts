import type { ConstructorOptions, JobWithMetadata, PgBoss } from 'pg-boss';
import { newId } from '#kernel/id.ts';
import { bossConnection } from './boss-database.ts';
import type { Handler, JobEnd, Progress } from './job.ts';
import type { JobsConfig } from './jobs-config.ts';
import { progressWriter } from './progress-writer.ts';
import { bossOptions, deadLetterQueue, type Queue, type Queues } from './queue.ts';

/** Where pg-boss keeps its tables. */
const schema = 'jobs';

/** The longest pause that a worker of a queue makes between two looks, unless told otherwise, in seconds. */
const standardPollSeconds = 15;

/**
 * What pg-boss is told. Fresh jobs are announced by the database itself, so everything that looks for work
 * on a timer may be slow: on the embedded database each look takes the one connection from somebody.
 */
export function bossConfig(config: JobsConfig<Queues>): ConstructorOptions {
  return {
    ...bossConnection(config.database),
    schema,
    useListenNotify: true,
    schedule: Object.values(config.queues).some((queue) => queue.at !== undefined),
    cronWorkerIntervalSeconds: 30,
    // Jobs do not depend on each other here, and pg-boss would look for such every five seconds.
    flowIntervalSeconds: 3600,
    bamIntervalSeconds: 600,
    ...('engine' in config.database ? { reindex: false, monitorVacuum: false } : {}),
  };
}

/** Makes the queues what the program says they are, and lets the service's role ask for jobs. */
export async function prepareQueues(boss: PgBoss, config: JobsConfig<Queues>): Promise<void> {
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  if (!existing.has(deadLetterQueue)) {
    // A dead letter waits for a person for a year.
    await boss.createQueue(deadLetterQueue, { retentionSeconds: 365 * 24 * 3600 });
  }
  for (const [name, queue] of Object.entries(config.queues)) {
    if (existing.has(name)) await boss.updateQueue(name, bossOptions(queue));
    else await boss.createQueue(name, bossOptions(queue));
  }
  await prepareTimes(boss, config.queues);
  if (config.grantTo !== undefined) await grant(boss, config.grantTo);
  // pg-boss learns a queue by looking it up on its own connection, which within a transaction on the
  // embedded database would wait for ever. So each is looked up now, and its cache never forgets one.
  for (const name of [deadLetterQueue, ...Object.keys(config.queues)]) {
    await boss.findJobs(name, { id: newId() });
  }
}

async function prepareTimes(boss: PgBoss, queues: Queues): Promise<void> {
  for (const schedule of await boss.getSchedules()) {
    if (queues[schedule.name]?.at === undefined) await boss.unschedule(schedule.name);
  }
  for (const [name, queue] of Object.entries(queues)) {
    if (queue.at === undefined) continue;
    await boss.schedule(name, queue.at, queue.data.parse({}), { tz: 'Europe/London', missed: 'once' });
  }
}

/** The role asks for jobs, reads where they stand and sends dead letters back; it cannot change a queue. */
async function grant(boss: PgBoss, role: string): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(role)) throw new Error(`${role} is no name of a database role`);
  const database = boss.getDb();
  await database.executeSql(`grant usage on schema ${schema} to ${role}`);
  await database.executeSql(`grant select on ${schema}.queue to ${role}`);
  const tables = `${schema}.job, ${schema}.job_common`;
  await database.executeSql(`grant select, insert, update, delete on ${tables} to ${role}`);
}

/** Begins to do the jobs of one queue. */
export async function beginWork(parts: {
  readonly boss: PgBoss;
  readonly config: JobsConfig<Queues>;
  readonly name: string;
  readonly queue: Queue;
  readonly run: Handler<object>;
}): Promise<void> {
  const { boss, config, name, queue, run } = parts;
  const pollSeconds = config.pollSeconds ?? standardPollSeconds;
  const options = {
    batchSize: 1,
    includeMetadata: true,
    perJobResults: true,
    pollingIntervalSeconds: pollSeconds,
    notifyPollingIntervalSeconds: pollSeconds,
  } as const;
  for (let worker = 0; worker < (queue.atATime ?? 1); worker++) {
    let id = '';
    id = await boss.work<object, unknown, typeof options>(name, options, async (fetched) => {
      // Where there was one job there may be more: look again at once, not after the long pause.
      boss.notifyWorker(id);
      const results = [];
      for (const one of fetched) results.push(resultOf(one.id, await runOne({ boss, config, run, one })));
      return results;
    });
  }
}

async function runOne(parts: {
  readonly boss: PgBoss;
  readonly config: JobsConfig<Queues>;
  readonly run: Handler<object>;
  readonly one: JobWithMetadata<object>;
}): Promise<JobEnd> {
  const { boss, config, run, one } = parts;
  const problem = (error: unknown) => config.onProblem({ what: `job-failed:${one.name}`, error });
  const progress = progressWriter((newest) => writeProgress(boss, one, newest), problem);
  try {
    const end = await run({
      id: one.id,
      data: one.data,
      attempt: one.retryCount + 1,
      signal: one.signal,
      report: progress.report,
    });
    return end ?? undefined;
  } catch (error) {
    problem(error);
    throw error;
  } finally {
    progress.stop();
  }
}

function resultOf(id: string, end: JobEnd) {
  if (end === undefined) return { id, status: 'completed', output: {} } as const;
  return 'giveUp' in end
    ? ({ id, status: 'deadletter', output: end } as const)
    : ({ id, status: 'completed', output: end } as const);
}

/**
 * Progress stands where the result will stand: in the job's output, which pg-boss overwrites at the end.
 * Only while this very attempt works, so that a late writing never touches a finished job.
 */
async function writeProgress(boss: PgBoss, one: JobWithMetadata<object>, progress: Progress): Promise<void> {
  await boss.getDb().executeSql(
    `update ${schema}.job set output = $3::text::jsonb
      where name = $1 and id = $2::text::uuid and state = 'active' and retry_count = $4::text::int`,
    [one.name, one.id, JSON.stringify({ progress }), String(one.retryCount)],
  );
}
