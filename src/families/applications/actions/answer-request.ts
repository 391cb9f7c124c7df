import { addEvidence } from '#families/register/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, type Upload, type Visit, wrong } from '#platform/web/visit.ts';
import type { Application } from '../domain/application.ts';
import { addEvent, changeState } from '../store/applications.ts';
import { handIn } from '../store/hand-in.ts';
import { applicationOf, signedIn } from './signed-in.ts';

const maxWords = 3_000;

/** The family answers what it was asked: with words, with letters, or both. The clock goes on from here. */
export async function answerRequest(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  const address = `/account/applications/${application.id}`;
  if (application.state !== 'more-asked') return redirect(address);
  const answer = firstValue(visit.form, 'answer').trim();
  const letters = visit.uploads.filter(
    (upload) => upload.field === 'diagnosis' || upload.field === 'benefit',
  );
  if (answer === '' && letters.length === 0)
    return wrong(refusal('missing', 'Write an answer or choose a file', 'answer'));
  if (answer.length > maxWords)
    return wrong(refusal('too-long', `Your answer must be ${maxWords} characters or fewer`, 'answer'));
  for (const letter of letters) {
    const problem = await keepLetter(visit, application, letter);
    if (problem !== null) return wrong({ ...problem, field: letter.field });
  }
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await changeState(visit.transaction, { ...named, to: 'sent', at, waitingSince: null, dueOn });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'more-given',
    words: answer === '' ? 'A letter was sent' : answer,
    isForFamily: true,
  });
  return redirect(address);
}

async function keepLetter(visit: Visit, application: Application, letter: Upload) {
  const taken = await handIn(visit, letter);
  if (!taken.ok) return taken;
  const { householdId, childId, answers } = application;
  if (householdId === null || childId === null)
    throw new Error('an application that was sent has a child and a household');
  const benefitLetter = answers.benefit?.which === 'pip' ? 'pip-letter' : 'dla-letter';
  const kind = letter.field === 'diagnosis' ? 'diagnosis-letter' : benefitLetter;
  await addEvidence(visit.transaction, {
    authorityId: visit.authority.id,
    householdId,
    childId,
    at: visit.clock.now(),
    evidence: [
      {
        kind,
        dlaCare: null,
        dlaMobility: null,
        pipDaily: null,
        pipMobility: null,
        datedOn: null,
        holdsFrom: null,
        holdsUntil: null,
        fileId: taken.value.id,
      },
    ],
  });
  return null;
}
