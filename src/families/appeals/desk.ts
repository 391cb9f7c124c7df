import { decisionWith } from '#families/decisions/index.ts';
import { childOf, fullName, householdsHiddenFrom } from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { type AppealWithSteps, appealsOf } from './case-of-appeal.ts';
import { appealRoles } from './policy.ts';

/** An appeal as the list shows it. */
export type DeskAppeal = {
  readonly appeal: AppealWithSteps;
  readonly childName: string;
  /** Whether who looks at the list took the decision, and so cannot answer. */
  readonly isOwnDecision: boolean;
};

/** The appeals that the signed-in practitioner may see, what is due first in front. */
export async function deskAppeals(visit: Visit): Promise<readonly DeskAppeal[]> {
  const person = signedIn(visit);
  const hidden = await householdsHiddenFrom(visit, person);
  const authorityId = visit.authority.id;
  const appeals = (await appealsOf(visit)).filter(({ householdId }) => !hidden.includes(householdId));
  const desk: DeskAppeal[] = [];
  for (const appeal of appeals) {
    const { childId, decisionId } = appeal;
    const child = await childOf(visit.transaction, { authorityId, childId });
    const decision = await decisionWith(visit.transaction, { authorityId, decisionId });
    desk.push({
      appeal,
      childName: child === null ? appeal.reference : fullName(child),
      isOwnDecision: decision?.decidedBy === person.id,
    });
  }
  return desk.sort((one, other) => Temporal.PlainDate.compare(one.appeal.answerBy, other.appeal.answerBy));
}

/** What a practitioner has to do about appeals: answer those that nobody else looks at and that are not their own. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner' || !appealRoles.some((role) => person.roles.includes(role))) return [];
  return (await deskAppeals(visit))
    .filter(({ appeal, isOwnDecision }) => {
      const { end, takenBy } = appeal.stand;
      return end === null && !isOwnDecision && (takenBy === null || takenBy.personId === person.id);
    })
    .map(({ appeal, childName }) => ({
      title: 'Answer the appeal',
      about: `${childName}, ${appeal.reference}`,
      href: `/practitioners/appeals/${appeal.id}`,
      by: appeal.answerBy,
    }));
}

/** What a family has to do about its appeals: nothing, while it waits for us. */
export async function toDosOfFamily(_visit: Visit): Promise<readonly ToDo[]> {
  return [];
}
