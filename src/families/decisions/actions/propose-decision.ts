import { z } from 'zod';
import { pence } from '#kernel/money.ts';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { amount, choice, firstValue, parseForm, readBy, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { bandChoice, type Choice, choiceKinds, type Decided, settle } from '../domain/choice.ts';
import type { GivingBand } from '../domain/recommendation.ts';
import { fundNow, fundSpent, hasPowerToOverspend, wouldPass } from '../fund.ts';
import { groundToSettle } from '../ground-to-settle.ts';
import { whyNotBy } from '../may-decide.ts';
import type { Reading } from '../reading.ts';
import { saveDraft } from '../store/drafts.ts';

const maxWords = 3_000;

/** A count that may be left out, typed in digits. */
function count(missing: string) {
  return readBy((typed): Result<number | null> => {
    if (typed === '') return success(null);
    return /^\d{1,5}$/.test(typed) && Number(typed) > 0
      ? success(Number(typed))
      : refusal('not-valid', missing);
  });
}

/** The answers of the form's first question: each band of the scheme stands there by itself. */
function formFor(visit: Visit, bands: readonly GivingBand[]) {
  const isAmount = firstValue(visit.form, 'kind') === 'amount';
  const kinds = [...choiceKinds.filter((kind) => kind !== 'band'), ...bands.map(({ id }) => bandChoice(id))];
  const has = (figure: 'amount' | 'minutes' | 'nights') =>
    isAmount && bands.some(({ giving }) => giving[figure] !== null);
  const isMoneyAlone = !has('minutes') && !has('nights');
  const isTyped = firstValue(visit.form, 'amount').trim() !== '';
  return z.object({
    kind: choice(kinds, 'Choose what you decide'),
    ...(isAmount && (isMoneyAlone || isTyped)
      ? { amount: amount('Enter an amount in pounds, like 600') }
      : {}),
    ...(has('minutes') ? { hours: count('Enter whole hours, like 40') } : {}),
    ...(has('nights') ? { nights: count('Enter whole nights, like 12') } : {}),
    because: words({ name: 'The reason', max: maxWords }),
    wordsForFamily: words({ name: 'The reasons for the family', max: maxWords }),
  });
}

type Form = z.output<ReturnType<typeof formFor>>;

function choiceFrom(form: Form, bands: readonly GivingBand[]): Choice {
  const bandId = bands.find(({ id }) => bandChoice(id) === form.kind)?.id ?? null;
  const kind = bandId === null ? choiceKinds.find((one) => one === form.kind) : 'band';
  if (kind === undefined) throw new Error('the form takes only the choices that it offers');
  return {
    kind,
    bandId,
    amount: typeof form.amount === 'number' ? pence(form.amount) : null,
    minutes: typeof form.hours === 'number' ? form.hours * 60 : null,
    nights: typeof form.nights === 'number' ? form.nights : null,
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
  const refused = whyNotBy(found, signedIn(visit));
  if (refused !== null) return wrong(refused);
  if (!found.reading.ok) return wrong(found.reading);
  const { bands } = found.reading.value;
  const form = parseForm(formFor(visit, bands), visit.form);
  if (!form.ok) return wrong(...form.refusals);
  const chosen = choiceFrom(form.value, bands);
  const settled = settle(chosen, await groundToSettle(visit, found.reading.value));
  if (!settled.ok) return wrong(settled);
  const spent = await whyNoMoney(visit, found.reading.value, settled.value);
  if (spent !== null) return wrong(spent);
  await saveDraft(visit.transaction, {
    authorityId: visit.authority.id,
    applicationId: id,
    personId: signedIn(visit).id,
    choice: chosen,
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/applications/${id}/decide/check`);
}

/** An award that the fund has no room for is stopped here already, so that nobody writes a letter in vain. */
async function whyNoMoney(visit: Visit, reading: Reading, decided: Decided): Promise<Refusal | null> {
  if (decided.giving?.amount === undefined || decided.giving.amount === null) return null;
  const position = await fundNow(visit, reading.says.scheme);
  if (position === null || !wouldPass(position, decided.giving.amount)) return null;
  return hasPowerToOverspend(visit, signedIn(visit)) ? null : fundSpent(position);
}
