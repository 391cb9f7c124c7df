export type { JobsDatabase } from './boss-database.ts';
export { type CouncilRounds, type CouncilTurn, countInTurn, inTurn } from './council-turns.ts';
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
export { type Asker, type JobRequest, type Jobs, jobs } from './jobs.ts';
export type { JobsConfig, JobsProblem } from './jobs-config.ts';
export { deadLetterQueue, type Queue, type Queues } from './queue.ts';
export { type Warming, type WarmUp, warmUp } from './warming.ts';
