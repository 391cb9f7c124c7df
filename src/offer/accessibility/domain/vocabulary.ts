import { type Feature, featureNames, features, featuresOf } from './features.ts';
import { type FeatureGroup, featureGroups } from './groups.ts';

/**
 * What stands about the vocabulary as a whole. The version's first figure goes up when a name goes or means something
 * else, the second when one is added.
 */
export const vocabulary = {
  title: 'Accessibility of short breaks for disabled children',
  description:
    'What a short break may offer that decides whether a disabled child can use it, in the words of families in England. A short break meets a statement, does not meet it, or says nothing, which means: ask.',
  version: '1.0',
  issued: '2026-11-22',
  license: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** Where the vocabulary stands in a service. */
export const vocabularyPath = '/vocabulary/accessibility';

const openActive = 'https://openactive.io/accessibility-support#';

/** OpenActive's list of whom a session supports, by what the list calls them. */
export const openActiveSupport = {
  'visual-impairment': {
    id: `${openActive}1393f2dc-3fcc-4be9-a99f-f1e51f5ad277`,
    label: 'Visual impairment',
  },
  'hearing-impairment': {
    id: `${openActive}2bfb7228-5969-4927-8435-38b5005a8771`,
    label: 'Hearing impairment',
  },
  'physical-impairment': {
    id: `${openActive}dd026873-6713-4ea1-af5a-08901f651d98`,
    label: 'Physical impairment',
  },
  'behavioural-problems': {
    id: `${openActive}69b689d4-be04-4e6d-be56-4ac72ec82444`,
    label: 'Social or behavioural problems',
  },
} as const;
export type OpenActiveSupport = keyof typeof openActiveSupport;

type Mapping = { readonly how: 'closeMatch' | 'relatedMatch'; readonly to: OpenActiveSupport };

/**
 * What of OpenActive's list a feature comes near to (closeMatch) or has to do with (relatedMatch): that list names
 * whom a session supports, ours what it does, so no two mean the same. schema.org has no words for what a place or a
 * session offers; its accessibilityFeature describes books and films.
 */
export const openActiveMappings: Readonly<Partial<Record<Feature, Mapping>>> = {
  'vision-support': { how: 'closeMatch', to: 'visual-impairment' },
  bsl: { how: 'relatedMatch', to: 'hearing-impairment' },
  'hearing-loop': { how: 'closeMatch', to: 'hearing-impairment' },
  'step-free': { how: 'relatedMatch', to: 'physical-impairment' },
  'changing-place': { how: 'relatedMatch', to: 'physical-impairment' },
  'equipment-to-borrow': { how: 'relatedMatch', to: 'physical-impairment' },
  'moving-and-handling': { how: 'closeMatch', to: 'physical-impairment' },
  hoist: { how: 'relatedMatch', to: 'physical-impairment' },
  'behaviour-support': { how: 'closeMatch', to: 'behavioural-problems' },
};

/** The part of an address that names a group; a feature is named by its own name. */
export function groupFragment(group: FeatureGroup): string {
  return `group-${group}`;
}

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  ConceptScheme: 'skos:ConceptScheme',
  Concept: 'skos:Concept',
  title: { '@id': 'dcterms:title', '@language': 'en' },
  description: { '@id': 'dcterms:description', '@language': 'en' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  issued: { '@id': 'dcterms:issued', '@type': 'xsd:date' },
  version: 'owl:versionInfo',
  prefLabel: { '@id': 'skos:prefLabel', '@language': 'en' },
  altLabel: { '@id': 'skos:altLabel', '@language': 'en' },
  definition: { '@id': 'skos:definition', '@language': 'en' },
  notation: 'skos:notation',
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  hasTopConcept: { '@id': 'skos:hasTopConcept', '@type': '@id' },
  topConceptOf: { '@id': 'skos:topConceptOf', '@type': '@id' },
  broader: { '@id': 'skos:broader', '@type': '@id' },
  narrower: { '@id': 'skos:narrower', '@type': '@id' },
  closeMatch: { '@id': 'skos:closeMatch', '@type': '@id' },
  relatedMatch: { '@id': 'skos:relatedMatch', '@type': '@id' },
} as const;

/** A scheme or a concept as JSON-LD holds it. */
export type SkosNode = Readonly<Record<string, string | readonly string[]>>;

/** The vocabulary as SKOS in JSON-LD (W3C, SKOS Reference, 2009). `base` is the address that it stands at. */
export function skosOf(base: string): {
  readonly '@context': object;
  readonly '@graph': readonly SkosNode[];
} {
  const at = (fragment: string) => `${base}#${fragment}`;
  const groups = Object.keys(featureGroups) as FeatureGroup[];
  const scheme: SkosNode = {
    '@id': base,
    '@type': 'ConceptScheme',
    ...vocabulary,
    hasTopConcept: groups.map((group) => at(groupFragment(group))),
  };
  const tops = groups.map(
    (group): SkosNode => ({
      '@id': at(groupFragment(group)),
      '@type': 'Concept',
      inScheme: base,
      topConceptOf: base,
      prefLabel: featureGroups[group].label,
      definition: featureGroups[group].definition,
      narrower: featuresOf(group).map(at),
    }),
  );
  const concepts = featureNames.map((feature): SkosNode => {
    const { label, short, definition, group } = features[feature];
    const mapping = openActiveMappings[feature];
    return {
      '@id': at(feature),
      '@type': 'Concept',
      inScheme: base,
      notation: feature,
      prefLabel: label,
      ...(short.toLowerCase() === label.toLowerCase() ? {} : { altLabel: short }),
      definition,
      broader: at(groupFragment(group)),
      ...(mapping === undefined ? {} : { [mapping.how]: openActiveSupport[mapping.to].id }),
    };
  });
  return { '@context': context, '@graph': [scheme, ...tops, ...concepts] };
}
