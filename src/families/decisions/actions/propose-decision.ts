import { z } from 'zod';
import { pence } from '#kernel/money.ts';
import { amount, choice, firstValue, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { bandChoice, type Choice, choiceKinds, settle } from '../domain/choice.ts';
import { signedIn } from '../signed-in.ts';
import { saveDraft } from '../store/drafts.ts';
import { alreadyDecided } from './already-decided.ts';

const maxWords = 3_000;

/** The answers of the form's first question: each band of the scheme stands there by itself. */
function formFor(visit: Visit, bandIds: readonly string[]) {
  const isAmount = firstValue(visit.form, 'kind') === 'amount';
  const kinds = ['recommended', 'amount', 'refuse', ...bandIds.map(bandChoice)];
  return z.object({
    kind: choice(kinds, 'Choose what you decide'),
    ...(isAmount ? { amount: amount('Enter an amount in pounds, like 600') } : {}),
    because: words({ name: 'The reason', max: maxWords }),
    wordsForFamily: words({ name: 'The reasons for the family', max: maxWords }),
  });
}

type Form = z.output<ReturnType<typeof formFor>>;

function choiceFrom(form: Form, bandIds: readonly string[]): Choice {
  const bandId = bandIds.find((id) => bandChoice(id) === form.kind) ?? null;
  const kind = bandId === null ? choiceKinds.find((one) => one === form.kind) : 'band';
  if (kind === undefined) throw new Error('the form takes only the choices that it offers');
  return {
    kind,
    bandId,
    amount: typeof form.amount === 'number' ? pence(form.amount) : null,
    because: form.because,
    wordsForFamily: form.wordsForFamily,
  };
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
  const bandIds = bands.map((band) => band.id);
  const form = parseForm(formFor(visit, bandIds), visit.form);
  if (!form.ok) return wrong(...form.refusals);
  const chosen = choiceFrom(form.value, bandIds);
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
