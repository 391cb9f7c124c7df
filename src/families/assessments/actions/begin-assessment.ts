import { z } from 'zod';
import { applicationBy } from '#families/applications/index.ts';
import { childOf, householdWith } from '#families/register/index.ts';
import { isId, newId, newReference } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { beginning } from '../begin.ts';

/** Begins the assessment that an application was referred to. */
export async function beginFromApplication(visit: Visit) {
  const applicationId = visit.params.application ?? '';
  if (!isId(applicationId)) return notFound();
  const named = { authorityId: visit.authority.id, applicationId, forChange: true };
  const application = await applicationBy(visit.transaction, named);
  if (application === null || application.childId === null || application.householdId === null)
    return notFound();
  if (application.state !== 'referred' || application.referredTo !== 'assessment')
    return wrong(
      refusal(
        'not-referred',
        'This application is not with assessments any more. Look at the application to see where it is.',
      ),
    );
  const id = newId();
  visit.concerns('assessment', id, { application: application.id });
  const person = signedIn(visit);
  await beginning(visit, {
    assessment: {
      id,
      reference: newReference('AS'),
      householdId: application.householdId,
      childId: application.childId,
      kind: 'child-and-family',
      carerName: '',
      forPersonId: null,
      source: 'application',
      applicationId: application.id,
      askedWords: `Referred from application ${application.reference}`,
      state: 'in-progress',
      assessorId: person.id,
      assessorName: person.name,
    },
  });
  return redirect(`/practitioners/assessments/${id}`);
}

const form = z.object({
  kind: choice(['child-and-family', 'parent-carer'], 'Choose what to assess'),
  carer: words({ name: 'The carer’s name', max: 120 }),
  words: words({ name: 'Why now', max: 2_000, missing: 'Say why the assessment begins now' }),
});

/** A practitioner begins an assessment of a child and the family, or of a carer who appears to need it. */
export async function beginForChild(visit: Visit) {
  const childId = visit.params.child ?? '';
  const authorityId = visit.authority.id;
  const child = isId(childId) ? await childOf(visit.transaction, { authorityId, childId }) : null;
  if (child === null) return notFound();
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { kind, carer } = read.value;
  if (kind === 'parent-carer' && carer === '')
    return wrong(refusal('missing', 'Enter the name of the carer whose needs you assess', 'carer'));
  const household = await householdWith(visit.transaction, { authorityId, householdId: child.householdId });
  const known = household?.parentCarers.find((one) => one.name.toLowerCase() === carer.toLowerCase());
  const person = signedIn(visit);
  const id = newId();
  visit.concerns('assessment', id, { child: child.id });
  await beginning(visit, {
    assessment: {
      id,
      reference: newReference('AS'),
      householdId: child.householdId,
      childId: child.id,
      kind,
      carerName: kind === 'parent-carer' ? carer : '',
      forPersonId: kind === 'parent-carer' ? (known?.personId ?? null) : null,
      source: 'practitioner',
      applicationId: null,
      askedWords: read.value.words,
      state: 'in-progress',
      assessorId: person.id,
      assessorName: person.name,
    },
  });
  return redirect(`/practitioners/assessments/${id}`);
}
