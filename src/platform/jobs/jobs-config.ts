import type { JobsDatabase } from './boss-database.ts';
import type { Queues } from './queue.ts';

/** Something that an operator should know: a broken connection, a full queue, a handler that threw. */
export type JobsProblem = { readonly what: string; readonly error: unknown };

export type JobsConfig<Q extends Queues> = {
  readonly database: JobsDatabase;
  readonly queues: Q;
  /** The role under which transactions ask for jobs; it is granted just what that takes. */
  readonly grantTo?: string;
  /** Told of problems; it must not throw. */
  readonly onProblem: (problem: JobsProblem) => void;
  /**
   * How long a job that waits for its time (a retry, a later start) may wait beyond it, in seconds; 15
   * unless told otherwise. Fresh jobs start at once, whatever this says.
   */
  readonly pollSeconds?: number;
};
