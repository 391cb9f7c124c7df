// What the template needs of the filters: the choices of each group in their order, with how many there would be.
import { featureGroups, featureNames, features } from '#offer/accessibility/index.ts';
import type { FindAnswer } from '../src/offer/directory/actions/answer-find.ts';
import { countOf, type FacetName } from '../src/offer/directory/domain/facets.ts';
import {
  days,
  kinds,
  needs,
  ratios,
  seasons,
  tiers,
  times,
  transports,
} from '../src/offer/directory/domain/listing.ts';
import { tierWords } from '../src/offer/directory/domain/listing-words.ts';
import { distances } from '../src/offer/directory/domain/search.ts';
import { parts } from '../src/offer/directory/domain/when-it-runs.ts';
import * as words from '../src/offer/directory/pages/choice-words.ts';
import { formatDistance } from '../src/offer/directory/pages/distance.ts';

const timesInOrder = [
  'weekend',
  'after-school',
  'evening',
  'school-holidays',
  'overnight',
  'school-day',
  'by-arrangement',
] as const;

const byLabel = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).sort(([, a], [, b]) => a.localeCompare(b, 'en'));
const hidden = 'govuk-visually-hidden';
const seen = 'govuk-fieldset__legend--s';

/** Everything of the form below "Narrow it down". */
export function filtersOf(answer: FindAnswer, localities: readonly string[]) {
  const { search, facets, hasGrant } = answer;
  const count = (name: FacetName, value: string) => countOf(facets, name, value);
  const group = (
    name: FacetName,
    legend: string,
    given: {
      readonly pairs: readonly (readonly [value: string, words: string])[];
      readonly chosen: readonly string[];
      readonly isHidden?: boolean;
      readonly hint?: string;
    },
  ) => ({
    name,
    legend,
    legendClasses: given.isHidden === true ? hidden : seen,
    hint: given.hint,
    chosen: given.chosen,
    items: given.pairs
      .map(([value, said]) => ({ value, words: said, count: count(name, value) }))
      .filter((item) => item.count !== 0 || given.chosen.includes(item.value)),
  });
  const list = (
    name: FacetName,
    label: string,
    given: {
      readonly any: string;
      readonly pairs: readonly (readonly [value: string, words: string])[];
      readonly chosen: string | null;
    },
  ) => ({
    name,
    label,
    chosen: given.chosen ?? '',
    items: [
      { value: '', text: given.any },
      ...given.pairs.map(([value, said]) => ({ value, text: `${said} (${count(name, value)})` })),
    ],
  });
  const hasDates = search.from !== null || search.until !== null;
  const locality = localities.find((name) => name.toLowerCase() === search.locality?.toLowerCase());
  const languages = [...(facets.get('language')?.keys() ?? [])]
    .map((code) => [code, words.languageWords(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return {
    chosen: {
      when:
        search.times.length +
        search.days.length +
        search.parts.length +
        [search.season !== null, hasDates].filter(Boolean).length,
      cost: search.accepts.length + [search.isFree, search.upTo !== null].filter(Boolean).length,
      where: [search.within, search.locality, search.transport].filter((one) => one !== null).length,
      support:
        search.tiers.length +
        [search.ratio !== null, search.language !== null, search.isWithoutReferral].filter(Boolean).length,
    },
    groups: {
      need: group('need', 'Help that your child needs', {
        pairs: byLabel(needs),
        chosen: search.needs,
        isHidden: true,
        hint: 'We show places that can meet all that you choose.',
      }),
      access: Object.entries(featureGroups).map(([key, { label }]) => {
        const names = featureNames.filter((name) => features[name].group === key);
        return {
          ...group('access', label, {
            pairs: names.map((name) => [name, features[name].label]),
            chosen: search.access,
            isHidden: true,
          }),
          idPrefix: `access-${key}`,
          title: label,
          chosenCount: names.filter((name) => search.access.includes(name)).length,
        };
      }),
      kind: group('kind', 'What you would like to do', {
        pairs: byLabel(kinds),
        chosen: search.kinds,
        isHidden: true,
      }),
      when: group('when', 'Kind of time', {
        pairs: timesInOrder.map((time) => [time, times[time]]),
        chosen: search.times,
      }),
      day: group('day', 'Day', { pairs: days.map((day) => [day, words.dayWords[day]]), chosen: search.days }),
      part: group('part', 'Part of the day', { pairs: Object.entries(parts), chosen: search.parts }),
      free: group('free', 'Cost', { pairs: [['yes', 'Free']], chosen: search.isFree ? ['yes'] : [] }),
      pay: group('pay', 'What can pay', {
        pairs: [
          ['direct-payment', 'Direct payment can pay'] as const,
          ...(hasGrant ? [['short-breaks-grant', 'Short breaks grant can pay'] as const] : []),
        ],
        chosen: search.accepts,
      }),
      tier: group('tier', 'How much support?', {
        pairs: tiers.map((tier) => [tier, tierWords[tier].short]),
        chosen: search.tiers,
      }),
      join: group('join', 'Joining', {
        pairs: [['open', words.withoutReferralWords]],
        chosen: search.isWithoutReferral ? ['open'] : [],
      }),
    },
    lists: {
      season: list('season', 'Term or holidays', {
        any: 'Any time of the year',
        pairs: Object.keys(seasons).map((one) => [one, words.seasonWords[one as keyof typeof seasons]]),
        chosen: search.season,
      }),
      locality: list('locality', 'Town or area', {
        any: 'Anywhere',
        pairs: localities.map((name) => [name, name]),
        chosen: locality ?? null,
      }),
      transport: list('transport', 'Getting there', {
        any: 'Any way',
        pairs: Object.keys(transports).map((one) => [
          one,
          words.transportWords[one as keyof typeof transports],
        ]),
        chosen: search.transport,
      }),
      ratio: list('ratio', 'Staff to children', {
        any: 'Any number of staff',
        pairs: ratios.map((ratio) => [ratio, words.ratioWords(ratio)]),
        chosen: search.ratio,
      }),
      language: list('language', 'A language besides English', {
        any: 'Any language',
        pairs: languages,
        chosen: search.language,
      }),
    },
    distances: [
      { value: '', text: 'Any distance' },
      ...distances.map((miles) => ({ value: miles, text: formatDistance(miles) })),
    ],
  };
}
