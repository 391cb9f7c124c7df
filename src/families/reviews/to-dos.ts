import { householdsHiddenFrom } from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { dueReviewsOf, firstReviewsDueBy } from './due-reviews.ts';
import { reviewerRoles } from './policy.ts';
import { daysAhead } from './review-list.ts';
import { runningAwardsOfPerson } from './store/awards-to-review.ts';
import { viewsBefore } from './store/records.ts';

/** What a family can do about reviews: say what they think in the four weeks before one. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  const { person, authority, transaction } = visit;
  if (person?.kind !== 'family') return [];
  const authorityId = authority.id;
  const today = visit.clock.today();
  const running = await runningAwardsOfPerson(transaction, { authorityId, personId: person.id, today });
  const due = await dueReviewsOf({ authority, transaction, today }, running);
  const toDos: ToDo[] = [];
  for (const { awardId, childName, dueOn } of due) {
    if (Temporal.PlainDate.compare(dueOn, today.add({ days: daysAhead })) > 0) continue;
    const { child, carer } = await viewsBefore(transaction, { authorityId, awardId, dueOn });
    if (child !== null || carer !== null) continue;
    toDos.push({
      title: 'Tell us what you think before we look at it again',
      about: childName,
      href: `/account/reviews/${awardId}`,
      by: Temporal.PlainDate.compare(dueOn, today) < 0 ? null : dueOn,
    });
  }
  return toDos;
}

/** What a practitioner has to do about reviews: those that are overdue or due in four weeks, at most twenty, the longest due first. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person, authority, transaction } = visit;
  if (person === null || !reviewerRoles.some((role) => person.roles.includes(role))) return [];
  const today = visit.clock.today();
  const hidden = await householdsHiddenFrom(visit, person);
  const due = await firstReviewsDueBy(
    { authority, transaction, today },
    { until: today.add({ days: daysAhead }), hidden, first: mostToDos },
  );
  return due.map(({ childName, award, dueOn }) => ({
    title: 'Look at an award again',
    about: `${childName}, ${award.reference}`,
    href: `/practitioners/awards/${award.id}/review`,
    by: dueOn,
  }));
}

/** More would hide everything else; the list of reviews has them all. */
const mostToDos = 20;
