import { unneededFiles } from '#families/applications/index.ts';
import { decideByRule, ruleQueues } from '#families/decisions/index.ts';
import { packageSummaries } from '#families/packages/index.ts';
import { dayOfEveryRegister, registerQueues } from '#families/register/index.ts';
import { remindOfReviews, reviewQueues } from '#families/reviews/index.ts';
import { tellOfGrowingUp, transitionQueues } from '#families/transitions/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { warmDirectory } from '#offer/directory/index.ts';
import { freshnessQueues, remindOfListings } from '#offer/freshness/index.ts';
import { listingImportQueues, takeInListings } from '#offer/listing-import/index.ts';
import { forgetOldVoices } from '#offer/listing-voices/index.ts';
import { newsletterQueues, sendDigests, sendNewsletters } from '#offer/newsletters/index.ts';
import { rollSessions, sessionQueues } from '#offer/sessions/index.ts';
import { remindOfStatement, statementQueues } from '#offer/statement/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type Database, serviceRole } from '#platform/database/index.ts';
import { type JobsProblem, jobs, type Warming, warmUp } from '#platform/jobs/index.ts';
import { type Outbox, outbox, outboxQueues, wayOut } from '#platform/outbox/index.ts';
import { tidyQueues, tidyUp } from '#platform/tidying/index.ts';
import type { Config } from './config.ts';
import { fileStoreOf } from './file-store-of.ts';

/** What the service does while nobody waits for it: jobs, and by them the sending of messages. */
export type Background = {
  /** Keeps a message in a transaction; it is sent by a job, now or once the jobs have started. */
  readonly queueMessage: Outbox['queueMessage'];
  /** Begins the work. Call it when the service listens already: preparing the queues may take a while. */
  start(onProblem: (problem: JobsProblem) => void): Promise<void>;
  /** Finishes the jobs at work and stops. */
  stop(): Promise<void>;
};

/** Every queue of the program, capability by capability. */
const queues = {
  ...outboxQueues,
  ...ruleQueues,
  ...transitionQueues,
  ...reviewQueues,
  ...statementQueues,
  ...registerQueues,
  ...newsletterQueues,
  ...freshnessQueues,
  ...listingImportQueues,
  ...tidyQueues,
  ...sessionQueues,
};

/** Gives the background of an opened Daybreak, not started: a command line may queue messages and leave them. */
export function backgroundOf(
  opened: {
    readonly config: Config;
    readonly database: Database;
    readonly authorities: readonly Authority[];
  },
  clock: Clock,
): Background {
  const { config, database } = opened;
  const sender = wayOut(config);
  if (!sender.ok) throw new Error(sender.message);
  let tell = (_problem: JobsProblem) => {};
  const work = jobs({
    database: database.engine === undefined ? { url: config.databaseUrl ?? '' } : { engine: database.engine },
    queues,
    grantTo: serviceRole,
    onProblem: (problem) => tell(problem),
  });
  const post = outbox({
    database,
    jobs: work,
    sender: sender.value,
    clock,
    authorityIds: opened.authorities.map((authority) => authority.id),
    keepsSecrets: config.isDemonstration,
  });
  const rule = {
    database,
    clock,
    authorities: opened.authorities,
    queueMessage: post.queueMessage,
    originOf: ({ hosts }: Authority) => config.origin ?? `http://${hosts[0] ?? 'localhost'}:${config.port}`,
  };
  const tidying = {
    database,
    clock,
    authorityIds: opened.authorities.map((authority) => authority.id),
    store: fileStoreOf(config),
    unneeded: unneededFiles,
  };
  let started: Promise<void> | undefined;
  let warming: Warming | undefined;
  return {
    queueMessage: post.queueMessage,
    async start(onProblem) {
      tell = onProblem;
      started = (async () => {
        await post.work();
        await work.work('decide-by-rule', async () => {
          const decided = await decideByRule(rule);
          return { result: { decided } };
        });
        await work.work('tidy-up', async () => {
          const result = { ...(await tidyUp(tidying)), forgottenVoices: await forgetOldVoices(tidying) };
          return { result };
        });
        await work.work('tell-of-growing-up', async () => {
          const told = await tellOfGrowingUp(rule);
          return { result: { told } };
        });
        await work.work('remind-of-reviews', async () => {
          const told = await remindOfReviews(rule);
          return { result: { told } };
        });
        await work.work('remind-of-listings', async () => ({
          result: { reminded: await remindOfListings(rule) },
        }));
        await work.work('take-in-listings', async () => ({
          result: { proposed: await takeInListings(rule) },
        }));
        await work.work('send-digests', async () => ({ result: { sent: await sendDigests(rule) } }));
        await work.work('send-newsletters', async () => ({ result: { sent: await sendNewsletters(rule) } }));
        await work.work('remind-of-statement', async () => ({
          result: { told: await remindOfStatement(rule) },
        }));
        await work.work('day-of-register', async () => ({ result: await dayOfEveryRegister(rule) }));
        await work.work('roll-sessions', async () => ({ result: await rollSessions(rule) }));
        await work.start();
        await post.begin();
      })();
      await started;
      const isCold = (error: unknown) => tell({ what: 'warming', error });
      warming = warmUp({ ...rule, onProblem: isCold }, [warmDirectory, packageSummaries]);
    },
    async stop() {
      if (started === undefined) return;
      // A stop in the middle of a start would leave half-prepared queues with an open connection.
      await started.catch(() => {});
      await warming?.stop();
      post.end();
      await work.stop();
    },
  };
}
