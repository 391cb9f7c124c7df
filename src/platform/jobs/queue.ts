import type { z } from 'zod';

/** What one kind of work is and how it is tried. The name of a queue is the name of the work: `send-message`. */
export type Queue<Data extends object = object> = {
  /** What a job is given: identifiers and small facts, never personal data, for jobs are kept and listed. */
  readonly data: z.ZodType<Data>;
  /** How often a failed job is tried again; five times unless told otherwise. */
  readonly retries?: number;
  /** The pause before the first retry, in seconds (10 unless told otherwise); each further pause is about twice as long. */
  readonly firstPauseSeconds?: number;
  /** No pause is longer than this, in seconds; an hour unless told otherwise. */
  readonly longestPauseSeconds?: number;
  /** A job that has not ended after this many seconds counts as failed; 15 minutes unless told otherwise. */
  readonly mostSeconds?: number;
  /** How many jobs of this queue one process works on at a time; one unless told otherwise. */
  readonly atATime?: number;
  /**
   * A recurring time in England, as a cron expression: "0 3 * * *" is each night at three. The job gets
   * `{}`, so `data` must allow that. A time that was missed because the service was down is made up for once.
   */
  readonly at?: string;
};

/** The queues of the program, each under its name. */
export type Queues = Readonly<Record<string, Queue>>;

/** The queue where jobs end that failed for good. */
export const deadLetterQueue = 'dead-letters';

/** What pg-boss is told of a queue. */
export function bossOptions(queue: Queue) {
  return {
    retryLimit: queue.retries ?? 5,
    retryDelay: queue.firstPauseSeconds ?? 10,
    retryBackoff: true,
    retryDelayMax: queue.longestPauseSeconds ?? 3600,
    expireInSeconds: queue.mostSeconds ?? 15 * 60,
    // Told at the commit that makes the job, so that work starts at once and polling can be rare.
    notify: true,
    deadLetter: deadLetterQueue,
  };
}
