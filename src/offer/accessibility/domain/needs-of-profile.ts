import type { NeedsProfile } from '#families/register/index.ts';
import type { Weight } from './child-description.ts';
import type { Feature } from './features.ts';

type Rule = {
  readonly feature: Feature;
  readonly weight: Weight;
  readonly holds: (profile: NeedsProfile) => boolean;
};

const must = (feature: Feature, holds: Rule['holds']): Rule => ({ feature, weight: 'must', holds });
const helps = (feature: Feature, holds: Rule['holds']): Rule => ({ feature, weight: 'would-help', holds });

/** From how many twelfths of a member of staff on a child has somebody to themselves. */
const ONE_TO_ONE = 12;

/**
 * What each feature is offered for. Care and safety are proposed as "must have"; calm and ways of talking as "would
 * help". A family changes them before anything is kept.
 */
const rules: readonly Rule[] = [
  must('personal-care-reminders', ({ personalCare }) => personalCare === 'reminders'),
  must('personal-care', ({ personalCare }) => personalCare === 'some' || personalCare === 'full'),
  must('medication', ({ medication }) => medication.includes('regular')),
  must('rescue-medication', ({ hasRescueMedication }) => hasRescueMedication === true),
  must('epilepsy', ({ epilepsy }) => epilepsy === 'controlled' || epilepsy === 'active'),
  must('oxygen', ({ medication }) => medication.includes('oxygen')),
  must('feeding-help', ({ feeding }) => feeding.includes('helped') || feeding.includes('soft')),
  must('tube-feeding', ({ feeding }) => feeding.includes('peg') || feeding.includes('ng')),
  must('special-diet', ({ allergies }) => allergies !== ''),
  must('step-free', ({ moving }) => moving === 'wheelchair' || moving === 'wheelchair-some'),
  must('accessible-toilet', ({ moving }) => moving === 'wheelchair' || moving === 'wheelchair-some'),
  must('moving-and-handling', ({ moving, needsHoist }) => moving === 'helped' || needsHoist === true),
  must('hoist', ({ needsHoist }) => needsHoist === true),
  must('changing-place', (profile) => profile.needsHoist === true && profile.personalCare === 'full'),
  helps('makaton', ({ communication }) => communication.includes('makaton')),
  helps('pecs', ({ communication }) => communication.includes('pecs')),
  must('bsl', ({ communication }) => communication.includes('bsl')),
  helps('aac', ({ communication }) => communication.includes('device')),
  helps('hearing-loop', ({ hearingAndSight }) => hearingAndSight.includes('hearing')),
  helps('vision-support', ({ hearingAndSight }) => hearingAndSight.includes('sight')),
  must('behaviour-support', ({ behaviour }) =>
    behaviour.some((one) => ['hurts-self', 'hurts-others', 'breaks'].includes(one)),
  ),
  must(
    'secure-site',
    ({ needsSecureSite, behaviour }) =>
      needsSecureSite === true || (needsSecureSite === null && behaviour.includes('runs')),
  ),
  must('one-to-one', ({ supervisionTwelfths }) => (supervisionTwelfths.group ?? 0) >= ONE_TO_ONE),
  helps('small-group', ({ sensory }) => sensory.includes('crowds')),
  helps('quiet-space', ({ sensory }) => sensory.includes('noise') || sensory.includes('crowds')),
  helps('sensory-room', ({ sensory }) => sensory.includes('seeks')),
  helps('no-sudden-noise', ({ sensory }) => sensory.includes('noise')),
  helps('no-flashing-lights', ({ sensory }) => sensory.includes('light')),
  helps('no-strong-smells', ({ sensory }) => sensory.includes('smell')),
  helps('no-unasked-touch', ({ sensory }) => sensory.includes('touch')),
];

/** The features that a child's needs profile in the register speaks for; what nobody has said is left out. */
export function needsOfProfile(profile: NeedsProfile): Readonly<Partial<Record<Feature, Weight>>> {
  return Object.fromEntries(
    rules.filter(({ holds }) => holds(profile)).map(({ feature, weight }) => [feature, weight]),
  );
}
