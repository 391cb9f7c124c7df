import { z } from 'zod';
import { addEvent, changeState } from '#families/applications/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { choice, optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { type CaseOfAppeal, caseOfAppeal } from '../case-of-appeal.ts';
import { type AppealOutcome, appealOutcomes, mayLook } from '../domain/appeal.ts';
import { nextStepAfter } from '../next-step.ts';
import { recipientOf } from '../recipient.ts';
import { insertAppealStep } from '../store/appeals.ts';
import { answerTemplateOf } from '../templates.ts';

const form = z.object({
  outcome: choice(appealOutcomes, 'Choose what comes of the appeal'),
  again: optionalChoice(['yes', 'no']),
  reasons: words({
    missing: 'Write the reasons for the family. An answer cannot be sent without them',
    max: 5_000,
    name: 'The reasons',
  }),
});

/** Says why the signed-in person may not look at this appeal now, or null. */
export function mayNotLook(visit: Visit, found: CaseOfAppeal): Refusal | null {
  const { appeal, about } = found;
  if (appeal.stand.end !== null)
    return refusal('ended-already', 'This appeal is closed already. Nothing that you sent was saved.');
  const lookedBefore = about.appeals
    .filter((one) => one.id !== appeal.id)
    .flatMap(({ steps }) =>
      steps.filter(({ kind }) => kind === 'answered').map((step) => step.personId ?? ''),
    );
  return mayLook(signedIn(visit), { decidedBy: about.decision.decidedBy, lookedBefore });
}

/** Somebody says that they look at the appeal, so that two do not read it at once. */
export async function takeAppeal(visit: Visit) {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const cannot = mayNotLook(visit, found);
  if (cannot !== null) return wrong(cannot);
  const { id: personId, name: personName } = signedIn(visit);
  const none = { outcome: null, isDecidedAgain: false, words: '' };
  await insertAppealStep(visit.transaction, {
    authorityId: visit.authority.id,
    appeal: found.appeal,
    step: { at: visit.clock.now(), personId, personName, kind: 'taken', ...none },
  });
  return redirect(`/practitioners/appeals/${found.appeal.id}`);
}

/**
 * Answers an appeal, with reasons. One that is upheld sets the application back, to be decided anew by somebody
 * other than who decided first; one that is upheld in part does so where the answer says it.
 */
export async function answerAppeal(visit: Visit) {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const cannot = mayNotLook(visit, found);
  if (cannot !== null) return wrong(cannot);
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { outcome, again, reasons } = parsed.value;
  if (outcome === 'partly' && again === null)
    return wrong(refusal('again-missing', 'Say whether the application is decided again', 'again'));
  const isDecidedAgain = outcome === 'upheld' || (outcome === 'partly' && again === 'yes');
  const { id: personId, name: personName } = signedIn(visit);
  const at = visit.clock.now();
  await insertAppealStep(visit.transaction, {
    authorityId: visit.authority.id,
    appeal: found.appeal,
    step: { at, personId, personName, kind: 'answered', outcome, isDecidedAgain, words: reasons },
  });
  if (isDecidedAgain) await reopen(visit, found);
  await sendAnswer(visit, found, { outcome, isDecidedAgain, reasons });
  return redirect(`/practitioners/appeals/${found.appeal.id}?answered=yes`);
}

async function reopen(visit: Visit, { appeal }: CaseOfAppeal): Promise<void> {
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: appeal.applicationId };
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await changeState(visit.transaction, { ...named, to: 'sent', at, waitingSince: null, dueOn });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'reopened',
    words: `Your appeal ${appeal.reference} led to this: we decide your application again.`,
    isForFamily: true,
  });
  visit.note({ event: 'application.reopened', subject: { kind: 'application', id: appeal.applicationId } });
}

async function sendAnswer(
  visit: Visit,
  { appeal, about }: CaseOfAppeal,
  answer: { readonly outcome: AppealOutcome; readonly isDecidedAgain: boolean; readonly reasons: string },
): Promise<void> {
  const to = await recipientOf(visit, appeal.personId);
  const next = nextStepAfter(visit.authority, about, { ...answer, isCounted: false });
  await visit.send({
    kind: 'appeal-answer',
    to: to.email,
    personId: appeal.personId,
    reference: appeal.reference,
    ...(await messageOf(visit, {
      templateId: answerTemplateOf[answer.outcome],
      fields: {
        name: to.name,
        child: fullName(about.child),
        asked: formatDate(appeal.madeOn),
        reference: appeal.reference,
        why: answer.reasons,
        next: next.join('\n\n'),
        link: `${visit.origin}/account/appeals/${appeal.id}`,
      },
    })),
  });
}
