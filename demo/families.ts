import type { Persona } from '#platform/people/personas.ts';
import { type Seeded, seeded } from './seeded.ts';

/** A family of the demonstration and what it asks for. */
export type DemonstrationFamily = {
  readonly persona: Persona;
  readonly relationship: string;
  readonly child: {
    readonly givenName: string;
    readonly familyName: string;
    readonly age: number;
    readonly diagnosis: string;
  };
  readonly address: { readonly line1: string; readonly town: string; readonly postcode: string };
  readonly benefit: 'dla-high' | 'dla-middle' | 'pip' | 'none';
  readonly held: readonly string[];
  readonly level: '1' | '2' | '3';
  readonly why: string;
  readonly what: string;
  readonly how: string;
  readonly hasLetter: boolean;
  /** How many days ago the application was sent. */
  readonly sentDaysAgo: number;
  /** What has become of it. */
  readonly fate: 'waiting' | 'more-asked' | 'awarded' | 'refused';
};

const carers = [
  ['Sarah Webb', 'mother'],
  ['Daniel Okafor', 'father'],
  ['Lucy Patel', 'mother'],
  ['Mark Reid', 'father'],
  ['Chloe Burns', 'mother'],
  ['Anna Kowalska', 'mother'],
  ['David Lawson', 'grandparent'],
  ['Fatima Noor', 'mother'],
  ['Emma Hughes', 'mother'],
  ['Peter Dunn', 'foster-carer'],
  ['Maria Silva', 'mother'],
  ['Ben Archer', 'father'],
  ['Nadia Rahman', 'mother'],
  ['Kate Willis', 'mother'],
  ['Sam Doyle', 'father'],
  ['Ivy Chen', 'mother'],
  ['Laura Finch', 'mother'],
  ['Omar Aziz', 'father'],
  ['Beth Cole', 'mother'],
  ['Simon Hart', 'father'],
] as const;

const givenNames = ['Leo', 'Maya', 'Oscar', 'Isla', 'Noah', 'Ruby', 'Kai', 'Elsie', 'Adam', 'Zara'] as const;
const diagnoses = [
  'Autism',
  'Autism and ADHD',
  'Down’s syndrome',
  'Cerebral palsy',
  'Epilepsy and a learning disability',
  'A rare genetic condition',
] as const;
const streets = [
  'High Street',
  'Mill Lane',
  'Church Road',
  'Orchard Way',
  'Station Road',
  'Castle View',
] as const;
const places = [
  ['Chatham', 'ME4 4'],
  ['Gillingham', 'ME7 1'],
  ['Rainham', 'ME8 8'],
  ['Rochester', 'ME1 2'],
  ['Strood', 'ME2 3'],
] as const;

const lives = [
  [
    '3',
    'He wakes four or five times a night. We take turns and neither of us can work full days any more.',
    'A helper for Saturday mornings',
    'He needs somebody with him all the time outside. With a helper he can go to the park, and we can sleep.',
  ],
  [
    '2',
    'Her brother misses out, because we can never leave the house all together.',
    'A place at a holiday play scheme',
    'She needs small groups and people who sign. The scheme has both, and she comes home happy.',
  ],
  [
    '1',
    'We manage well most of the time.',
    'Swimming lessons in a small group',
    'He is safest when he moves in water, and he makes friends there.',
  ],
  [
    '2',
    'The school holidays are very hard. There is no club that can take him without one adult just for him.',
    'Days at a farm with a support worker',
    'Animals calm him. He learns to wait and to speak with people he does not know.',
  ],
  [
    '3',
    'I care for her on my own and had to stop work. I am close to not being able to go on.',
    'An assistant after school twice a week',
    'She needs help with all personal care. With somebody she trusts I can rest for an afternoon.',
  ],
] as const;

function generated(
  seed: Seeded,
  index: number,
  fate: DemonstrationFamily['fate'],
  sentDaysAgo: number,
): DemonstrationFamily {
  const [name, relationship] = carers[index % carers.length] ?? carers[0];
  const [town, sector] = seed.one(places);
  const [level, why, what, how] = seed.one(lives);
  const [first = '', last = ''] = name.split(' ');
  return {
    persona: {
      key: `family-${index}`,
      kind: 'family',
      name,
      email: `${first}.${last}@example.org`.toLowerCase(),
      roles: [],
      about: '',
    },
    relationship,
    child: {
      givenName: seed.one(givenNames),
      familyName: last,
      age: 4 + seed.whole(13),
      diagnosis: seed.one(diagnoses),
    },
    address: {
      line1: `${1 + seed.whole(90)} ${seed.one(streets)}`,
      town,
      postcode: `${sector}${seed.one(['AA', 'BD', 'DH', 'EJ'])}`,
    },
    benefit: seed.one(['dla-high', 'dla-high', 'dla-middle', 'none']),
    held: [],
    level,
    why,
    what,
    how,
    hasLetter: true,
    sentDaysAgo,
    fate,
  };
}

function known(
  family: Partial<DemonstrationFamily> &
    Pick<DemonstrationFamily, 'persona' | 'child' | 'fate' | 'sentDaysAgo'>,
): DemonstrationFamily {
  const [level, why, what, how] = lives[1];
  return {
    relationship: 'mother',
    address: { line1: '14 Orchard Way', town: 'Gillingham', postcode: 'ME7 1AA' },
    benefit: 'dla-high',
    held: [],
    level,
    why,
    what,
    how,
    hasLetter: true,
    ...family,
  };
}

/** All families of the demonstration: those whom a visitor can be, and enough others for a queue to look like one. */
export function demonstrationFamilies(personas: {
  readonly amira: Persona;
  readonly joe: Persona;
  readonly tom: Persona;
  readonly hannah: Persona;
}): readonly DemonstrationFamily[] {
  const seed = seeded(20_261_122);
  const waiting = [19, 16, 13, 12, 9, 8, 6, 5, 3, 2, 1].map((days, index) =>
    generated(seed, index, index % 5 === 3 ? 'more-asked' : 'waiting', days),
  );
  const settled = [150, 131, 118, 96, 77, 63, 48, 33, 26].map((days, index) =>
    generated(seed, waiting.length + index, index === 4 ? 'refused' : 'awarded', days),
  );
  return [
    ...settled,
    known({
      persona: personas.joe,
      relationship: 'father',
      child: { givenName: 'Ellie', familyName: 'Carter', age: 11, diagnosis: 'Cerebral palsy' },
      level: '3',
      sentDaysAgo: 60,
      fate: 'awarded',
      address: { line1: '3 Mill Lane', town: 'Rochester', postcode: 'ME1 2BD' },
    }),
    known({
      persona: personas.hannah,
      child: { givenName: 'Leah', familyName: 'Brooks', age: 16, diagnosis: 'Cerebral palsy' },
      benefit: 'pip',
      level: '2',
      sentDaysAgo: 52,
      fate: 'awarded',
      address: { line1: '21 Church Road', town: 'Chatham', postcode: 'ME4 4BD' },
    }),
    ...waiting,
    known({
      persona: personas.amira,
      child: { givenName: 'Zayn', familyName: 'Khan', age: 7, diagnosis: 'Autism' },
      sentDaysAgo: 4,
      fate: 'waiting',
    }),
    known({
      persona: personas.tom,
      relationship: 'father',
      child: { givenName: 'Poppy', familyName: 'Ellis', age: 9, diagnosis: 'Epilepsy' },
      sentDaysAgo: 7,
      fate: 'waiting',
      address: { line1: '8 Castle View', town: 'Strood', postcode: 'ME2 3DH' },
    }),
  ];
}
