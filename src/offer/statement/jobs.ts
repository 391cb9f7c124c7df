import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { reminderOn } from './domain/review.ts';
import { statementRoles } from './policy.ts';
import { openDraft } from './store/drafts.ts';
import { noteReminder, practitionersWith, versionLines } from './store/versions.ts';

/** The queue of the statement's review: each morning before seven. */
export const statementQueues = {
  'remind-of-statement': { data: z.object({}), at: '35 6 * * *', retries: 3 },
} as const satisfies Queues;

/** What the job needs of the running service. */
export type StatementReminding = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorities: readonly Authority[];
  readonly queueMessage: (
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ) => Promise<void>;
  readonly originOf: (authority: Authority) => string;
};

/**
 * Tells who writes and who signs that the newest statement is to be looked at again: twelve weeks before, on the day,
 * and each four weeks after. Gives how many messages were queued. It may run as often as it likes: what was told
 * stands in the database. While a draft is open, those who write it know: only the day itself and what follows is told.
 */
export async function remindOfStatement(parts: StatementReminding): Promise<number> {
  let told = 0;
  for (const authority of parts.authorities) {
    const scope = { authorityId: authority.id, standing: 'system' as const };
    told += await parts.database.transaction(scope, (transaction) =>
      remindOne(parts, authority, transaction),
    );
  }
  return told;
}

async function remindOne(
  parts: StatementReminding,
  authority: Authority,
  transaction: Transaction,
): Promise<number> {
  const [newest] = await versionLines(transaction, authority.id);
  if (newest === undefined) return 0;
  const step = reminderOn(newest.reviewBy, parts.clock.today());
  const isWritten = (await openDraft(transaction, authority.id)) !== null;
  if (step === null || (step === 'before' && isWritten)) return 0;
  const at = parts.clock.now();
  const isFirst = await noteReminder(transaction, {
    authorityId: authority.id,
    number: newest.number,
    step,
    at,
  });
  if (!isFirst) return 0;
  const people = await practitionersWith(transaction, { authorityId: authority.id, roles: statementRoles });
  for (const person of people) {
    const words = await messageOf(
      { authority, transaction, clock: { now: () => at } },
      {
        templateId: 'statement-review',
        fields: {
          name: person.name,
          version: String(newest.number),
          due: formatDate(newest.reviewBy),
          link: `${parts.originOf(authority)}/practitioners/statement`,
        },
      },
    );
    const message = { kind: 'statement-review', to: person.email, personId: person.id, ...words };
    await parts.queueMessage(transaction, authority.id, message, at);
  }
  return people.length;
}
