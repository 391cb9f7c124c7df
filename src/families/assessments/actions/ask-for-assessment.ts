import { z } from 'zod';
import { childOf } from '#families/register/index.ts';
import { isId, newId, newReference } from '#kernel/id.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { beginning } from '../begin.ts';

const form = z.object({
  whose: choice(['child-and-family', 'parent-carer'], 'Choose whose needs we should look at'),
  words: words({ name: 'What you tell us', max: 3_000 }),
});

/**
 * A family asks for an assessment: of the child and the family, or of the needs of the one who asks, as a
 * carer. Nobody has to give a reason; being a disabled child, or caring for one, is enough.
 */
export async function askForAssessment(visit: Visit) {
  const childId = visit.params.child ?? '';
  const child = isId(childId)
    ? await childOf(visit.transaction, { authorityId: visit.authority.id, childId })
    : null;
  if (child === null) return notFound();
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const person = signedIn(visit);
  const kind = read.value.whose;
  const id = newId();
  visit.concerns('assessment', id, { child: child.id });
  await beginning(visit, {
    assessment: {
      id,
      reference: newReference('AS'),
      householdId: child.householdId,
      childId: child.id,
      kind,
      carerName: kind === 'parent-carer' ? person.name : '',
      forPersonId: kind === 'parent-carer' ? person.id : null,
      source: 'family',
      applicationId: null,
      askedWords: read.value.words,
      state: 'asked',
      assessorId: null,
      assessorName: '',
    },
  });
  return redirect(`/account/assessments/${id}?asked=yes`);
}
