export type { JobsDatabase } from './boss-database.ts';
export type {
  DataOf,
  DeadLetter,
  Handler,
  Job,
  JobEnd,
  JobResult,
  JobState,
  JobStatus,
  Progress,
} from './job.ts';
export { type Asker, type JobRequest, type Jobs, type JobsConfig, type JobsProblem, jobs } from './jobs.ts';
export { deadLetterQueue, type Queue, type Queues } from './queue.ts';
