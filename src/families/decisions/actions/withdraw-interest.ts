import { z } from 'zod';
import { interestsIn, withdrawInterest } from '#families/register/index.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { caseToGive } from '../case-to-give.ts';

/** Takes back that somebody knows a family, said by mistake: a manager does, with the reason, never for themself. */
export async function takeBackInterest(visit: Visit) {
  const found = await caseToGive(visit, { forChange: true });
  if (found === null) return notFound();
  const { application } = found;
  const { householdId } = application;
  visit.concerns('application', application.id);
  const by = signedIn(visit);
  const authorityId = visit.authority.id;
  const interests = await interestsIn(visit.transaction, { authorityId, householdId });
  const others = interests.map(({ personId }) => personId).filter((id) => id !== by.id);
  const form = z.object({
    person: choice(others, 'Choose whose declaration was a mistake'),
    reason: words({ name: 'The reason', missing: 'Write why it was a mistake', max: 2_000 }),
  });
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { person: personId, reason } = read.value;
  const at = visit.clock.now();
  await withdrawInterest(visit.transaction, {
    authorityId,
    householdId,
    personId,
    at,
    by: by.id,
    reason,
  });
  visit.note({
    event: 'interest.withdrawn',
    subject: { kind: 'household', id: householdId },
    details: { person: personId },
  });
  return redirect(`/practitioners/applications/${application.id}/interests`);
}
