import { fromKysely, type KyselyTransactionLike, PgBoss } from 'pg-boss';
import { newId } from '#kernel/id.ts';
import { beginWork, bossConfig, prepareQueues } from './boss.ts';
import { type DataOf, type DeadLetter, type Handler, type JobStatus, problemOf, statusOf } from './job.ts';
import type { JobsConfig } from './jobs-config.ts';
import { deadLetterQueue, type Queues } from './queue.ts';

/** The caller's transaction: the transaction of Kysely, or anything that runs its queries. */
export type Asker = KyselyTransactionLike;

export type JobRequest<Q extends Queues, Name extends keyof Q & string> = {
  readonly name: Name;
  readonly data: DataOf<Q[Name]>;
  /** Not before this instant. */
  readonly notBefore?: Temporal.Instant;
};

/** All that takes a transaction reads and writes through it alone, so it may be called anywhere. */
export type Jobs<Q extends Queues> = {
  /** Prepares the database (its schema `jobs`, once), then begins the work of every queue that has a handler. */
  start(): Promise<void>;
  /** Takes no more jobs, and waits up to `seconds` (30) for those at work; what is left is tried again later. */
  stop(seconds?: number): Promise<void>;
  /** Names who does the jobs of a queue, before or after the start. One handler a queue in a process. */
  work<Name extends keyof Q & string>(name: Name, handler: Handler<DataOf<Q[Name]>>): Promise<void>;
  /**
   * Asks for a job within the caller's transaction, and gives its identifier: it is there when the
   * transaction commits, and never was when it rolls back. Throws for data that the queue does not allow,
   * and before the start.
   */
  enqueue<Name extends keyof Q & string>(transaction: Asker, request: JobRequest<Q, Name>): Promise<string>;
  /** Where a job stands; `undefined` for one that is unknown or, a week after its end, forgotten. */
  status(
    transaction: Asker,
    job: { readonly name: keyof Q & string; readonly id: string },
  ): Promise<JobStatus | undefined>;
  /** The jobs that failed for good and wait for somebody. */
  deadLetters(transaction: Asker): Promise<readonly DeadLetter[]>;
  /** Gives jobs that failed for good another run, by their identifiers as dead letters; gives how many. */
  tryDeadLettersAgain(transaction: Asker, ids: readonly string[]): Promise<number>;
};

/** Gives the jobs of the program: asked for in a transaction, done outside of it, at least once each. */
export function jobs<const Q extends Queues>(config: JobsConfig<Q>): Jobs<Q> {
  const { queues } = config;
  const boss = new PgBoss(bossConfig(config));
  boss.on('error', (error) => config.onProblem({ what: 'jobs-error', error }));
  boss.on('warning', (warning) => config.onProblem({ what: 'jobs-warning', error: warning }));
  const begin = new Map<string, () => Promise<void>>();
  let isStarted = false;

  /**
   * Before the start pg-boss does not know the queues, and would look for them outside of the caller's
   * transaction: on the embedded database that waits for ever.
   */
  function mustBeStarted(): void {
    if (!isStarted) throw new Error('the jobs are not started');
  }

  return {
    async start() {
      await boss.start();
      await prepareQueues(boss, config);
      isStarted = true;
      for (const beginOne of begin.values()) await beginOne();
    },
    async stop(seconds = 30) {
      isStarted = false;
      await boss.stop({ graceful: true, timeout: seconds * 1000 });
    },
    async work(name, handler) {
      const queue = queues[name];
      if (queue === undefined || begin.has(name)) throw new Error(`${name} is unknown or has its handler`);
      const run: Handler<object> = async (job) => {
        const data = queue.data.safeParse(job.data);
        if (!data.success) return { giveUp: 'the data is not what this version of the program expects' };
        // The queue of this name made the data, which the map of queues cannot tell the compiler.
        return (await handler({ ...job, data: data.data as DataOf<Q[typeof name]> })) ?? undefined;
      };
      const beginOne = () => beginWork({ boss, config, name, queue, run });
      begin.set(name, beginOne);
      if (isStarted) await beginOne();
    },
    async enqueue(transaction, { name, data, notBefore }) {
      const queue = queues[name];
      // Before the start the queues are not known to pg-boss, and it would look for them outside of the
      // transaction: on the embedded database that waits for ever.
      if (queue === undefined || !isStarted)
        throw new Error(`${name} is unknown or the jobs are not started`);
      const id = newId();
      await boss.send(name, queue.data.parse(data), {
        id,
        db: fromKysely(transaction),
        ...(notBefore === undefined ? {} : { startAfter: notBefore.toString() }),
      });
      return id;
    },
    async status(transaction, { name, id }) {
      mustBeStarted();
      const [row] = await boss.findJobs(name, { id, db: fromKysely(transaction) });
      return row === undefined ? undefined : statusOf(row);
    },
    async deadLetters(transaction) {
      mustBeStarted();
      const rows = await boss.findJobs<object>(deadLetterQueue, {
        queued: true,
        db: fromKysely(transaction),
      });
      return rows.map((row) => ({
        id: row.id,
        queue: row.sourceName ?? 'unknown',
        data: row.data ?? {},
        problem: problemOf(row.sourceOutput),
        attempts: (row.sourceRetryCount ?? 0) + 1,
      }));
    },
    async tryDeadLettersAgain(transaction, ids) {
      mustBeStarted();
      if (ids.length === 0) return 0;
      return boss.redrive(deadLetterQueue, { ids: [...ids], db: fromKysely(transaction) });
    },
  };
}
