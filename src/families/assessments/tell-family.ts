import { peopleOfHousehold } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Fields, messageOf } from '#platform/words/index.ts';

/**
 * Sends a message to everybody of a household who has an account, once each; with `onlyTo`, to that person of
 * them alone. Who has no e-mail address is not reached by it.
 */
export async function tellFamily(
  visit: Visit,
  given: {
    readonly householdId: string;
    readonly onlyTo?: string | null;
    readonly kind: string;
    readonly reference: string;
    readonly templateId: string;
    /** All but `name`, which is filled for each of them. */
    readonly fields: Fields;
  },
): Promise<void> {
  const people = await peopleOfHousehold(visit.transaction, {
    authorityId: visit.authority.id,
    householdId: given.householdId,
  });
  const told = new Set<string>();
  for (const one of people) {
    if (one.personId === null || one.email === null || told.has(one.personId)) continue;
    if (given.onlyTo !== undefined && given.onlyTo !== one.personId) continue;
    told.add(one.personId);
    await visit.send({
      kind: given.kind,
      to: one.email,
      personId: one.personId,
      reference: given.reference,
      ...(await messageOf(visit, {
        templateId: given.templateId,
        fields: { ...given.fields, name: one.name },
      })),
    });
  }
}
