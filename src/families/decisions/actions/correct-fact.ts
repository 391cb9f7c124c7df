import { z } from 'zod';
import { addEvent } from '#families/applications/index.ts';
import { supersedeEvidence } from '#families/register/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { correctablesOf, everyRate } from '../correctable.ts';
import { whyNotUnderLock } from '../may-decide.ts';
import { insertCorrection } from '../store/corrections.ts';

/**
 * Puts right what was read wrongly from a letter: the letter stays as it was recorded, what it truly says is
 * added beside it, with the reason, and the scheme reads the application anew.
 */
export async function correctFact(visit: Visit) {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id, { forChange: true });
  if (found === null) return notFound();
  visit.concerns('application', id);
  const by = signedIn(visit);
  const refused = await whyNotUnderLock(visit, found, by);
  if (refused !== null) return wrong(refused);
  const correctables = correctablesOf(found.evidence);
  const form = z.object({
    what: choice(
      correctables.map(({ key }) => key),
      'Choose what was read wrongly',
    ),
    rate: choice(everyRate, 'Choose the rate that the letter shows'),
    reason: words({ name: 'The reason', missing: 'Write how you know', max: 2_000 }),
  });
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { what, rate, reason } = read.value;
  const chosen = correctables.find(({ key }) => key === what);
  if (chosen === undefined) throw new Error('the form takes only what may be corrected');
  if (!chosen.rates.includes(rate))
    return wrong(
      refusal(
        'no-such-rate',
        `${chosen.words} is ${chosen.rates.slice(0, -1).join(', ')} or ${chosen.rates.at(-1)}.`,
        'rate',
      ),
    );
  if (rate === chosen.was)
    return wrong(refusal('already-so', `${chosen.words} stands as ${rate} already.`, 'rate'));
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const evidenceId = await supersedeEvidence(visit.transaction, {
    authorityId,
    evidenceId: chosen.evidenceId,
    rates: { [chosen.component]: rate },
    at,
  });
  await insertCorrection(visit.transaction, {
    authorityId,
    applicationId: id,
    householdId: found.household.id,
    by: by.id,
    correction: {
      fact: chosen.fact,
      was: chosen.was,
      isNow: rate,
      evidenceId,
      reason,
      correctedByName: by.name,
      correctedAt: at,
    },
  });
  await addEvent(visit.transaction, {
    authorityId,
    applicationId: id,
    at,
    personId: by.id,
    kind: 'note',
    words: `${by.name} corrected ${chosen.words}: ${chosen.was} is now ${rate}. ${reason}`,
    isForFamily: false,
  });
  visit.note({
    event: 'fact.corrected',
    subject: { kind: 'application', id },
    details: { fact: chosen.fact, was: chosen.was, isNow: rate },
  });
  return redirect(`/practitioners/applications/${id}`);
}
