import type { z } from 'zod';
import type { Queue } from './queue.ts';

/** How far a long job has come, for the page that waits for it. */
export type Progress = {
  /** How many are done, as a whole number. */
  readonly done: number;
  /** Of how many, where that is known. */
  readonly of?: number;
  /** What it is doing now, in words for the person who waits. No personal data. */
  readonly note?: string;
};

/** One job, as its handler gets it. */
export type Job<Data> = {
  readonly id: string;
  readonly data: Data;
  /** 1 for the first try, 2 for the first retry. A handler may run again after it has done its work. */
  readonly attempt: number;
  /** Aborted when the program stops or the job has taken too long. */
  readonly signal: AbortSignal;
  /**
   * Says how far the job has come. It returns at once and is written soon after, the newest only, so it may
   * be called in a loop and within a transaction.
   */
  report(progress: Progress): void;
};

/** A plain record that a finished job may leave behind, such as how many rows it imported. */
export type JobResult = Readonly<Record<string, string | number | boolean | null>>;

/** How a handler may end, beside throwing, which means "try again". */
export type JobEnd = undefined | { readonly result: JobResult } | { readonly giveUp: string };

/** Does one job. Done when it returns; tried again when it throws; failed for good when it gives up. */
export type Handler<Data> = (job: Job<Data>) => Promise<JobEnd> | Promise<void>;

export type DataOf<Q extends Queue> = z.infer<Q['data']>;

/** Where a job stands. */
export type JobState = 'waiting' | 'working' | 'trying-again' | 'done' | 'failed';

export type JobStatus = {
  readonly id: string;
  readonly state: JobState;
  /** While it works. */
  readonly progress?: Progress;
  /** What it left behind when it was done. */
  readonly result?: JobResult;
};

/** A job that failed for good, for the operator's page. */
export type DeadLetter = {
  readonly id: string;
  /** The queue in which it failed. */
  readonly queue: string;
  readonly data: object;
  /** The reason in short, from the handler or the error. */
  readonly problem: string;
  /** How often it was tried. */
  readonly attempts: number;
};

const states: Readonly<Record<string, JobState>> = {
  created: 'waiting',
  retry: 'trying-again',
  active: 'working',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
};

/** Reads a row of pg-boss as a status. */
export function statusOf(row: {
  readonly id: string;
  readonly state: string;
  readonly output: unknown;
}): JobStatus {
  const state = states[row.state] ?? 'failed';
  const output = isRecord(row.output) ? row.output : {};
  if (state === 'working' && isProgress(output.progress))
    return { id: row.id, state, progress: output.progress };
  if (state === 'done' && isResult(output.result)) return { id: row.id, state, result: output.result };
  return { id: row.id, state };
}

/** Reads what a failed job left behind: our own reason for giving up, or the message of an error. */
export function problemOf(output: unknown): string {
  if (!isRecord(output)) return 'unknown';
  if (typeof output.giveUp === 'string') return output.giveUp;
  return typeof output.message === 'string' ? output.message : 'unknown';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isProgress(value: unknown): value is Progress {
  return isRecord(value) && typeof value.done === 'number';
}

function isResult(value: unknown): value is JobResult {
  return isRecord(value);
}
