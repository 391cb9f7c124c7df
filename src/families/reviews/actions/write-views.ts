import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { choice, optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { feelings } from '../domain/record.ts';
import { reviewFile } from '../review-file.ts';
import { insertViews } from '../store/records.ts';

const form = z.object({
  whose: choice(['child', 'carer'], 'Choose whose words these are'),
  feels: optionalChoice(feelings),
  words: words({ name: 'Your words', max: 4_000 }),
  goingWell: words({ name: 'What is good', max: 4_000 }),
  toChange: words({ name: 'What should be different', max: 4_000 }),
  siblings: words({ name: 'Brothers and sisters', max: 4_000 }),
});

/** Keeps what a child, a young person or a carer wants to say before a review. */
export async function writeViews(visit: Visit) {
  const file = await reviewFile(visit, visit.params.review ?? '');
  if (file === null || visit.person === null) return notFound('a review');
  const { award, next } = file;
  visit.concerns('award', award.id);
  if (next === null) return wrong(refusal('no-review', 'We do not look at this again before it ends.'));
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const said = parsed.value;
  if (said.feels === null && `${said.words}${said.goingWell}${said.toChange}${said.siblings}` === '')
    return wrong(refusal('nothing-said', 'Choose a face, or write something', 'feels'));
  await insertViews(visit.transaction, {
    ...said,
    authorityId: visit.authority.id,
    awardId: award.id,
    householdId: award.householdId,
    dueOn: next.dueOn,
    writtenBy: visit.person.id,
    at: visit.clock.now(),
  });
  return redirect(`/account/reviews/${award.id}?told=${said.whose}`);
}
