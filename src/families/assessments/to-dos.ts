import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { deskOf } from './desk.ts';
import { kindWords } from './domain/assessment.ts';
import { familysCopies } from './family-copies.ts';

/** What a practitioner's roles let them do here: take up, write, agree, pay. Own households are left out. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return [];
  const has = (...roles: readonly string[]) => roles.some((role) => person.roles.includes(role));
  const mayWrite = has('social-worker', 'short-breaks-officer', 'team-manager');
  if (!mayWrite && !has('finance-officer')) return [];
  const desk = await deskOf(visit);
  const toDos: ToDo[] = [];
  if (has('social-worker', 'team-manager'))
    for (const { one, childName } of desk.referred)
      toDos.push({
        title: 'Begin an assessment that an application was sent on to',
        about: `${childName}, ${one.reference}`,
        href: '/practitioners/assessments',
        by: null,
      });
  for (const { one, childName } of desk.assessments) {
    const about = `${childName}, ${one.reference}`;
    const it = { about, href: `/practitioners/assessments/${one.id}`, by: one.dueOn };
    const kind = kindWords[one.kind];
    if (one.state === 'asked' && has('social-worker', 'team-manager'))
      toDos.push({ ...it, title: `Take up a ${kind}` });
    if (one.state === 'in-progress' && one.assessorId === person.id)
      toDos.push({ ...it, title: `Finish a ${kind}` });
    if (one.state === 'submitted' && has('team-manager') && one.assessorId !== person.id)
      toDos.push({ ...it, title: `Agree a ${kind}` });
  }
  for (const { one, childName } of desk.plans) {
    const about = `${childName}, ${one.reference}`;
    const it = { about, href: `/practitioners/plans/${one.id}`, by: null };
    if (one.state === 'draft' && one.writtenBy === person.id)
      toDos.push({ ...it, title: 'Finish a support plan' });
    if (one.state === 'ready' && has('team-manager') && one.writtenBy !== person.id)
      toDos.push({ ...it, title: 'Agree a support plan' });
  }
  if (has('finance-officer'))
    for (const { one, childName } of desk.toPay)
      toDos.push({
        title: 'Arrange the payments of an agreed plan',
        about: `${childName}, ${one.reference}`,
        href: `/practitioners/plans/${one.id}`,
        by: null,
      });
  return toDos;
}

/** What a family should read and answer: finished assessments and plans of which it has said nothing yet. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  if (visit.person?.kind !== 'family') return [];
  const { assessments, plans } = await familysCopies(visit);
  return [
    ...assessments
      .filter(({ one, isAnswered }) => one.state === 'submitted' && !isAnswered)
      .map(({ one, childName }) => ({
        title: 'Read what we wrote, and tell us if it is right',
        about: childName,
        href: `/account/assessments/${one.id}`,
        by: null,
      })),
    ...plans
      .filter(({ one, isAnswered }) => one.state !== 'agreed' && !isAnswered)
      .map(({ one, childName }) => ({
        title: 'Read the plan, and tell us if you agree',
        about: childName,
        href: `/account/plans/${one.id}`,
        by: null,
      })),
  ];
}
