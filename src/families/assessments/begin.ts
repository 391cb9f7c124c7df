import { fullName, householdWith } from '#families/register/index.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Assessment } from './domain/assessment.ts';
import { insertPerson, insertStep } from './store/assessment-parts.ts';
import { insertAssessment } from './store/assessments.ts';

type New = Omit<
  Assessment,
  'submittedAt' | 'agreedBy' | 'agreedByName' | 'agreedAt' | 'askedAt' | 'askedBy' | 'dueOn'
>;

/** Keeps a new assessment with its last day, from today. Who asked is whoever is signed in. */
export async function beginning(visit: Visit, given: { readonly assessment: New }): Promise<void> {
  const person = signedIn(visit);
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const { assessment } = given;
  const dueOn = lastDayBy(visit.authority, {
    id: assessment.kind === 'parent-carer' ? 'assessment-parent-carer' : 'assessment-child-and-family',
    from: visit.clock.today(),
  });
  await insertAssessment(visit.transaction, {
    authorityId,
    at,
    assessment: { ...assessment, askedBy: person.id, dueOn },
  });
  const into = { authorityId, assessment, by: person, at };
  await insertStep(visit.transaction, { ...into, kind: 'asked', words: assessment.askedWords });
  if (assessment.state === 'in-progress') await takenUp(visit, assessment);
}

/** What taking an assessment up brings with it: the carers and the other children that the register knows. */
export async function takenUp(
  visit: Visit,
  assessment: Pick<Assessment, 'id' | 'householdId' | 'childId' | 'kind'>,
): Promise<void> {
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const by = signedIn(visit);
  await insertStep(visit.transaction, { authorityId, assessment, kind: 'taken-up', by, at });
  if (assessment.kind === 'parent-carer') return;
  const household = await householdWith(visit.transaction, {
    authorityId,
    householdId: assessment.householdId,
  });
  if (household === null) return;
  const siblings = household.children.filter((child) => child.id !== assessment.childId);
  const people = [
    ...siblings.map((child) => ({ kind: 'sibling' as const, name: fullName(child), about: 'Also disabled' })),
    ...household.parentCarers.map((carer) => ({
      kind: 'carer' as const,
      name: carer.name,
      about: carer.relationship.replaceAll('-', ' '),
    })),
  ];
  for (const person of people) await insertPerson(visit.transaction, { authorityId, assessment, person, at });
}
