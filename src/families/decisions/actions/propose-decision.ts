import { z } from 'zod';
import { pence } from '#kernel/money.ts';
import { amount, choice, firstValue, optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { type Choice, choiceKinds, settle } from '../domain/choice.ts';
import { signedIn } from '../signed-in.ts';
import { saveDraft } from '../store/drafts.ts';
import { alreadyDecided } from './already-decided.ts';

const maxWords = 3_000;

function formFor(visit: Visit, bandIds: readonly string[]) {
  const isAmount = firstValue(visit.form, 'kind') === 'amount';
  return z.object({
    kind: choice(choiceKinds, 'Choose what you decide'),
    bandId: optionalChoice(bandIds),
    ...(isAmount ? { amount: amount('Enter an amount in pounds, like 600') } : {}),
    because: words({ name: 'The reason', max: maxWords }),
    wordsForFamily: words({ name: 'The reasons for the family', max: maxWords }),
  });
}

/** Takes note of what the officer is about to decide, and leads to the page that asks to check it. */
export async function proposeDecision(visit: Visit) {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound();
  visit.concerns('application', id);
  if (found.decision !== null) return wrong(alreadyDecided(found.decision));
  if (!found.reading.ok) return wrong(found.reading);
  const { bands, recommendation } = found.reading.value;
  const form = parseForm(
    formFor(
      visit,
      bands.map((band) => band.id),
    ),
    visit.form,
  );
  if (!form.ok) return wrong(...form.refusals);
  const typed = 'amount' in form.value ? form.value.amount : null;
  const chosen: Choice = {
    kind: form.value.kind,
    bandId: form.value.bandId,
    amount: typeof typed === 'number' ? pence(typed) : null,
    because: form.value.because,
    wordsForFamily: form.value.wordsForFamily,
  };
  const settled = settle(chosen, { recommendation, bands });
  if (!settled.ok) return wrong(settled);
  await saveDraft(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: id,
    personId: signedIn(visit).id,
    choice: chosen,
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/applications/${id}/decide/check`);
}
