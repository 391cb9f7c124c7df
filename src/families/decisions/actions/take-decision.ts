import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { settle } from '../domain/choice.ts';
import { groundMark } from '../ground-of-decision.ts';
import { groundToSettle } from '../ground-to-settle.ts';
import { whyNotUnderLock } from '../may-decide.ts';
import { draftOf, removeDraft } from '../store/drafts.ts';
import { carryOut } from './carry-out.ts';

/**
 * Takes a decision for good: the record with its facts and reasons, the award, the money promised, the state,
 * the way so far, the message, all in one transaction with the application's row locked, so that of two
 * officers one decides and the other is told.
 */
export async function takeDecision(visit: Visit) {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id, { forChange: true });
  if (found === null) return notFound();
  visit.concerns('application', id);
  const by = signedIn(visit);
  const refused = await whyNotUnderLock(visit, found, by);
  if (refused !== null) return wrong(refused);
  if (!found.reading.ok) return wrong(found.reading);
  const reading = found.reading.value;
  const whose = { authorityId: visit.authority.id, applicationId: id, personId: by.id };
  const draft = await draftOf(visit.transaction, whose);
  if (draft === null) return wrong(refusal('nothing-chosen', 'Choose what you decide first, then check it.'));
  if (firstValue(visit.form, 'ground') !== groundMark(reading, draft, found.decisions.length)) {
    const sentence =
      'The application or your own choice has changed since you opened this page. Check it once more, then confirm.';
    return wrong(refusal('changed-since', sentence));
  }
  const settled = settle(draft, await groundToSettle(visit, reading));
  if (!settled.ok) return wrong(settled);
  const { because, wordsForFamily } = draft;
  const done = await carryOut(visit, {
    found,
    reading,
    decided: settled.value,
    because,
    wordsForFamily,
    by,
  });
  if (!done.ok) return wrong(done);
  await removeDraft(visit.transaction, whose);
  return redirect(`/practitioners/applications/${id}`);
}
