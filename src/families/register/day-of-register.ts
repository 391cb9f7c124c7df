import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { codeWords } from './codes.ts';
import { lifeOf, reminderDue } from './domain/evidence-life.ts';
import { newestOfEachKind } from './domain/newest-evidence.ts';
import { childOf, evidenceOf } from './store/children.ts';
import { leaveAtTwentyFive } from './store/disability-register.ts';
import { childrenWithLapsingEvidence, keepReminder } from './store/reminders.ts';
import { tellFamily } from './tell-family.ts';

/** What the day needs: the authority’s transaction, its clock and the post. */
export type DayOfRegister = {
  readonly transaction: Transaction;
  readonly authority: Authority;
  readonly today: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  /** The address of the service, without a slash at the end. */
  readonly origin: string;
  send(message: MessageToSend): Promise<void>;
};

/**
 * Does what a day brings for the register: reminds families six and two weeks before a letter lapses, each
 * once, and takes those off the register whose 25th birthday has come. Safe to run twice on a day, and after
 * days on which it did not run. Gives how many messages and leavings there were.
 */
export async function dayOfRegister(day: DayOfRegister): Promise<{ reminded: number; left: number }> {
  const authorityId = day.authority.id;
  const left = await leaveAtTwentyFive(day.transaction, { authorityId, today: day.today });
  for (const entry of left)
    await tellFamily(
      { ...day, clock: { now: () => day.at } },
      { id: entry.childId, householdId: entry.householdId },
      {
        kind: 'register-left-at-25',
        fields: {},
        path: `/account/children/${entry.childId}/register`,
      },
    );
  return { reminded: await remind(day), left: left.length };
}

async function remind(day: DayOfRegister): Promise<number> {
  const authorityId = day.authority.id;
  const childIds = await childrenWithLapsingEvidence(day.transaction, {
    authorityId,
    from: day.today,
    until: day.today.add({ weeks: 6 }),
  });
  let count = 0;
  for (const childId of childIds) {
    const child = await childOf(day.transaction, { authorityId, childId });
    if (child === null) continue;
    const held = await evidenceOf(day.transaction, { authorityId, childId });
    const newest = newestOfEachKind(held);
    for (const one of held) {
      if (!newest.has(one.id) || one.holdsUntil === null || lifeOf(one, day.today) !== 'lapses-soon')
        continue;
      const weeks = reminderDue(one.holdsUntil, day.today);
      if (weeks === null) continue;
      const isNew = await keepReminder(day.transaction, {
        authorityId,
        evidenceId: one.id,
        weeks,
        at: day.at,
      });
      if (!isNew) continue;
      count += 1;
      const what = codeWords(day.authority, 'evidence-kind', one.kind);
      await tellFamily({ ...day, clock: { now: () => day.at } }, child, {
        kind: 'evidence-lapses',
        fields: { what, 'first-name': child.givenName, day: formatDate(one.holdsUntil) },
        path: `/account/children/${child.id}/evidence`,
      });
    }
  }
  return count;
}
