import { z } from 'zod';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { date, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { openGaps } from '../domain/duties.ts';
import { signsAs } from '../policy.ts';
import { layoutOf } from '../statement-file.ts';
import { consultationsOf } from '../store/consultations.ts';
import { insertGapReason, insertSignature, openDraft } from '../store/drafts.ts';
import { insertVersion } from '../store/versions.ts';
import { type WholeDraft, wholeDraft } from './whole-draft.ts';
import { byOf } from './write.ts';

/** How many people have to sign the same words. */
export const signaturesNeeded = 2;

const reasonForm = z.object({
  duty: words({ name: 'The duty', missing: 'Choose a duty', max: 60 }),
  because: words({ name: 'The reason', max: 1000 }),
});

/** Says why the statement is published although a duty is not met; the reason is published with it. */
export async function giveReason(visit: Visit): Promise<Answer> {
  const whole = await wholeDraft(visit);
  if (whole === null) return notFound('a draft');
  const read = parseForm(reasonForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const duty = whole.content.duties.find(({ id }) => id === read.value.duty);
  if (duty === undefined) return notFound('a duty');
  if (duty.isMet && read.value.because !== '')
    return wrong(refusal('no-gap', 'This duty is met: it needs no reason.', `because-${duty.id}`));
  await insertGapReason(visit.transaction, {
    ...read.value,
    authorityId: visit.authority.id,
    number: whole.draft.number,
    by: byOf(visit),
  });
  visit.concerns('statement', visit.authority.id, { number: whole.draft.number, duty: duty.id });
  return redirect('/practitioners/statement/checklist');
}

const signForm = z.object({
  fingerprint: words({ name: 'The words', missing: 'Open the page again to sign', max: 80 }),
});

/**
 * Puts a person's name under the draft as it stands. Refuses when somebody changed a word while they read: what is
 * signed is what was seen.
 */
export async function signDraft(visit: Visit): Promise<Answer> {
  const person = signedIn(visit);
  const as = signsAs(person);
  const whole = await wholeDraft(visit);
  if (whole === null || as === null) return notFound('a draft');
  const read = parseForm(signForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (read.value.fingerprint !== whole.fingerprint)
    return wrong(
      refusal(
        'changed-by-someone-else',
        'Something was changed while you read. Read it again, and sign then.',
      ),
    );
  await insertSignature(visit.transaction, {
    authorityId: visit.authority.id,
    number: whole.draft.number,
    fingerprint: whole.fingerprint,
    as,
    by: byOf(visit),
  });
  visit.concerns('statement', visit.authority.id, { number: whole.draft.number, as });
  return redirect('/practitioners/statement');
}

/** What stands between a draft and its publication, in sentences; none when it may be published. */
export async function obstacles(visit: Visit, whole: WholeDraft): Promise<readonly Refusal[]> {
  const today = visit.clock.today();
  const which = { authorityId: visit.authority.id, number: whole.draft.number };
  const running = (await consultationsOf(visit.transaction, which)).find(
    ({ closesOn }) => Temporal.PlainDate.compare(closesOn, today) >= 0,
  );
  const missing = signaturesNeeded - whole.signatures.length;
  return [
    ...(running === undefined
      ? []
      : [
          refusal(
            'still-consulting',
            `Families are asked until ${formatDate(running.closesOn)}. Publish after that day.`,
          ),
        ]),
    ...openGaps(whole.content.duties).map(({ title, found }) =>
      refusal('gap', `${title}: ${found} Mend it, or give a reason in the checklist.`),
    ),
    ...(missing <= 0
      ? []
      : [
          refusal(
            'not-signed',
            missing === signaturesNeeded
              ? 'Two people have to sign it: a commissioner and a team manager, or two of one kind.'
              : 'One more person has to sign it: a commissioner or a team manager.',
          ),
        ]),
  ];
}

/**
 * Publishes the draft as a version: dated, with the facts of this moment, at an address that stays, never changed.
 * Refuses while anything stands in the way, and a review that is not after today.
 */
export async function publishDraft(visit: Visit): Promise<Answer> {
  if ((await openDraft(visit.transaction, visit.authority.id)) === null) return notFound('a draft');
  const read = parseForm(z.object({ review: date('The day of the next review') }), visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const today = visit.clock.today();
  const reviewBy = read.value.review;
  const latest = today.add({ months: layoutOf(visit.authority).reviewMonths * 3 });
  if (Temporal.PlainDate.compare(reviewBy, today) <= 0)
    return wrong(refusal('past', 'The day of the next review must be after today', 'review'));
  if (Temporal.PlainDate.compare(reviewBy, latest) > 0)
    return wrong(
      refusal(
        'too-late',
        `The next review must be by ${formatDate(latest)}: the law says to keep it under review`,
        'review',
      ),
    );
  const whole = await wholeDraft(visit, { reviewBy });
  if (whole === null) return notFound('a draft');
  const inTheWay = await obstacles(visit, whole);
  if (inTheWay.length > 0) return wrong(...inTheWay);
  const { number } = whole.draft;
  await insertVersion(visit.transaction, {
    authorityId: visit.authority.id,
    number,
    publishedOn: today,
    reviewBy,
    content: whole.content,
    by: byOf(visit),
  });
  visit.concerns('statement', visit.authority.id, { number, on: today.toString() });
  return redirect(`/statement/versions/${number}`);
}
