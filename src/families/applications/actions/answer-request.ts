import { addEvidence } from '#families/register/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { firstValue, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { decisionClockOn } from '../casework.ts';
import type { LetterFile } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { takeInLetters } from '../steps/letters.ts';
import { changeState } from '../store/applications.ts';
import { addEvent } from '../store/events.ts';
import { benefitLetterKind, plainLetter } from './evidence-of-answers.ts';
import { applicationOf } from './signed-in.ts';

const answerWords = words({ max: 3_000, name: 'Your answer' });

/** While nobody has decided, a family may add what it has: also while it waits, or somebody else looks at it. */
const takesMore: readonly Application['state'][] = ['more-asked', 'sent', 'waiting', 'referred'];

/**
 * The family answers what it was asked, or adds something by itself while it waits: with words, with letters,
 * or both. An answer that we waited for lets the time to decide begin again.
 */
export async function answerRequest(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  const address = `/account/applications/${application.id}`;
  if (!takesMore.includes(application.state)) return redirect(address);
  const answer = answerWords.safeParse([firstValue(visit.form, 'answer')]);
  if (!answer.success)
    return wrong(refusal('too-long', answer.error.issues[0]?.message ?? 'Check your answer', 'answer'));
  const letters = await takeInLetters(visit);
  if (!letters.ok) return wrong(letters.refusal);
  if (answer.data === '' && letters.files.length === 0)
    return wrong(refusal('missing', 'Write an answer or choose a file', 'answer'));
  await keepLetters(visit, application, letters.files);
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  if (application.state === 'more-asked') {
    const dueOn = nextDueDay(visit, application);
    await changeState(visit.transaction, { ...named, to: 'sent', at, waitingSince: null, dueOn });
  }
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'more-given',
    words: saidInWords(answer.data, letters.files),
    isForFamily: true,
  });
  return redirect(`${address}?answered=yes`);
}

function nextDueDay(visit: Visit, { schemeId }: Application): Temporal.PlainDate {
  const on = visit.clock.today();
  const id = decisionClockOn(visit.authority, { schemeId, on, isUnchanged: false });
  return lastDayBy(visit.authority, { id, from: on });
}

function saidInWords(answer: string, files: readonly LetterFile[]): string {
  const names = files.map((file) => `“${file.name}”`).join(', ');
  return [answer, names === '' ? '' : `Sent with this: ${names}`].filter((part) => part !== '').join('\n');
}

async function keepLetters(
  visit: Visit,
  application: Application,
  files: readonly LetterFile[],
): Promise<void> {
  const { householdId, childId, answers } = application;
  if (householdId === null || childId === null)
    throw new Error('an application that was sent has a child and a household');
  await addEvidence(visit.transaction, {
    authorityId: visit.authority.id,
    householdId,
    childId,
    at: visit.clock.now(),
    evidence: files.map((file) =>
      plainLetter(
        file.shows === 'diagnosis' ? 'diagnosis-letter' : benefitLetterKind(answers.benefit),
        file.fileId,
      ),
    ),
  });
}
