import type { Assessment, AssessmentPerson, AssessmentVisit, SectionVersion } from './assessment.ts';

/** One part of an assessment that is written by itself. */
export type Section = {
  /** In addresses and in the database: "child-needs", "sibling-<id>". */
  readonly key: string;
  readonly title: string;
  readonly hint: string;
  /** The sibling or carer that it is about. */
  readonly aboutId: string | null;
  /** Whether an assessment may be handed in without it. */
  readonly isOptional: boolean;
  /** Whether the family's copy leaves it out. */
  readonly isWithheld: boolean;
};

type Plain = readonly [key: string, title: string, hint: string];

const childNeeds: readonly Plain[] = [
  [
    'child-needs',
    'The child’s needs',
    'Day and night, health, communication, personal care, moving about, behaviour, learning, friends. What is different from other children of this age?',
  ],
  [
    'child-views',
    'The child’s views, in their own words',
    'What the child said, signed, drew or showed, as they put it, and how you asked. Where the child does not use words, what you saw.',
  ],
];

const wholeFamily: readonly Plain[] = [
  ['works', 'What works well', 'What the family is good at, who helps, what must not be lost.'],
  [
    'risks',
    'What may go wrong',
    'For the child, for a sibling, for a carer; what happens without help, and how soon.',
  ],
  ['wants', 'What the family wants', 'In their words: what would make the most difference.'],
  [
    'outcomes',
    'What should be different',
    'The outcomes that a plan would work for. How will everybody see that it has happened?',
  ],
];

/** The parent carer's own assessment: Children Act 1989, sections 17ZD to 17ZF [K]; the text of the law is to be read. */
const parentCarer: readonly Plain[] = [
  [
    'caring',
    'The care that the carer gives',
    'What they do, when, for how long, day and night, and for whom else.',
  ],
  [
    'able-and-willing',
    'Whether they can and want to go on',
    'Whether it is right that they give this care, in the light of their own needs for support and wishes.',
  ],
  [
    'wellbeing',
    'Health and wellbeing',
    'Sleep, health in body and mind, money, home, the people close to them, control over daily life.',
  ],
  [
    'own-life',
    'Work, learning and time of their own',
    'What they do, or would do: work, study, friends, rest.',
  ],
  [
    'other-children',
    'Care for other children',
    'What other children in the family need of this carer, and get.',
  ],
  [
    'support-needs',
    'The support that this carer needs',
    'Whether there is a need for support, and what it is.',
  ],
  ['outcomes', 'What should be different', 'For the carer, and for the child through the carer.'],
];

function plain([key, title, hint]: Plain): Section {
  return { key, title, hint, aboutId: null, isOptional: false, isWithheld: false };
}

const withheld: Section = {
  key: 'withheld',
  title: 'What is kept from the family’s copy',
  hint: 'Only what would put somebody at risk if it were read, and why. Leave it empty where there is nothing.',
  aboutId: null,
  isOptional: true,
  isWithheld: true,
};

function ofPerson(person: AssessmentPerson): Section {
  const isSibling = person.kind === 'sibling';
  return {
    key: `${person.kind}-${person.id}`,
    title: isSibling ? `${person.name}’s needs as a sibling` : `${person.name}’s needs as a carer`,
    hint: isSibling
      ? 'What life is like for them; time with their parents, sleep, school, friends; whether they help to care; what they say themselves.'
      : 'What they do and what it costs them: sleep, health, work, other children, time of their own. Whether they can and want to go on.',
    aboutId: person.id,
    isOptional: false,
    isWithheld: false,
  };
}

/** The sections of an assessment in their order. Each sibling and each carer has a section of their own. */
export function sectionsOf(
  assessment: Pick<Assessment, 'kind'>,
  people: readonly AssessmentPerson[],
): readonly Section[] {
  if (assessment.kind === 'parent-carer') return [...parentCarer.map(plain), withheld];
  return [
    ...childNeeds.map(plain),
    ...people.filter((one) => one.kind === 'sibling').map(ofPerson),
    ...people.filter((one) => one.kind === 'carer').map(ofPerson),
    ...wholeFamily.map(plain),
    withheld,
  ];
}

/** The newest version of each section that was written. */
export function newestOf(versions: readonly SectionVersion[]): ReadonlyMap<string, SectionVersion> {
  const newest = new Map<string, SectionVersion>();
  for (const one of versions) {
    const known = newest.get(one.section);
    if (known === undefined || known.version < one.version) newest.set(one.section, one);
  }
  return newest;
}

/**
 * What an assessment still lacks before it can be handed in, in words. A child must have been seen at least
 * once for the assessment of a child and the family, and a carer must stand in it.
 */
export function lackingOf(given: {
  readonly assessment: Pick<Assessment, 'kind'>;
  readonly people: readonly AssessmentPerson[];
  readonly newest: ReadonlyMap<string, SectionVersion>;
  readonly visits: readonly AssessmentVisit[];
}): readonly string[] {
  const lacking = sectionsOf(given.assessment, given.people)
    .filter((section) => !section.isOptional && (given.newest.get(section.key)?.words ?? '') === '')
    .map((section) => section.title);
  if (given.assessment.kind === 'parent-carer') {
    return given.visits.length === 0 ? [...lacking, 'A talk with the carer'] : lacking;
  }
  if (!given.people.some((one) => one.kind === 'carer')) lacking.push('At least one carer');
  if (!given.visits.some((one) => one.wasChildSeen)) lacking.push('A visit at which the child was seen');
  return lacking;
}
