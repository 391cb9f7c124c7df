import { type Html, html } from '#platform/web/html.ts';
import type { SearchAnswer } from '../actions/search-offer.ts';
import { needs } from '../domain/listing.ts';
import {
  agesInWords,
  costInWords,
  listInWords,
  placeInWords,
  tierWords,
  whenInWords,
} from '../domain/listing-words.ts';
import type { FoundPoint } from '../domain/point.ts';
import type { ListingSearch } from '../domain/search.ts';
import { listingAddress } from './addresses.ts';
import { milesAway } from './distance.ts';

type Found = SearchAnswer['found']['listings'][number];

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

/** One listing in a list of results. `note` says what does not fit, where something does not. */
export function resultItem(
  found: Found,
  around: { readonly search: ListingSearch; readonly from: FoundPoint | null; readonly note?: string },
): Html {
  const { listing } = found;
  const away = milesAway(found, around.from);
  const isGrant = listing.accepts.includes('short-breaks-grant');
  return html`<li class="daybreak-result">
<h3 class="daybreak-result__title"><a class="govuk-link" href="${listingAddress(listing.slug, around.search)}">${listing.title}</a></h3>
<p class="daybreak-result__by">${tierMark(listing.tier)} <span>${listing.provider}</span></p>
${around.note !== undefined && html`<p class="daybreak-result__note">${around.note}</p>`}
${listing.paused !== null && html`<p class="daybreak-result__note"><strong>Not running now.</strong> ${listing.paused}</p>`}
<p class="daybreak-result__summary">${listing.summary}</p>
<dl class="daybreak-result__facts">
${fact('Who for', agesInWords(listing.ages))}
${fact('When', whenInWords(listing.when))}
${fact('Cost', html`${costInWords(listing.cost)}${isGrant && html`<br><span class="daybreak-soft">The grant can pay</span>`}`)}
${fact('Where', html`${placeInWords(listing.place)}${away !== null && html`<br><strong>${away}</strong>`}`)}
${fact('Can help with', needsInWords(found, around.search))}
</dl>
</li>`;
}
