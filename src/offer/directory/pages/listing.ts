import { grantOn } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, insetText, summaryList } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { openListing } from '../actions/open-listing.ts';
import { distanceTo, readSearch } from '../actions/search-offer.ts';
import { isStale, kinds, type Listing, needs } from '../domain/listing.ts';
import { agesInWords, costInWords, placeInWords, tierWords, whenInWords } from '../domain/listing-words.ts';
import { findAddress } from './addresses.ts';
import { milesAway } from './distance.ts';
import { howToJoin, whatPays, whereFactsComeFrom } from './listing-parts.ts';
import { tierMark } from './result.ts';

/** After so many months without a check, a page says that it may be out of date. */
const FRESH_MONTHS = 6;

type Row = {
  readonly key: string;
  readonly value: Html | string | null;
  /** The field of the listing that the row shows, to say which were made up. */
  readonly field: string;
};

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
    {
      field: 'place',
      key: 'Where',
      value: html`${placeInWords(place)}${place.kind === 'at' && html`<br>${place.postcode}${place.isOutsideAuthority && ' (outside the council’s area)'}`}${away !== null && html`<br><strong>${away}</strong>`}`,
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
    { field: 'kinds', key: 'Kind of break', value: listing.kinds.map((kind) => kinds[kind]).join(', ') },
  ];
}

function ratioInWords(ratio: Listing['ratios'][number]): string {
  const [staff, children] = ratio.split(':');
  return `${staff === '1' ? '1 member' : `${staff} members`} of staff to ${children === '1' ? '1 child' : `${children} children`}`;
}

function facts(listing: Listing, away: string | null): Html {
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

function notices(
  { listing, withdrawnAt }: { readonly listing: Listing; readonly withdrawnAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
): Html {
  if (withdrawnAt !== null) {
    return insetText({
      html: html`<strong>This is no longer in the directory.</strong> What you read here may not be true any more. <a class="govuk-link" href="/find">Look for something else</a>`,
    });
  }
  if (listing.paused !== null) {
    return insetText({ html: html`<strong>This is not running now.</strong> ${listing.paused}` });
  }
  if (isStale(listing, { today, months: FRESH_MONTHS })) {
    return insetText({
      html: html`We last checked this on ${formatDate(listing.checkedOn)}. Ask before you go: it may have changed.`,
    });
  }
  return nothing;
}

/** One listing: everything that is known, how to join, what can pay, and where each fact comes from. */
export async function listingPage(visit: Visit): Promise<Page | NotFound> {
  const { transaction, authority, params, query, clock } = visit;
  const opened = await openListing(transaction, { authorityId: authority.id, slug: params.slug ?? '' });
  if (opened === null) return notFound('this short break');
  const { listing } = opened;
  const search = readSearch(query);
  const hasGrant = (await grantOn(authority.folder, clock.today())) !== null;
  const distance = await distanceTo(transaction, { listing, postcode: search.postcode });
  const away = distance === null ? null : milesAway(distance, distance.from);
  return page({
    title: `${listing.title}, ${listing.provider}`,
    description: listing.summary,
    section: 'find',
    before: backLink({
      text: query.size > 0 ? 'Back to your search' : 'All short breaks',
      href: findAddress(search),
    }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl daybreak-listing__title">${listing.title}</h1>
<p class="daybreak-result__by">${tierMark(listing.tier)} <span>By ${listing.provider}</span></p>
${notices(opened, clock.today())}
<p class="govuk-body-l">${listing.summary}</p>
<p class="govuk-body">${listing.description}</p>
${facts(listing, away)}
</div>
<div class="govuk-grid-column-one-third">
${howToJoin(listing)}
${whatPays(listing, hasGrant)}
</div></div>
${whereFactsComeFrom(listing, authority)}`,
  });
}
