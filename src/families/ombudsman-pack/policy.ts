import { complaintsOf } from '#families/complaints/index.ts';
import { householdOfChild, practitionersOfHousehold } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { policy } from '#platform/web/route.ts';

const ofHousehold = practitionersOfHousehold(
  ['complaints-officer', 'data-protection-officer'],
  householdOfChild,
);

/** Who may hand over a whole case: never who is complained about in it. */
export const packMaker = policy(
  `${ofHousehold.sentence}, nor where a complaint in the case is about them`,
  async (visit) => {
    const ruling = await ofHousehold.rule(visit);
    const childId = visit.params.child ?? '';
    if (ruling !== 'allowed' || !isId(childId)) return ruling;
    const complaints = await complaintsOf(visit, { childId });
    return complaints.some(({ stand }) => stand.about.some(({ id }) => id === visit.person?.id))
      ? { denied: 'A complaint in this case is about you. Somebody else makes the pack.' }
      : 'allowed';
  },
);
