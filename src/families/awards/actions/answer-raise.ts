import { z } from 'zod';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { type AwardFile, awardFile } from '../award-file.ts';
import { costOfPlanAwards } from '../cost-of-plan-awards.ts';
import { checkAct } from '../domain/act.ts';
import { mayNotAnswer, type Raise } from '../domain/raise.ts';
import { wayOfAgreeing } from '../domain/spending-authority.ts';
import { spendingAuthoritiesOn } from '../spending-authorities.ts';
import { lockAward } from '../store/changes.ts';
import { answerRaise as keepAnswer } from '../store/raises.ts';
import { decidersOf } from '../store/who-assessed.ts';
import { makeChange } from './change-award.ts';

const form = z.object({
  answer: choice(['agreed', 'not-agreed'], 'Choose whether you agree'),
  because: words({ name: 'The reason', missing: 'Say why', max: 2_000 }),
});

/** Answers a raise: agreed, and the award becomes more; or not, and it stays as it was. */
export async function answerRaise(visit: Visit) {
  const before = await awardFile(visit);
  if (before === null || visit.person === null) return notFound('an award');
  const named = { authorityId: visit.authority.id, awardId: before.award.id };
  await lockAward(visit.transaction, named);
  const file = await awardFile(visit);
  const raise = file?.raises.find(({ id }) => id === visit.params.raise);
  if (file === null || raise === undefined) return notFound('a raise');
  visit.concerns('award', file.award.id);
  const refused = mayNotAnswer(raise, visit.person, await decidersOf(visit.transaction, named));
  if (refused !== null) return wrong(refused);
  const parsed = parseForm(form, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const isAgreed = parsed.value.answer === 'agreed';
  const aboveOwn = isAgreed ? await beyondOwnAuthority(visit, file, raise) : null;
  if (aboveOwn !== null) return wrong(aboveOwn);
  const isKept = await keepAnswer(visit.transaction, {
    authorityId: named.authorityId,
    raiseId: raise.id,
    isAgreed,
    because: parsed.value.because,
    by: { id: visit.person.id, name: visit.person.name },
    at: visit.clock.now(),
  });
  if (!isKept) return wrong(refusal('answered', 'Somebody has answered this raise already.'));
  if (isAgreed) {
    const checked = checkAct(file.award, file.changes, { act: 'change', from: raise.from, amounts: raise });
    if (!checked.ok)
      return wrong(refusal('too-late', `This raise cannot be made any more. ${checked.message}`));
    const { amount, minutes, nights } = raise;
    const made = await makeChange(visit, file, {
      kind: 'changed',
      from: raise.from,
      amounts: { amount, minutes, nights },
      reason: raise.reason,
      askedBy: raise.askedBy,
    });
    if (made !== null) return wrong(made);
  }
  return redirect(`/practitioners/awards/${file.award.id}?told=${parsed.value.answer}`);
}

/**
 * What a plan gives does not become more, step by step, than whoever agrees it may agree as a plan. Gives why it
 * goes to the panel, or null.
 */
async function beyondOwnAuthority(visit: Visit, file: AwardFile, raise: Raise): Promise<Refusal | null> {
  const { award } = file;
  if (award.source !== 'plan') return null;
  const way = wayOfAgreeing({
    roles: visit.person?.roles ?? [],
    yearlyCost: await costOfPlanAwards(visit, {
      childId: award.childId,
      from: raise.from,
      until: award.endsOn,
      raised: { awardId: award.id, amounts: raise },
    }),
    lines: [{ ...award, amount: { measure: raise.nights === null ? 'hours' : 'nights' } }],
    authorities: spendingAuthoritiesOn(visit.authority, visit.clock.today()),
  });
  if (way.to === 'role') return null;
  return refusal(
    'for-the-panel',
    `${way.because} Answer “No”, and have a plan written with what is needed now: the panel decides it.`,
    'answer',
  );
}
