import { z } from 'zod';
import { accountsToTell } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, date, firstValue, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { decisionToAppeal } from '../case-of-appeal.ts';
import { handInAll } from '../handed-in.ts';
import { cannotAppeal, keepAppeal } from './make-appeal.ts';

const form = z.object({
  way: choice(['phone', 'letter', 'in-person'], 'Choose how it came'),
  cameOn: date('The day it came'),
  words: words({ missing: 'Write down what they said, in their words', max: 5_000, name: 'What they said' }),
  lateBecause: words({ max: 1_000, name: 'Why it is late' }),
});

/** Whom an appeal of a family can be written down for: whoever of it has an account, and is not barred. */
export async function appellantsOf(visit: Visit, householdId: string | null) {
  if (householdId === null) return [];
  return accountsToTell(visit.transaction, { authorityId: visit.authority.id, householdId });
}

/**
 * Writes down an appeal that came by telephone, by letter or in person. It counts from the day on which it came, and
 * who made it gets the receipt, as if they had sent it themselves.
 */
export async function recordAppeal(visit: Visit) {
  const about = await decisionToAppeal(visit, visit.params.decision ?? '');
  if (about === null) return notFound('a decision');
  const cannot = cannotAppeal(about);
  if (cannot !== null) return wrong(cannot);
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { way, cameOn, lateBecause } = parsed.value;
  const people = await appellantsOf(visit, about.application.householdId);
  const by = people.find(({ id }) => id === firstValue(visit.form, 'person'));
  if (by === undefined) return wrong(refusal('missing', 'Choose who made the appeal', 'person'));
  const decidedOn = dateInEngland(about.decision.decidedAt);
  if (Temporal.PlainDate.compare(cameOn, visit.clock.today()) > 0)
    return wrong(refusal('in-the-future', 'The day it came must be today or in the past', 'cameOn'));
  if (Temporal.PlainDate.compare(cameOn, decidedOn) < 0)
    return wrong(
      refusal('too-early', `The decision was taken on ${formatDate(decidedOn)}. Enter a later day`, 'cameOn'),
    );
  const isLate = about.askBy !== null && Temporal.PlainDate.compare(cameOn, about.askBy) > 0;
  if (isLate && lateBecause === '')
    return wrong(refusal('late', 'It came after the last day. Write why it is late', 'lateBecause'));
  const files = await handInAll(visit, 'files');
  if (!files.ok) return wrong(files);
  const appeal = await keepAppeal(visit, about, {
    words: parsed.value.words,
    lateBecause: isLate ? lateBecause : '',
    fileIds: files.value,
    by,
    came: { way, on: cameOn },
  });
  return redirect(`/practitioners/appeals/${appeal.id}`);
}
