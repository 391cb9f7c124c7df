import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Scope, Transaction } from '#platform/database/index.ts';
import type { Job, JobEnd, Jobs, Queues } from '#platform/jobs/index.ts';
import type { MessageSender } from '#platform/notify/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import {
  forgetSecret,
  giveToJob,
  keepMessage,
  messageBy,
  messagesWithoutJob,
  settleMessage,
} from './messages.ts';

const sendRetries = 10;

/** The queues of the outbox, for the program's jobs. */
export const outboxQueues = {
  'send-message': {
    data: z.object({ authorityId: z.uuid(), messageId: z.uuid() }),
    // Ten tries with growing pauses last about six hours: a mail server's bad night.
    retries: sendRetries,
    firstPauseSeconds: 15,
    longestPauseSeconds: 7_200,
    mostSeconds: 180,
    atATime: 2,
  },
  'gather-messages': { data: z.object({}), at: '*/10 * * * *', retries: 0 },
} as const satisfies Queues;

type SendData = { readonly authorityId: string; readonly messageId: string };

/** The outbox: messages are kept in the transaction that says them, and sent by jobs once it is committed. */
export type Outbox = {
  /** Keeps a message in the transaction given and asks for the job that sends it. */
  queueMessage(
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ): Promise<void>;
  /** Names itself to the jobs as who sends. Call it before they start. */
  work(): Promise<void>;
  /** Says that the jobs have started: what was queued before is given to them now. */
  begin(): Promise<void>;
  /** Says that the jobs are about to stop: what is queued from now on waits for the next start. */
  end(): void;
};

/** Gives the outbox of a running service. */
export function outbox(parts: {
  readonly database: Database;
  readonly jobs: Pick<Jobs<typeof outboxQueues>, 'enqueue' | 'work'>;
  readonly sender: MessageSender;
  readonly clock: Clock;
  readonly authorityIds: readonly string[];
  /** Whether messages that let somebody sign in stay readable: in a demonstration, whose outbox is a page. */
  readonly keepsSecrets?: boolean;
}): Outbox {
  const { database, jobs, authorityIds } = parts;
  let isRunning = false;

  async function askToSend(transaction: Transaction, data: SendData): Promise<void> {
    const jobId = await jobs.enqueue(transaction, { name: 'send-message', data });
    await giveToJob(transaction, { authorityId: data.authorityId, id: data.messageId, jobId });
  }

  async function gather(): Promise<void> {
    for (const authorityId of authorityIds) {
      await database.transaction(systemOf(authorityId), async (transaction) => {
        for (const messageId of await messagesWithoutJob(transaction, authorityId))
          await askToSend(transaction, { authorityId, messageId });
      });
    }
  }

  return {
    async queueMessage(transaction, authorityId, message, at) {
      const messageId = await keepMessage(transaction, { authorityId, message, at });
      if (isRunning) await askToSend(transaction, { authorityId, messageId });
    },
    async work() {
      await jobs.work('send-message', (job) => sendOne(parts, job));
      await jobs.work('gather-messages', gather);
    },
    async begin() {
      isRunning = true;
      await gather();
    },
    end() {
      isRunning = false;
    },
  };
}

/** Makes the job try again. Its code says why, without a name or an address, and may stand in the log. */
class NotSentYet extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function systemOf(authorityId: string): Scope {
  return { authorityId, standing: 'system' };
}

/**
 * Sends one message, outside of any transaction. It may run again after it has sent: the way out then shows
 * the message once, by its identifier. One that failed for good is sent when an operator tries it again.
 */
async function sendOne(
  parts: {
    readonly database: Database;
    readonly sender: MessageSender;
    readonly clock: Clock;
    readonly keepsSecrets?: boolean;
  },
  job: Job<SendData>,
): Promise<JobEnd> {
  const { authorityId, messageId: id } = job.data;
  const message = await parts.database.transaction(
    { ...systemOf(authorityId), readOnly: true },
    (transaction) => messageBy(transaction, { authorityId, id }),
  );
  if (message === null) return { giveUp: 'the message is gone' };
  if (message.state === 'sent') return undefined;
  const outcome = await parts.sender.send(message);
  const problem = outcome.outcome === 'sent' ? null : outcome.problem;
  const isLast = outcome.outcome === 'never' || job.attempt > sendRetries;
  const state = problem === null ? 'sent' : isLast ? 'failed' : 'waiting';
  await parts.database.transaction(systemOf(authorityId), async (transaction) => {
    await settleMessage(transaction, { authorityId, id, state, problem, at: parts.clock.now() });
    if (state !== 'waiting' && parts.keepsSecrets !== true)
      await forgetSecret(transaction, { authorityId, id });
  });
  if (problem === null) return undefined;
  if (isLast) return { giveUp: problem };
  throw new NotSentYet(problem);
}
