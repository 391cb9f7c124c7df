import { formatDate } from '#kernel/local-date.ts';
import { type Feature, features, type Offered } from '#offer/accessibility/index.ts';
import {
  agesInWords,
  costInWords,
  joining,
  kinds,
  type Listing,
  listInWords,
  needs,
  payments,
  placeInWords,
  readListing,
  seasons,
  tierWords,
  transports,
  whenInWords,
} from '#offer/directory/index.ts';
import { type Content, featureOfField, type Value, withValue } from './domain/changes.ts';
import { languageName } from './sections/languages.ts';
import { datesShown } from './sections/time-and-place.ts';

type Said = { readonly label: string; readonly say: (listing: Listing) => readonly (string | null)[] };

const days = (from: Temporal.PlainDate | null, until: Temporal.PlainDate | null) => [
  from === null ? null : `From ${formatDate(from)}`,
  until === null ? null : `Until ${formatDate(until)}`,
];

/** How each field is called, and what it says in words: one sentence or line each. */
const said: Readonly<Record<string, Said>> = {
  listing: { label: 'The whole listing', say: () => [] },
  title: { label: 'Name', say: ({ title }) => [title] },
  summary: { label: 'In one or two sentences', say: ({ summary }) => [summary] },
  description: { label: 'More about it', say: ({ description }) => description.split('\n') },
  kinds: { label: 'Kind of break', say: (one) => one.kinds.map((kind) => kinds[kind]) },
  tier: { label: 'Whom it is open to', say: ({ tier }) => [tierWords[tier].short] },
  ages: { label: 'Ages', say: ({ ages }) => [agesInWords(ages)] },
  needs: { label: 'Needs', say: (one) => one.needs.map((need) => needs[need]) },
  ratios: { label: 'Staff to children', say: (one) => [listInWords(one.ratios)] },
  languages: { label: 'Languages', say: (one) => [listInWords(one.languages.map(languageName))] },
  when: { label: 'Times', say: ({ when }) => [whenInWords(when), when.note] },
  runs: {
    label: 'Part of the year',
    say: ({ runs }) => [runs.season === null ? null : seasons[runs.season], ...days(runs.from, runs.until)],
  },
  dates: { label: 'Single dates', say: ({ dates }) => datesShown(dates).split('\n') },
  place: {
    label: 'Place',
    say: ({ place }) => [placeInWords(place), place.kind === 'at' ? place.postcode : null],
  },
  otherPlaces: {
    label: 'Other places',
    say: (one) => one.otherPlaces.map(({ place, when }) => `${placeInWords(place)}. ${whenInWords(when)}`),
  },
  transport: { label: 'Getting there', say: ({ transport }) => [transport && transports[transport]] },
  cost: {
    label: 'Cost',
    say: ({ cost }) => [costInWords(cost), cost.kind === 'ask' ? null : cost.note],
  },
  accepts: { label: 'Also paid by', say: (one) => one.accepts.map((payment) => payments[payment]) },
  join: {
    label: 'How to join',
    say: ({ join }) => [joining[join.how], join.referredBy && `Referred by ${join.referredBy}`, join.note],
  },
  'contact.phone': { label: 'Telephone', say: ({ contact }) => [contact.phone] },
  'contact.email': { label: 'Email address', say: ({ contact }) => [contact.email] },
  'contact.url': { label: 'Web address', say: ({ contact }) => [contact.url] },
  'told.session': { label: 'What a session is like', say: ({ told }) => (told.session ?? '').split('\n') },
  'told.sensoryStory': { label: 'The sensory story', say: ({ told }) => told.sensoryStory },
  'told.staff': { label: 'Staff and their training', say: ({ told }) => (told.staff ?? '').split('\n') },
  'told.easyRead': { label: 'Easy Read', say: ({ told }) => told.easyRead },
  'told.pictures': { label: 'Pictures', say: ({ told }) => told.pictures.map(({ words }) => words) },
  paused: { label: 'Closed for now', say: ({ paused }) => [paused] },
  pausedUntil: { label: 'Closed until', say: ({ pausedUntil }) => [pausedUntil && formatDate(pausedUntil)] },
};

const offeredWords: Readonly<Record<Offered, string>> = {
  meets: 'Yes',
  ask: 'Ask first',
  'does-not-meet': 'No',
};

function isFeature(name: string): name is Feature {
  return name in features;
}

/** What a field is called where it is decided about: "Telephone", "Hoist". */
export function fieldLabel(field: string): string {
  const feature = featureOfField(field);
  if (feature === null) return said[field]?.label ?? field;
  return isFeature(feature) ? features[feature].label : feature;
}

/** What a field says in words, a line each; nothing where it says nothing. `content` is any whole listing to say it in. */
export function fieldInWords(field: string, value: Value, content: Content): readonly string[] {
  const feature = featureOfField(field);
  if (feature !== null)
    return [value === 'meets' || value === 'does-not-meet' ? offeredWords[value] : offeredWords.ask];
  if (value === null) return [];
  const lines = said[field]?.say(readListing(withValue(content, field, value))) ?? [];
  return lines.flatMap((line) => (line === null || line.trim() === '' ? [] : [line]));
}
