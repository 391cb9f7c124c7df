import { z } from 'zod';
import { childOf } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, firstValue, optionalChoice, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { mergeChildren, undoMerge } from '../store/merges.ts';
import { tellApart } from '../store/told-apart.ts';
import { twoOfVisit } from '../two-of-visit.ts';

const changedMeanwhile = refusal(
  'changed-by-someone-else',
  'Somebody settled these two meanwhile. Look at the list again',
);

const verdictForm = z.object({
  verdict: choice(['same', 'apart'], 'Choose whether it is one child'),
  reason: words({ name: 'How you know', max: 500 }),
});

/** Says of two records that they are two children, with the reason; or goes on to merge them. */
export async function settlePair(visit: Visit): Promise<Answer> {
  const two = await twoOfVisit(visit);
  if (two === null) return notFound();
  const parsed = parseForm(verdictForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { verdict, reason } = parsed.value;
  const { one, other } = two;
  if (verdict === 'same') return redirect(`/practitioners/duplicates/${one.id}/${other.id}/merge`);
  if (reason === '')
    return wrong(refusal('missing', 'Say how you know that they are two children', 'reason'));
  await tellApart(visit.transaction, {
    authorityId: visit.authority.id,
    childIds: [one.id, other.id],
    reason,
    by: signedIn(visit).id,
    at: visit.clock.now(),
  });
  for (const id of [one.id, other.id]) visit.concerns('child', id, { toldApart: true });
  return redirect('/practitioners/duplicates?done=apart');
}

const mergeForm = z.object({
  stays: words({ name: 'Which record stays', missing: 'Choose which record stays' }),
  mayBothSee: optionalChoice(['yes', 'no']),
  reason: words({ name: 'How you know', missing: 'Say how you know that it is one child', max: 500 }),
});

/** Merges the two records of the address: the one that was chosen stays, the other points to it. */
export async function mergePair(visit: Visit): Promise<Answer> {
  const two = await twoOfVisit(visit);
  if (two === null) return notFound();
  const parsed = parseForm(mergeForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { stays, mayBothSee, reason } = parsed.value;
  const kept = [two.one, two.other].find(({ id }) => id === stays);
  const merged = [two.one, two.other].find(({ id }) => id !== stays);
  if (kept === undefined || merged === undefined)
    return wrong(refusal('missing', 'Choose which record stays', 'stays'));
  const areTwoHomes = kept.householdId !== merged.householdId;
  if (areTwoHomes && mayBothSee === null)
    return wrong(
      refusal('missing', 'Choose whether the families of both homes may see the child', 'mayBothSee'),
    );
  const isMerged = await mergeChildren(visit.transaction, {
    authorityId: visit.authority.id,
    keptId: kept.id,
    mergedId: merged.id,
    bothMaySee: areTwoHomes ? mayBothSee === 'yes' : null,
    reason,
    by: signedIn(visit).id,
    at: visit.clock.now(),
    today: visit.clock.today(),
  });
  if (!isMerged) return wrong(changedMeanwhile);
  visit.concerns('child', kept.id, { mergedWith: merged.id });
  visit.concerns('child', merged.id, { mergedInto: kept.id });
  return redirect(`/practitioners/children/${kept.id}/merged`);
}

const undoForm = z.object({
  because: words({ name: 'Why it was wrong', missing: 'Say why the merge was wrong', max: 500 }),
});

/** Takes a merge back with the reason. */
export async function takeMergeBack(visit: Visit): Promise<Answer> {
  const childId = visit.params.child ?? '';
  const mergeId = firstValue(visit.form, 'merge');
  if (!isId(childId) || !isId(mergeId)) return notFound();
  const child = await childOf(visit.transaction, { authorityId: visit.authority.id, childId });
  if (child === null) return notFound();
  const parsed = parseForm(undoForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const isUndone = await undoMerge(visit.transaction, {
    authorityId: visit.authority.id,
    childId,
    mergeId,
    because: parsed.value.because,
    by: signedIn(visit).id,
    at: visit.clock.now(),
    today: visit.clock.today(),
  });
  if (!isUndone) return wrong(changedMeanwhile);
  visit.concerns('child', childId, { mergeTakenBack: mergeId });
  return redirect(`/practitioners/children/${childId}/merged`);
}
