import { featureGroups, featureNames, features } from '#offer/accessibility/index.ts';
import {
  joining,
  kinds,
  needs,
  payments,
  ratios,
  seasons,
  tiers,
  tierWords,
  times,
  transports,
} from '#offer/directory/index.ts';

/** A term of a vocabulary, before it is told for one address. */
type Entry = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly parent?: string;
};

/** A vocabulary, before it is told for one address. Its key and its terms' keys are stable: identifiers come of them. */
export type Vocabulary = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** What a term of it says of a service. */
  readonly linkType: string;
  /** Where it stands under the council's address, if it has a page of its own besides this interface. */
  readonly path?: string;
  readonly entries: readonly Entry[];
};

function labelled(
  labels: Readonly<Record<string, string>>,
  describe: (label: string) => string,
): readonly Entry[] {
  return Object.entries(labels).map(([key, name]) => ({ key, name, description: describe(name) }));
}

const groupEntries: readonly Entry[] = Object.entries(featureGroups).map(([key, { label, definition }]) => ({
  key: `group-${key}`,
  name: label,
  description: definition,
}));

/** Every vocabulary that services are described by, in the order in which they are listed. */
export const vocabularies = [
  {
    key: 'kinds',
    name: 'Kinds of short break',
    description: 'What a short break for a disabled child is. A service may be of several kinds.',
    linkType: 'service_type',
    entries: labelled(kinds, (label) => `The service is, or has in it: ${label}.`),
  },
  {
    key: 'needs',
    name: 'Needs that can be met',
    description: 'Needs of disabled children and young people that a provider says it can meet.',
    linkType: 'intended_audience',
    entries: labelled(needs, (label) => `The provider says that it can meet this need: ${label}.`),
  },
  {
    key: 'tiers',
    name: 'How much support',
    description: 'How much support a short break gives, from open to all to specialist.',
    linkType: 'level_of_support',
    entries: tiers.map((key) => ({ key, name: tierWords[key].short, description: tierWords[key].long })),
  },
  {
    key: 'accessibility',
    name: 'Short breaks accessibility vocabulary',
    description: 'What a short break offers a disabled child, feature by feature, as its provider says.',
    linkType: 'accessibility',
    path: '/vocabulary/accessibility',
    entries: [
      ...groupEntries,
      ...featureNames.map((key) => ({
        key,
        name: features[key].label,
        description: features[key].definition,
        parent: `group-${features[key].group}`,
      })),
    ],
  },
  {
    key: 'not-offered',
    name: 'What a short break does not offer',
    description:
      'Features of the accessibility vocabulary that a provider says it does not offer. About a feature in neither list, ask the provider.',
    linkType: 'not_offered',
    entries: featureNames.map((key) => ({
      key,
      name: `Not offered: ${features[key].label}`,
      description: `The provider says that the service does not offer this: ${features[key].label}.`,
    })),
  },
  {
    key: 'times',
    name: 'Times at which it runs',
    description: 'At which times of the day, the week and the year a short break runs.',
    linkType: 'time',
    entries: labelled(times, (label) => `The service runs at this time: ${label}.`),
  },
  {
    key: 'seasons',
    name: 'Part of the year',
    description: 'In which part of the year a short break runs.',
    linkType: 'season',
    entries: labelled(seasons, (label) => `The service runs in this part of the year: ${label}.`),
  },
  {
    key: 'payments',
    name: 'What a family may pay with',
    description: 'What a family may pay with besides its own money.',
    linkType: 'payment',
    entries: labelled(payments, (label) => `A family may pay with this: ${label}.`),
  },
  {
    key: 'joining',
    name: 'How a child joins',
    description: 'What a family does to get a place.',
    linkType: 'how_to_join',
    entries: labelled(joining, (label) => `To get a place: ${label}.`),
  },
  {
    key: 'transports',
    name: 'Getting there',
    description: 'How a child gets there and back.',
    linkType: 'transport',
    entries: labelled(transports, (label) => `Getting there and back: ${label}.`),
  },
  {
    key: 'ratios',
    name: 'Staff to children',
    description: 'How many staff there are for how many children.',
    linkType: 'staff_ratio',
    entries: ratios.map((key) => ({
      key,
      name: key,
      description: `Staff to children: ${key.replace(':', ' to ')}.`,
    })),
  },
  {
    key: 'sources',
    name: 'Where the facts come from',
    description: 'Who says what this record says.',
    linkType: 'source',
    entries: labelled(
      {
        document: 'A published document',
        demonstration: 'Made up for a demonstration',
        provider: 'The provider',
        council: 'The council',
        feed: 'Open data of another publisher',
      },
      (label) => `The facts come from: ${label}.`,
    ),
  },
] as const satisfies readonly Vocabulary[];
export type VocabularyKey = (typeof vocabularies)[number]['key'];
