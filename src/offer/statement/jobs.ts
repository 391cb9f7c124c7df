import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { type CouncilRounds, type CouncilTurn, countInTurn, type Queues } from '#platform/jobs/index.ts';
import { messageOf } from '#platform/words/index.ts';
import { reminderOn } from './domain/review.ts';
import { statementRoles } from './policy.ts';
import { openDraft } from './store/drafts.ts';
import { noteReminder, practitionersWith, versionLines } from './store/versions.ts';

/** The queue of the statement's review: each morning before seven. */
export const statementQueues = {
  'remind-of-statement': { data: z.object({}), at: '35 6 * * *', retries: 3 },
} as const satisfies Queues;

/**
 * Tells who writes and who signs that the newest statement is to be looked at again: twelve weeks before, on the day,
 * and each four weeks after. Gives how many messages were queued. It may run as often as it likes: what was told
 * stands in the database. While a draft is open, those who write it know: only the day itself and what follows is told.
 */
export function remindOfStatement(rounds: CouncilRounds): Promise<number> {
  return countInTurn(rounds, remindOne);
}

async function remindOne(turn: CouncilTurn): Promise<number> {
  const { authority, transaction, today, now: at, origin } = turn;
  const [newest] = await versionLines(transaction, authority.id);
  if (newest === undefined) return 0;
  const step = reminderOn(newest.reviewBy, today);
  const isWritten = (await openDraft(transaction, authority.id)) !== null;
  if (step === null || (step === 'before' && isWritten)) return 0;
  const isFirst = await noteReminder(transaction, {
    authorityId: authority.id,
    number: newest.number,
    step,
    at,
  });
  if (!isFirst) return 0;
  const people = await practitionersWith(transaction, { authorityId: authority.id, roles: statementRoles });
  for (const person of people) {
    await turn.send({
      kind: 'statement-review',
      to: person.email,
      personId: person.id,
      ...(await messageOf(turn, {
        templateId: 'statement-review',
        fields: {
          name: person.name,
          version: String(newest.number),
          due: formatDate(newest.reviewBy),
          link: `${origin}/practitioners/statement`,
        },
      })),
    });
  }
  return people.length;
}
