import { z } from 'zod';
import { fullName } from '#families/register/index.ts';
import { formatPounds } from '#kernel/money.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { refusesOwnApproval } from '../domain/approval.ts';
import { goesAgainstWish } from '../domain/plan.ts';
import { awardLines } from '../plan-awards.ts';
import { type PlanFile, planFileOf, wayOf } from '../plan-file.ts';
import { hasWrittenPlan, insertPlanStep } from '../store/plan-parts.ts';
import { movePlan } from '../store/plans.ts';
import { tellFamily } from '../tell-family.ts';

/** Makes a plan ready: every line is complete, its cost is their sum. The family then reads its copy. */
export async function makePlanReady(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { plan } = file;
  const back = `/practitioners/plans/${plan.id}`;
  if (plan.state === 'ready') return redirect(back);
  if (plan.state !== 'draft')
    return wrong(refusal('plan-not-draft', 'This plan is not a draft any more. Look at where it stands.'));
  if (file.lacking.length > 0)
    return wrong(...file.lacking.map((sentence) => refusal('line-incomplete', sentence)));
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  await movePlan(visit.transaction, {
    authorityId,
    planId: plan.id,
    to: 'ready',
    at,
    yearlyCost: file.cost,
    panelBecause: '',
  });
  const step = { kind: 'made-ready', words: formatPounds(file.cost) } as const;
  await insertPlanStep(visit.transaction, { authorityId, plan, ...step, by: signedIn(visit), at });
  await tellFamily(visit, {
    householdId: plan.householdId,
    kind: 'plan-to-read',
    reference: plan.reference,
    templateId: 'plan-to-read',
    fields: { child: fullName(file.child), link: `${visit.origin}/account/plans/${plan.id}` },
  });
  return redirect(`${back}?told=ready`);
}

const form = z.object({
  choice: choice(['agree', 'panel', 'return'], 'Choose what you decide'),
  words: words({ name: 'Your words', max: 3_000 }),
});

/**
 * A team manager agrees a ready plan within their spending authority, sends it to the panel, or returns it with
 * the reason. Who assessed or wrote any part of it does not agree it. Where the family asked for a direct
 * payment and a line gives something else, the reason is owed.
 */
export async function settlePlan(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { plan } = file;
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (plan.state !== 'ready')
    return wrong(
      refusal('not-waiting', 'This plan does not wait to be agreed. Look at where it stands now.'),
    );
  const person = signedIn(visit);
  const chosen = read.value.choice;
  if (chosen === 'return') return returnPlan(visit, file, read.value.words);
  const way = wayOf(visit, file, person.roles);
  if (chosen === 'panel') {
    const because = way.to === 'panel' ? way.because : read.value.words;
    if (because === '') return wrong(refusal('missing', 'Write why the panel should decide this', 'words'));
    return toPanel(visit, file, because);
  }
  const named = { authorityId: visit.authority.id, planId: plan.id };
  const isOwn = await hasWrittenPlan(visit.transaction, { ...named, personId: person.id });
  const own = refusesOwnApproval(person, new Set(isOwn ? [person.id] : []));
  if (own !== null) return wrong(own);
  if (way.to === 'panel') return wrong(refusal('for-the-panel', `${way.because} Send it to the panel.`));
  const against = file.lines.some((line) => goesAgainstWish(line, file.wishes.get(line.id)));
  if (against && read.value.words === '')
    return wrong(
      refusal(
        'wish-without-reason',
        'The family asked for a direct payment where the plan gives something else. Write why, for the family to read, or return the plan',
        'words',
      ),
    );
  await agreePlan(visit, file, { words: read.value.words, conditions: '' });
  return redirect(`/practitioners/plans/${plan.id}?told=agreed`);
}

/** Agrees a plan in the name of whoever is signed in, makes its awards and tells the family. */
export async function agreePlan(
  visit: Visit,
  file: PlanFile,
  given: { readonly words: string; readonly conditions: string },
): Promise<void> {
  const { plan } = file;
  const person = signedIn(visit);
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  await movePlan(visit.transaction, {
    authorityId,
    planId: plan.id,
    to: 'agreed',
    at,
    agreed: { id: person.id, name: person.name, words: given.words },
  });
  const step = { kind: 'agreed', words: given.words } as const;
  await insertPlanStep(visit.transaction, { authorityId, plan, ...step, by: person, at });
  await awardLines(visit, { file, conditions: given.conditions, at });
  visit.note({
    event: 'plan.agreed',
    subject: { kind: 'plan', id: plan.id },
    details: { yearlyPence: file.cost, lines: file.lines.length },
  });
  await tellFamily(visit, {
    householdId: plan.householdId,
    kind: 'plan-agreed',
    reference: plan.reference,
    templateId: 'plan-agreed',
    fields: {
      child: fullName(file.child),
      words: given.words,
      link: `${visit.origin}/account/plans/${plan.id}`,
    },
  });
}

async function returnPlan(visit: Visit, file: PlanFile, words: string) {
  if (words === '')
    return wrong(refusal('missing', 'Write what should be changed, so that the writer can do it', 'words'));
  await giveBack(visit, file, words);
  return redirect(`/practitioners/plans/${file.plan.id}?told=returned`);
}

/** Gives a plan back to be written further, with the reason. */
export async function giveBack(visit: Visit, file: PlanFile, words: string): Promise<void> {
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const { plan } = file;
  await movePlan(visit.transaction, { authorityId, planId: plan.id, to: 'draft', at, panelBecause: '' });
  const step = { kind: 'returned', words } as const;
  await insertPlanStep(visit.transaction, { authorityId, plan, ...step, by: signedIn(visit), at });
}

async function toPanel(visit: Visit, file: PlanFile, because: string) {
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const { plan } = file;
  await movePlan(visit.transaction, {
    authorityId,
    planId: plan.id,
    to: 'at-panel',
    at,
    panelBecause: because,
  });
  const step = { kind: 'to-panel', words: because } as const;
  await insertPlanStep(visit.transaction, { authorityId, plan, ...step, by: signedIn(visit), at });
  return redirect(`/practitioners/plans/${plan.id}?told=to-panel`);
}

const reason = z.object({
  words: words({ name: 'The reason', max: 1_000, missing: 'Write why the plan is stopped' }),
});

/** Stops a plan that is not agreed and not with the panel; what was written stays in its history. */
export async function closePlan(visit: Visit) {
  const file = await planFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { plan } = file;
  const read = parseForm(reason, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (plan.state !== 'draft' && plan.state !== 'ready')
    return wrong(
      refusal('not-open', 'This plan is agreed, stopped or with the panel, so it is not stopped here.'),
    );
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  await movePlan(visit.transaction, { authorityId, planId: plan.id, to: 'closed', at });
  const step = { kind: 'closed', words: read.value.words } as const;
  await insertPlanStep(visit.transaction, { authorityId, plan, ...step, by: signedIn(visit), at });
  return redirect(`/practitioners/plans/${plan.id}?told=closed`);
}
