import { z } from 'zod';
import { addEvent } from '#families/applications/index.ts';
import { fullName } from '#families/register/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { type DecisionToAppeal, decisionToAppeal } from '../case-of-appeal.ts';
import { type Appeal, type AppealWay, isOpen } from '../domain/appeal.ts';
import { handInAll } from '../handed-in.ts';
import { lastDayOf } from '../rules-of-appeals.ts';
import { insertAppeal, insertAppealFiles, insertAppealStep } from '../store/appeals.ts';

const form = z.object({
  words: words({
    missing: 'Tell us why you think the decision is wrong. A few words are enough',
    max: 5_000,
    name: 'What you tell us',
  }),
  lateBecause: words({ max: 1_000, name: 'Why it is late' }),
});

/** Says why a decision cannot be appealed now, or null: an appeal is open, it is decided anew, or no stage is left. */
export function cannotAppeal(about: DecisionToAppeal): Refusal | null {
  if (about.application.state !== 'decided')
    return refusal(
      'not-decided',
      'This is being looked at again already, so there is nothing to appeal now.',
    );
  if (about.appeals.some(({ stand }) => isOpen(stand)))
    return refusal('appealed-already', 'We have your appeal about this decision already. One is enough.');
  if (answeredStages(about) >= about.rules.stages.length)
    return refusal(
      'no-stage-left',
      `We have looked at this decision again already. ${about.rules.final} If you are still unhappy, you can make a complaint.`,
    );
  return null;
}

/** How many stages have been used: an appeal that was taken back or moved does not count. */
export function answeredStages(about: Pick<DecisionToAppeal, 'appeals'>): number {
  return about.appeals.filter(({ stand }) => stand.state === 'answered').length;
}

/** The family asks for its decision to be looked at again. A late appeal is taken with its reason. */
export async function makeAppeal(visit: Visit) {
  const about = await decisionToAppeal(visit, visit.params.decision ?? '');
  if (about === null) return notFound('a decision');
  const cannot = cannotAppeal(about);
  if (cannot !== null) return wrong(cannot);
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { lateBecause } = parsed.value;
  if (about.isLate && about.askBy !== null && lateBecause === '')
    return wrong(
      refusal(
        'late',
        `The last day to appeal was ${formatDate(about.askBy)}. Tell us why it is late, and we will look at it`,
        'lateBecause',
      ),
    );
  const files = await handInAll(visit, 'files');
  if (!files.ok) return wrong(files);
  const appeal = await keepAppeal(visit, about, {
    words: parsed.value.words,
    lateBecause: about.isLate ? lateBecause : '',
    fileIds: files.value,
  });
  return redirect(`/account/appeals/${appeal.id}?sent=yes`);
}

/** Keeps an appeal of the person given (the visitor, unless it is recorded for somebody), and says so to them. */
export async function keepAppeal(
  visit: Visit,
  about: DecisionToAppeal,
  given: {
    readonly words: string;
    readonly lateBecause: string;
    readonly fileIds: readonly string[];
    readonly by?: { readonly id: string; readonly name: string; readonly email: string };
    /** How and when it came, where somebody at the council wrote it down. */
    readonly came?: { readonly way: Exclude<AppealWay, 'online'>; readonly on: Temporal.PlainDate };
  },
): Promise<Appeal> {
  const by = given.by ?? signedIn(visit);
  const { householdId, childId } = about.application;
  if (householdId === null || childId === null) throw new Error('a decided application has a child');
  const at = visit.clock.now();
  const madeOn = given.came?.on ?? visit.clock.today();
  const writer = given.came === undefined ? null : signedIn(visit);
  const appeal: Appeal = {
    id: newId(),
    reference: newReference('AP'),
    householdId,
    childId,
    applicationId: about.application.id,
    decisionId: about.decision.id,
    number: about.appeals.length + 1,
    personId: by.id,
    words: given.words,
    lateBecause: given.lateBecause,
    madeOn,
    answerBy: lastDayOf(visit.authority, madeOn, about.rules.answerWithin),
    way: given.came?.way ?? 'online',
    recordedBy: writer?.id ?? null,
  };
  const named = { authorityId: visit.authority.id };
  await insertAppeal(visit.transaction, { ...named, appeal, at });
  await insertAppealFiles(visit.transaction, { ...named, appeal, fileIds: given.fileIds, at });
  const words = writer === null ? '' : `${writer.name} wrote it down for you`;
  const none = { outcome: null, isDecidedAgain: false, words };
  const step = { at, personId: by.id, personName: by.name, kind: 'made' as const, ...none };
  await insertAppealStep(visit.transaction, { ...named, appeal, step });
  await addEvent(visit.transaction, {
    ...named,
    applicationId: appeal.applicationId,
    at,
    personId: by.id,
    kind: 'appealed',
    words: 'You asked us to look at the decision again',
    isForFamily: true,
  });
  visit.concerns('appeal', appeal.id);
  await visit.send({
    kind: 'appeal-receipt',
    to: by.email,
    personId: by.id,
    reference: appeal.reference,
    ...(await messageOf(visit, {
      templateId: 'appeal-received',
      fields: {
        name: by.name,
        child: fullName(about.child),
        reference: appeal.reference,
        due: formatDate(appeal.answerBy),
        link: `${visit.origin}/account/appeals/${appeal.id}`,
      },
    })),
  });
  return appeal;
}
