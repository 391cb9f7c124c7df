import { accountsToTell } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { type DueReview, reviewsDueBy } from './due-reviews.ts';
import { noteReminder } from './store/records.ts';

/** How long before a review the family is told, in days. */
const daysBefore = 28;

/** What reminding needs: the council, a transaction of the system, the day and the time, and the way to the outbox. */
export type Reminding = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  /** Where the service is reached, without a slash at the end. */
  readonly origin: string;
  readonly send: (message: MessageToSend) => Promise<void>;
};

/**
 * Tells each family whose award is looked at within four weeks, once for each review, and asks what they and the
 * child think. Gives how many reviews it told of. It may run as often as it likes: who was told is kept.
 */
export async function remindFamilies(reminding: Reminding): Promise<number> {
  const until = reminding.today.add({ days: daysBefore });
  let told = 0;
  for (const review of await reviewsDueBy(reminding, { until, hidden: [] })) {
    // Long overdue, the reminder would come too late to help; a practitioner talks to the family.
    if (Temporal.PlainDate.compare(review.dueOn, reminding.today) < 0) continue;
    if (await remindOf(reminding, review)) told++;
  }
  return told;
}

async function remindOf(reminding: Reminding, review: DueReview): Promise<boolean> {
  const { authority, transaction } = reminding;
  const named = { authorityId: authority.id, householdId: review.award.householdId };
  const { awardId, dueOn } = review;
  const isFirst = await noteReminder(transaction, { ...named, awardId, dueOn, at: reminding.now });
  if (!isFirst) return false;
  for (const account of await accountsToTell(transaction, named))
    await reminding.send({
      kind: 'review-reminder',
      to: account.email,
      personId: account.id,
      reference: review.award.reference,
      ...(await messageOf(
        { ...reminding, clock: { now: () => reminding.now } },
        {
          templateId: 'review-reminder',
          fields: {
            name: account.name,
            child: review.childName,
            reference: review.award.reference,
            due: formatDate(dueOn),
            link: `${reminding.origin}/account/reviews/${awardId}`,
          },
        },
      )),
    });
  return true;
}
