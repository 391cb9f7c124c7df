import { type ChildDescription, matchSummary } from '#offer/accessibility/index.ts';
import type { NextSession } from '#offer/sessions/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import { needs } from '../domain/listing.ts';
import {
  agesInWords,
  costInWords,
  listInWords,
  placeInWords,
  tierWords,
  timeInWords,
  whenInWords,
} from '../domain/listing-words.ts';
import type { ListingSearch } from '../domain/search.ts';
import { listingAddress } from './addresses.ts';
import { milesAway } from './distance.ts';

type Found = FindAnswer['found']['listings'][number];

/** What a list of results knows besides the listing. */
export type AroundResult = Pick<FindAnswer, 'search' | 'from' | 'next'> & {
  /** The child that the visitor has described; null where none was. */
  readonly child: ChildDescription | null;
  /** What does not fit, where something does not. */
  readonly note?: string;
};

/** The tier as a small mark: always in words, never by colour alone. */
export function tierMark(tier: Found['listing']['tier']): Html {
  return html`<span class="daybreak-tier daybreak-tier--${tier}">${tierWords[tier].short}</span>`;
}

function fact(name: string, value: Html | string | null): Html | null {
  return value === null ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

/** The needs asked for come first; a long list is cut with a count. */
function needsInWords(found: Found, search: ListingSearch): string | null {
  const asked = found.listing.needs.filter((need) => search.needs.includes(need));
  const others = found.listing.needs.filter((need) => !search.needs.includes(need));
  const all = [...asked, ...others].map((need) => needs[need]);
  if (all.length === 0) return null;
  const shown = Math.max(4, asked.length);
  if (all.length <= shown + 1) return listInWords(all);
  return `${all.slice(0, shown).join(', ')} and ${all.length - shown} more`;
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** "Saturday 28 November, 10am. 4 places left." */
export function nextInWords({ startsAt, placesLeft }: NextSession): string {
  const begins = startsAt.toZonedDateTimeISO('Europe/London');
  const day = dayAndMonth.format(begins.toPlainDate());
  const left =
    placesLeft === null
      ? ''
      : placesLeft === 0
        ? '. Full'
        : placesLeft === 1
          ? '. 1 place left'
          : `. ${placesLeft} places left`;
  return `${day}, ${timeInWords(begins.toPlainTime())}${left}`;
}

/** One listing in a list of results. */
export function resultItem(found: Found, around: AroundResult): Html {
  const { listing } = found;
  const away = milesAway(found, around.from);
  const isGrant = listing.accepts.includes('short-breaks-grant');
  const next = around.next.get(listing.slug);
  return html`<li class="daybreak-result">
<h3 class="daybreak-result__title"><a class="govuk-link" href="${listingAddress(listing.slug, around.search)}">${listing.title}</a></h3>
<p class="daybreak-result__by">${tierMark(listing.tier)} <span>${listing.provider}</span></p>
${around.note !== undefined && html`<p class="daybreak-result__note">${around.note}</p>`}
${listing.paused !== null && html`<p class="daybreak-result__note"><strong>Not running now.</strong> ${listing.paused}</p>`}
<p class="daybreak-result__summary">${listing.summary}</p>
${around.child !== null && matchSummary(around.child, listing)}
<dl class="daybreak-result__facts">
${fact('Who for', agesInWords(listing.ages))}
${fact('When', html`${whenInWords(listing.when)}${next !== undefined && html`<br><span class="daybreak-soft">Next: ${nextInWords(next)}</span>`}`)}
${fact('Cost', html`${costInWords(listing.cost)}${isGrant && html`<br><span class="daybreak-soft">The grant can pay</span>`}`)}
${fact('Where', html`${placeInWords(listing.place)}${away !== null && html`<br><strong>${away}</strong>`}`)}
${fact('Can help with', needsInWords(found, around.search))}
</dl>
</li>`;
}
