import { type Feature, featureNames } from './features.ts';

/** How much a child needs a feature. What is not needed is left out. */
export const weights = { must: 'Must have', 'would-help': 'Would help' } as const;
export type Weight = keyof typeof weights;

/** What a child may like, by the directory's words for kinds of short break. */
export const likes = {
  animals: 'Animals',
  arts: 'Art, music and drama',
  computing: 'Computers and games',
  'days-out': 'Days out',
  'life-skills': 'Cooking and doing things alone',
  outdoors: 'Being outdoors',
  play: 'Playing',
  sensory: 'Lights, sounds and touch',
  sport: 'Sport and moving',
  swimming: 'Swimming and water',
} as const;
export type Like = keyof typeof likes;

/**
 * A child as a family describes it once, so that every listing answers need by need. It has no name and no date of
 * birth. The senses and brothers and sisters who come too are features like the others.
 */
export type ChildDescription = {
  /** Whole years; null where nobody has said. */
  readonly age: number | null;
  readonly needs: Readonly<Partial<Record<Feature, Weight>>>;
  readonly likes: readonly Like[];
};

/** Whether the description says anything at all. */
export function saysSomething(described: ChildDescription): boolean {
  return described.age !== null || described.likes.length > 0 || needsOf(described).length > 0;
}

/** The features that the child needs, in the vocabulary's order, however they were told. */
export function needsOf(
  described: ChildDescription,
): readonly { readonly feature: Feature; readonly weight: Weight }[] {
  return featureNames.flatMap((feature) => {
    const weight = described.needs[feature];
    return weight === undefined ? [] : [{ feature, weight }];
  });
}

/** The text of a description, to be kept where its family says. `readDescription` reads it again. */
export function writeDescription(described: ChildDescription): string {
  const needs = needsOf(described).map(({ feature, weight }) =>
    weight === 'must' ? `${feature}!` : feature,
  );
  return [described.age ?? '', needs.join(' '), described.likes.join(' ')].join('|');
}

function isLike(text: string): text is Like {
  return Object.hasOwn(likes, text);
}

/**
 * The description that a text says; null for a text that says none. A feature or a like that the vocabulary no longer
 * has is left out: what was kept before a change stays readable after it.
 */
export function readDescription(text: string): ChildDescription | null {
  const [age, needs, liked, ...rest] = text.split('|');
  if (age === undefined || needs === undefined || liked === undefined || rest.length > 0) return null;
  if (!/^(\d|1\d|2[0-5])?$/.test(age)) return null;
  const told = new Set(needs.split(' '));
  const found: Partial<Record<Feature, Weight>> = {};
  for (const feature of featureNames) {
    if (told.has(`${feature}!`)) found[feature] = 'must';
    else if (told.has(feature)) found[feature] = 'would-help';
  }
  const described = {
    age: age === '' ? null : Number(age),
    needs: found,
    likes: [...new Set(liked.split(' '))].filter(isLike),
  };
  return saysSomething(described) ? described : null;
}
