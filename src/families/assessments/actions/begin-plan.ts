import { fullName } from '#families/register/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { assessmentFileOf } from '../assessment-file.ts';
import { insertPlanStep } from '../store/plan-parts.ts';
import { insertPlan } from '../store/plans.ts';

/** Begins the support plan of an agreed assessment, for a year from today unless it is changed. */
export async function beginPlan(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { assessment } = file;
  if (assessment.state !== 'agreed' || assessment.kind !== 'child-and-family')
    return wrong(
      refusal(
        'not-agreed',
        `A plan needs an agreed assessment of ${fullName(file.child)} and the family. Have this one agreed first.`,
      ),
    );
  const person = signedIn(visit);
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const startsOn = visit.clock.today();
  const plan = {
    id: newId(),
    reference: newReference('SP'),
    householdId: assessment.householdId,
    childId: assessment.childId,
    assessmentId: assessment.id,
    writtenBy: person.id,
    writtenByName: person.name,
    startsOn,
    endsOn: startsOn.add({ years: 1 }).subtract({ days: 1 }),
  };
  await insertPlan(visit.transaction, { authorityId, at, plan });
  await insertPlanStep(visit.transaction, { authorityId, plan, kind: 'begun', by: person, at });
  visit.concerns('plan', plan.id, { assessment: assessment.id });
  return redirect(`/practitioners/plans/${plan.id}`);
}
