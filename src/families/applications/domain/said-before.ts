import { ageOn } from '#kernel/local-date.ts';
import { type Answers, careRates, type Known, mobilityRates, pipRates } from './answers.ts';

/** The facts that "What can we get?" may bring along, by the names that schemes give them. */
export const broughtFacts = [
  'child.date_of_birth',
  'child.diagnosed_disability',
  'evidence.diagnosis_letter',
  'child.other_medway_funded_service',
  'child.dla_care',
  'child.dla_mobility',
  'child.pip_daily',
  'child.pip_mobility',
  'impact.level',
] as const;
type BroughtFact = (typeof broughtFacts)[number];

type Told = (fact: BroughtFact) => string;

/**
 * Reads what a family said in "What can we get?", so that it is not asked twice. Whatever is not an answer
 * (somebody was not sure, or changed the address) is passed over in silence: the question is asked then.
 */
export function saidBefore(told: Told, today: Temporal.PlainDate): Answers {
  const known = knownFrom(told, today);
  const rates = [known.dlaCare, known.dlaMobility, known.pipDaily, known.pipMobility];
  return {
    // What is said whole is answered; what is said in part only stands in its question.
    ...(told('child.other_medway_funded_service') === 'no' ? { support: { held: [] } } : {}),
    ...(rates.every((rate) => rate === 'none') ? { benefit: { which: 'none' } } : {}),
    ...(Object.keys(known).length === 0 ? {} : { known }),
  };
}

function knownFrom(told: Told, today: Temporal.PlainDate): Known {
  const dlaCare = careRates.find((rate) => rate === told('child.dla_care'));
  const dlaMobility = mobilityRates.find((rate) => rate === told('child.dla_mobility'));
  const pipDaily = pipRates.find((rate) => rate === told('child.pip_daily'));
  const pipMobility = pipRates.find((rate) => rate === told('child.pip_mobility'));
  const bornOn = birthdayFrom(told('child.date_of_birth'), today);
  const impactLevel = ([1, 2, 3] as const).find((level) => String(level) === told('impact.level'));
  const isDiagnosed =
    told('child.diagnosed_disability') === 'yes' || told('evidence.diagnosis_letter') === 'yes';
  return {
    ...(dlaCare === undefined ? {} : { dlaCare }),
    ...(dlaMobility === undefined ? {} : { dlaMobility }),
    ...(pipDaily === undefined ? {} : { pipDaily }),
    ...(pipMobility === undefined ? {} : { pipMobility }),
    ...(bornOn === null ? {} : { bornOn }),
    ...(impactLevel === undefined ? {} : { impactLevel }),
    // No letter is not the same as no diagnosis, so a "no" to the letter says nothing here.
    ...(isDiagnosed ? { hasDiagnosis: true } : {}),
    ...(!isDiagnosed && told('child.diagnosed_disability') === 'no' ? { hasDiagnosis: false } : {}),
  };
}

function birthdayFrom(text: string, today: Temporal.PlainDate): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    const bornOn = Temporal.PlainDate.from(text, { overflow: 'reject' });
    const isPast = Temporal.PlainDate.compare(bornOn, today) <= 0;
    return isPast && ageOn(bornOn, today) <= 25 ? bornOn.toString() : null;
  } catch {
    return null;
  }
}
