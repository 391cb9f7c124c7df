import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, date, optionalChoice, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { feelings, outcomes, type ReviewOutcome } from '../domain/record.ts';
import { latestNext } from '../domain/schedule.ts';
import type { DueReview } from '../due-reviews.ts';
import { reviewClocksOf } from '../review-clocks.ts';
import { reviewFile } from '../review-file.ts';
import { insertRecord } from '../store/records.ts';

const long = (name: string, missing?: string) =>
  words(missing === undefined ? { name, max: 4_000 } : { name, max: 4_000, missing });

const form = z.object({
  heldOn: date('The day of the review'),
  childFeels: optionalChoice(feelings),
  childViews: long('The child’s views'),
  childViewsMissing: long('The reason'),
  carersViews: long('The carers’ views', 'Write what the carers say'),
  siblings: long('The effect on brothers and sisters'),
  wentWell: long('What went well', 'Write what went well, or that nothing did'),
  delivered: long('What was delivered', 'Write what the child really had, as far as it is known'),
  outcome: choice(outcomes, 'Choose what follows'),
  because: long('The reason', 'Say why'),
  nextOn: optionalDate('The day of the next review'),
});

/** Records a review: who said what, what follows, and when the next one is. */
export async function holdReview(visit: Visit) {
  const file = await reviewFile(visit, visit.params.award ?? '');
  if (file === null || visit.person === null) return notFound('an award');
  const { award, child, next } = file;
  visit.concerns('award', award.id);
  if (next === null)
    return wrong(refusal('no-review', 'No review of this award is due: it ends before there would be one.'));
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { siblings, ...said } = parsed.value;
  const nextOn = nextDay(visit, next, said);
  const problems = [...problemsWith(visit, next, said), ...('ok' in nextOn ? [nextOn] : [])];
  if (problems.length > 0 || 'ok' in nextOn) return wrong(...problems);
  await insertRecord(visit.transaction, {
    ...said,
    siblingEffect: siblings,
    nextOn: nextOn.day,
    authorityId: visit.authority.id,
    awardId: award.id,
    childId: child.id,
    householdId: award.householdId,
    dueOn: next.dueOn,
    heldBy: visit.person.id,
    heldByName: visit.person.name,
    at: visit.clock.now(),
  });
  visit.note({
    event: 'review.held',
    subject: { kind: 'award', id: award.id },
    details: { outcome: said.outcome, heldOn: said.heldOn.toString() },
  });
  return redirect(onward(said.outcome, award.id));
}

/** Where a review leads: an award that has to change or end is changed on its own pages, with their own checks. */
function onward(outcome: ReviewOutcome, awardId: string): string {
  if (outcome === 'change') return `/practitioners/awards/${awardId}/change`;
  if (outcome === 'end') return `/practitioners/awards/${awardId}/end`;
  return `/practitioners/awards/${awardId}/review?told=${outcome}`;
}

type Said = Omit<z.output<typeof form>, 'siblings'>;

function problemsWith(visit: Visit, next: DueReview, said: Said): readonly Refusal[] {
  const problems: Refusal[] = [];
  if (Temporal.PlainDate.compare(said.heldOn, visit.clock.today()) > 0)
    problems.push(refusal('not-held-yet', 'The day of the review must be today or in the past.', 'heldOn'));
  if (Temporal.PlainDate.compare(said.heldOn, next.award.startsOn) < 0)
    problems.push(
      refusal('before-award', 'The day of the review must not be before the award begins.', 'heldOn'),
    );
  if (said.childViews === '' && said.childFeels === null && said.childViewsMissing === '')
    problems.push(
      refusal(
        'child-not-heard',
        'Write what the child says or shows, or why you could not find out.',
        'childViews',
      ),
    );
  return problems;
}

/** The day of the next review: the one that was typed, or the last that the clocks allow; a later one is refused. */
function nextDay(
  visit: Visit,
  next: DueReview,
  { heldOn, nextOn, outcome }: Said,
): { readonly day: Temporal.PlainDate | null } | Refusal {
  if (outcome === 'end') return { day: null };
  const clocks = reviewClocksOf(visit.authority);
  const reviewed = { ...next.award, lastDay: next.lastDay };
  const latest = latestNext(reviewed, { heldOn, heldBefore: next.held.length }, clocks);
  if (nextOn === null) return { day: latest };
  if (Temporal.PlainDate.compare(nextOn, heldOn) <= 0)
    return refusal('next-too-early', 'The next review must be after this one.', 'nextOn');
  if (latest !== null && Temporal.PlainDate.compare(nextOn, latest) > 0)
    return refusal(
      'next-too-late',
      `The next review must be on ${formatDate(latest)} or before: that is as long as the rules allow.`,
      'nextOn',
    );
  // Where the award ends before the rules ask for another review, one may still be set within it.
  return { day: Temporal.PlainDate.compare(nextOn, next.lastDay) > 0 ? null : nextOn };
}
