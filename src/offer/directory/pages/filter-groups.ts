import {
  type Feature,
  type FeatureGroup,
  featureGroups,
  featureNames,
  features,
} from '#offer/accessibility/index.ts';
import { checkboxes, input, select } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import type { Facets } from '../domain/facets.ts';
import { kinds, needs, payments, ratios, tiers, transports } from '../domain/listing.ts';
import { tierWords } from '../domain/listing-words.ts';
import { distances, type ListingSearch } from '../domain/search.ts';
import * as words from './choice-words.ts';
import { formatDistance } from './distance.ts';
import { folded, pickOne, tickBoxes } from './filter-parts.ts';

function keysOf<T extends string>(labels: Readonly<Record<T, unknown>>): readonly T[] {
  return Object.keys(labels) as T[];
}

function byLabel<T extends string>(labels: Readonly<Record<T, string>>): readonly T[] {
  return keysOf(labels).toSorted((a, b) => labels[a].localeCompare(labels[b], 'en'));
}

/** Sorted once: the vocabularies do not change while the program runs. */
const needsInOrder = byLabel(needs);
const kindsInOrder = byLabel(kinds);
const featuresOfGroup: ReadonlyMap<FeatureGroup, readonly Feature[]> = Map.groupBy(
  featureNames,
  (name) => features[name].group,
);

export function needsGroup({ search, facets }: FindAnswer): Html {
  return folded({
    title: 'What help does your child need?',
    chosen: search.needs.length,
    content: tickBoxes(facets, {
      name: 'need',
      legend: { text: 'Help that your child needs', isHidden: true },
      hint: 'We show places that can meet all that you choose.',
      values: needsInOrder,
      chosen: search.needs,
      words: (need) => needs[need],
    }),
  });
}

/** The features by what a parent thinks of in one go, each group folded: forty boxes at once are a wall. */
export function accessGroup({ search, facets }: FindAnswer): Html {
  const groups = [...featuresOfGroup].map(([group, names]) =>
    folded({
      title: featureGroups[group].label,
      chosen: names.filter((name) => search.access.includes(name)).length,
      isInner: true,
      content: tickBoxes(facets, {
        name: 'access',
        idPrefix: `access-${group}`,
        legend: { text: featureGroups[group].label, isHidden: true },
        values: names,
        chosen: search.access,
        words: (name) => features[name].label,
      }),
    }),
  );
  if (groups.every((group) => group === nothing)) return nothing;
  return folded({
    title: 'What must be there?',
    chosen: search.access.length,
    content: html`<p class="govuk-hint">We show only places that say they have it. Others may have it too: ask them.</p>
${groups}`,
  });
}

export function kindsGroup({ search, facets }: FindAnswer): Html {
  return folded({
    title: 'What would you like to do?',
    chosen: search.kinds.length,
    content: tickBoxes(facets, {
      name: 'kind',
      legend: { text: 'What you would like to do', isHidden: true },
      values: kindsInOrder,
      chosen: search.kinds,
      words: (kind) => kinds[kind],
    }),
  });
}

export function costGroup({ search, facets, upTo, hasGrant }: FindAnswer): Html {
  const payable = keysOf(payments).filter((payment) => hasGrant || payment !== 'short-breaks-grant');
  return folded({
    title: 'What may it cost?',
    chosen: Number(search.isFree) + Number(search.upTo !== null) + search.accepts.length,
    hasProblem: upTo.problem !== null,
    content: html`${tickBoxes(facets, {
      name: 'free',
      legend: { text: 'Cost' },
      values: ['yes'],
      chosen: search.isFree ? ['yes'] : [],
      words: () => 'Free',
    })}
${input({
  id: 'upto',
  name: 'upto',
  label: { text: 'Up to', classes: 'govuk-label--s' },
  hint: { text: 'For a session, a day or an hour' },
  prefix: { text: '£' },
  inputmode: 'decimal',
  classes: 'govuk-input--width-4',
  value: upTo.typed,
  ...(upTo.problem === null ? {} : { errorMessage: { text: upTo.problem } }),
})}
${tickBoxes(facets, {
  name: 'pay',
  legend: { text: 'What can pay' },
  values: payable.toSorted(),
  chosen: search.accepts,
  words: (payment) => words.paymentWords(payment),
})}`,
  });
}

export function whereGroup({ search, facets }: FindAnswer, localities: readonly string[]): Html {
  const locality = localities.find((name) => name.toLowerCase() === search.locality?.toLowerCase());
  return folded({
    title: 'Where, and how do you get there?',
    chosen:
      Number(search.within !== null) + Number(search.locality !== null) + Number(search.transport !== null),
    content: html`${select({
      id: 'within',
      name: 'within',
      label: { text: 'How far can you go?', classes: 'govuk-label--s' },
      hint: { text: 'Needs your postcode or town.' },
      value: search.within ?? '',
      items: [
        { value: '', text: 'Any distance' },
        ...distances.map((miles) => ({ value: miles, text: formatDistance(miles) })),
      ],
    })}
${pickOne(facets, {
  name: 'locality',
  label: 'Town or area',
  any: 'Anywhere',
  values: localities,
  chosen: locality ?? null,
  words: (name) => name,
})}
${pickOne(facets, {
  name: 'transport',
  label: 'Getting there',
  any: 'Any way',
  values: keysOf(transports),
  chosen: search.transport,
  words: (transport) => words.transportWords[transport],
})}`,
  });
}

/** The languages that something of the directory has, and the one that was asked for. */
function languagesOf(facets: Facets, search: ListingSearch): readonly string[] {
  const found = new Set(facets.get('language')?.keys());
  if (search.language !== null) found.add(search.language);
  return [...found].toSorted((a, b) => words.languageWords(a).localeCompare(words.languageWords(b), 'en'));
}

export function supportGroup({ search, facets }: FindAnswer): Html {
  const languages = languagesOf(facets, search);
  return folded({
    title: 'Support, staff and joining',
    chosen:
      search.tiers.length +
      Number(search.ratio !== null) +
      Number(search.language !== null) +
      Number(search.isWithoutReferral),
    content: html`${tickBoxes(facets, {
      name: 'tier',
      legend: { text: 'How much support?' },
      values: tiers,
      chosen: search.tiers,
      words: (tier) => tierWords[tier].short,
    })}
${tickBoxes(facets, {
  name: 'join',
  legend: { text: 'Joining' },
  values: ['open'],
  chosen: search.isWithoutReferral ? ['open'] : [],
  words: () => words.withoutReferralWords,
})}
${pickOne(facets, {
  name: 'ratio',
  label: 'Staff to children',
  any: 'Any number of staff',
  values: ratios,
  chosen: search.ratio,
  words: (ratio) => words.ratioWords(ratio),
})}
${
  languages.length > 0 &&
  pickOne(facets, {
    name: 'language',
    label: 'A language besides English',
    any: 'Any language',
    values: languages,
    chosen: search.language,
    words: words.languageWords,
  })
}`,
  });
}

/** Where the visitor's device said it is, as a box that can be unticked. */
export function nearBox(search: ListingSearch): Html | null {
  if (search.near === null) return null;
  const { latitude, longitude } = search.near;
  return checkboxes({
    name: 'near',
    classes: 'govuk-checkboxes--small',
    values: [`${latitude},${longitude}`],
    items: [{ value: `${latitude},${longitude}`, text: 'Near where you are' }],
  });
}
