import { formatDate } from '#kernel/local-date.ts';
import { summaryList } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { kinds, type Listing, needs, type Runs, seasons, transports } from '../../domain/listing.ts';
import {
  agesInWords,
  costInWords,
  listInWords,
  placeInWords,
  ratioInWords,
  tierWords,
  whenInWords,
} from '../../domain/listing-words.ts';

type Row = {
  readonly key: string;
  readonly value: Html | string | null;
  /** The field of the listing that the row shows, to say which were made up. */
  readonly field: string;
};

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** What signed languages are called here; the list of the platform names few of them. */
const signed: Readonly<Record<string, string>> = { bfi: 'British Sign Language' };

/** "Polish and Punjabi, besides English". */
export function languagesInWords(languages: readonly string[]): string | null {
  if (languages.length === 0) return null;
  return `${listInWords(languages.map((code) => signed[code] ?? languageNames.of(code) ?? code))}, besides English`;
}

/** "Term time, from 5 September 2026 to 20 July 2027". */
export function runsInWords({ season, from, until }: Runs): string | null {
  const parts = [
    season === null ? '' : seasons[season],
    from === null ? '' : `from ${formatDate(from)}`,
    until === null ? '' : `until ${formatDate(until)}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const words = parts.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When in the year it runs; null where the words about its times say the same. */
function runsIn({ runs, when }: Listing): string | null {
  const words = runsInWords(runs);
  return words === when.note?.replace(/\.$/, '') ? null : words;
}

function rowsOf(listing: Listing, away: string | null): readonly Row[] {
  const { place, when, cost } = listing;
  const noted = (words: string, note: string | null) =>
    html`${words}${note !== null && html`<br><span class="daybreak-soft">${note}</span>`}`;
  return [
    { field: 'ages', key: 'Who it is for', value: agesInWords(listing.ages) },
    { field: 'tier', key: 'Support', value: tierWords[listing.tier].long },
    {
      field: 'needs',
      key: 'Can help with',
      value: listing.needs.length === 0 ? null : html`${listing.needs.map((need) => needs[need]).join(', ')}`,
    },
    { field: 'when', key: 'When', value: noted(whenInWords(when), when.note) },
    { field: 'runs', key: 'In the year', value: runsIn(listing) },
    {
      field: 'place',
      key: 'Where',
      value: html`${placeInWords(place)}${place.kind === 'at' && html`<br>${place.postcode}${place.isOutsideAuthority && ' (outside the council’s area)'}`}${away !== null && html`<br><strong>${away}</strong>`}`,
    },
    {
      field: 'transport',
      key: 'Getting there',
      value: listing.transport === null ? null : transports[listing.transport],
    },
    {
      field: 'cost',
      key: 'Cost',
      value: cost.kind === 'ask' ? cost.note : noted(costInWords(cost), cost.note),
    },
    {
      field: 'ratios',
      key: 'Staff to children',
      value: listing.ratios.length === 0 ? null : listing.ratios.map(ratioInWords).join('; '),
    },
    { field: 'languages', key: 'Languages', value: languagesInWords(listing.languages) },
    { field: 'kinds', key: 'Kind of break', value: listing.kinds.map((kind) => kinds[kind]).join(', ') },
  ];
}

/** The facts of a listing, each with whether it was made up where the rest was not. */
export function facts(listing: Listing, away: string | null): Html {
  const isMadeUp = (field: string) =>
    listing.provenance.kind === 'document' && listing.demonstrationFields.includes(field);
  return summaryList({
    rows: rowsOf(listing, away).map(
      ({ key, value, field }) =>
        value !== null && {
          key: { text: key },
          value: {
            html: html`${value}${isMadeUp(field) && html`<br><span class="daybreak-soft daybreak-made-up">Made up for this demonstration</span>`}`,
          },
        },
    ),
  });
}
