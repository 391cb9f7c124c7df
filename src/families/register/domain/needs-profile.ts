import { choicesOf, type Facts, wordsOf } from './fact.ts';
import {
  ratioTwelfths,
  type SupervisedActivity,
  type SupervisionRatio,
  supervisedActivities,
} from './supervision.ts';

/** A need by the words of the directory's listings, so that a child's needs and a break can be compared. */
export type ListedNeed =
  | 'adhd'
  | 'anxiety'
  | 'autism'
  | 'behaviour'
  | 'communication'
  | 'complex-health'
  | 'epilepsy'
  | 'learning-disability'
  | 'personal-care'
  | 'physical'
  | 'sensory-hearing'
  | 'sensory-vision'
  | 'wheelchair';

/** What a child needs of whoever gives a short break. Empty or null is "nobody has said", never "no". */
export type NeedsProfile = {
  readonly personalCare: 'none' | 'reminders' | 'some' | 'full' | null;
  readonly feeding: readonly string[];
  readonly allergies: string;
  readonly medication: readonly string[];
  readonly hasRescueMedication: boolean | null;
  readonly epilepsy: 'no' | 'controlled' | 'active' | null;
  readonly moving: 'alone' | 'helped' | 'wheelchair-some' | 'wheelchair' | null;
  readonly needsHoist: boolean | null;
  readonly communication: readonly string[];
  readonly hearingAndSight: readonly string[];
  readonly behaviour: readonly string[];
  readonly sensory: readonly string[];
  readonly sensoryWords: string;
  readonly needsSecureSite: boolean | null;
  /** Staff for this child by kind of activity, in twelfths of one member of staff: 2:1 is 24, 1:1 is 12. */
  readonly supervisionTwelfths: Readonly<Partial<Record<SupervisedActivity, number>>>;
  /** The needs by the directory's words. */
  readonly listed: readonly ListedNeed[];
  /** The first day on which one of these facts should be looked at again. */
  readonly reviewOn: Temporal.PlainDate | null;
};

function oneOf<const T extends string>(facts: Facts, key: string, allowed: readonly T[]): T | null {
  const answer = wordsOf(facts, key);
  return allowed.find((one) => one === answer) ?? null;
}

function yesOrNo(facts: Facts, key: string): boolean | null {
  const answer = oneOf(facts, key, ['yes', 'no']);
  return answer === null ? null : answer === 'yes';
}

function isRatio(text: string): text is SupervisionRatio {
  return Object.hasOwn(ratioTwelfths, text);
}

function supervision(facts: Facts): NeedsProfile['supervisionTwelfths'] {
  const found: Partial<Record<SupervisedActivity, number>> = {};
  for (const activity of Object.keys(supervisedActivities) as SupervisedActivity[]) {
    const ratio = wordsOf(facts, `supervision-${activity}`);
    if (isRatio(ratio)) found[activity] = ratioTwelfths[ratio];
  }
  return found;
}

function listed(facts: Facts): readonly ListedNeed[] {
  const has = (key: string, ...values: readonly string[]) =>
    choicesOf(facts, key).some((one) => values.includes(one));
  const tests: readonly (readonly [ListedNeed, boolean])[] = [
    ['adhd', has('conditions', 'adhd')],
    ['anxiety', has('conditions', 'anxiety')],
    ['autism', has('conditions', 'autism') || has('disability', 'AUT')],
    ['behaviour', has('behaviour', 'runs', 'hurts-self', 'hurts-others', 'breaks', 'no-danger')],
    ['communication', has('communication', 'some-words', 'makaton', 'bsl', 'pecs', 'device', 'own-signs')],
    ['complex-health', has('medication', 'oxygen', 'rescue') || has('feeding', 'peg', 'ng')],
    ['epilepsy', has('epilepsy', 'controlled', 'active')],
    ['learning-disability', has('conditions', 'learning-disability') || has('disability', 'LD')],
    ['personal-care', has('personal-care', 'reminders', 'some', 'full')],
    ['physical', has('moving', 'helped', 'wheelchair-some', 'wheelchair') || has('disability', 'MOB')],
    ['sensory-hearing', has('hearing-and-sight', 'hearing') || has('disability', 'HEAR')],
    ['sensory-vision', has('hearing-and-sight', 'sight') || has('disability', 'VIS')],
    ['wheelchair', has('moving', 'wheelchair-some', 'wheelchair')],
  ];
  return tests.filter(([, holds]) => holds).map(([need]) => need);
}

function firstReview(facts: Facts): Temporal.PlainDate | null {
  const days = [...facts.values()].map(({ reviewOn }) => reviewOn).filter((day) => day !== null);
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

/** Gives the needs profile that the facts in force make. */
export function needsProfile(facts: Facts): NeedsProfile {
  const medication = choicesOf(facts, 'medication');
  return {
    personalCare: oneOf(facts, 'personal-care', ['none', 'reminders', 'some', 'full']),
    feeding: choicesOf(facts, 'feeding'),
    allergies: wordsOf(facts, 'allergies'),
    medication,
    hasRescueMedication: medication.length === 0 ? null : medication.includes('rescue'),
    epilepsy: oneOf(facts, 'epilepsy', ['no', 'controlled', 'active']),
    moving: oneOf(facts, 'moving', ['alone', 'helped', 'wheelchair-some', 'wheelchair']),
    needsHoist: yesOrNo(facts, 'hoist'),
    communication: choicesOf(facts, 'communication'),
    hearingAndSight: choicesOf(facts, 'hearing-and-sight'),
    behaviour: choicesOf(facts, 'behaviour'),
    sensory: choicesOf(facts, 'sensory'),
    sensoryWords: wordsOf(facts, 'sensory-words'),
    needsSecureSite: yesOrNo(facts, 'secure-site'),
    supervisionTwelfths: supervision(facts),
    listed: listed(facts),
    reviewOn: firstReview(facts),
  };
}
