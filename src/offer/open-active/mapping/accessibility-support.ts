import { type Feature, featureNames, features } from '#offer/accessibility/index.ts';
import type { Listing, Need } from '#offer/directory/index.ts';

const list = 'https://openactive.io/accessibility-support';

/**
 * The concepts of the OpenActive Accessibility Support list: identifiers and labels are facts out of it (OpenActive,
 * CC BY 4.0). A concept holds for a listing that meets one of the features or says that it meets one of the needs.
 */
const concepts: readonly {
  readonly key: string;
  readonly label: string;
  readonly features: readonly Feature[];
  readonly needs: readonly Need[];
}[] = [
  {
    key: '1393f2dc-3fcc-4be9-a99f-f1e51f5ad277',
    label: 'Visual impairment',
    features: ['vision-support'],
    needs: ['sensory-vision'],
  },
  {
    key: '2bfb7228-5969-4927-8435-38b5005a8771',
    label: 'Hearing impairment',
    features: ['bsl', 'hearing-loop'],
    needs: ['sensory-hearing'],
  },
  {
    key: 'dd026873-6713-4ea1-af5a-08901f651d98',
    label: 'Physical impairment',
    features: ['step-free', 'hoist', 'moving-and-handling', 'changing-place'],
    needs: ['physical', 'wheelchair'],
  },
  {
    key: '67902468-fd49-4238-8650-20a22d7f0e40',
    label: 'Learning impairment',
    features: [],
    needs: ['learning-disability'],
  },
  {
    key: '40b9b11f-bdd3-4aeb-8984-2ecf74a14c7a',
    label: 'Mental health issues',
    features: [],
    needs: ['anxiety'],
  },
  {
    key: '69b689d4-be04-4e6d-be56-4ac72ec82444',
    label: 'Social or behavioural problems',
    features: ['behaviour-support'],
    needs: ['behaviour'],
  },
];

/** A concept of one of OpenActive's lists, as an item holds it. */
export function concept(given: { readonly id: string; readonly label: string; readonly scheme: string }) {
  return { '@type': 'Concept', '@id': given.id, prefLabel: given.label, inScheme: given.scheme };
}

/** What of the list a listing supports. */
export function accessibilitySupport(
  listing: Pick<Listing, 'access' | 'needs'>,
): readonly ReturnType<typeof concept>[] {
  return concepts
    .filter(
      (one) =>
        one.features.some((feature) => listing.access[feature] === 'meets') ||
        one.needs.some((need) => listing.needs.includes(need)),
    )
    .map(({ key, label }) => concept({ id: `${list}#${key}`, label, scheme: list }));
}

/** What a listing offers, feature by feature, as a line of words; empty where it says nothing. */
export function accessibilityInformation({ access }: Pick<Listing, 'access'>): string {
  return featureNames
    .filter((feature) => access[feature] === 'meets')
    .map((feature) => features[feature].label)
    .join('. ');
}
