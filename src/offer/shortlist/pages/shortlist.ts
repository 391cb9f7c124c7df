import {
  agesInWords,
  costInWords,
  type Listing,
  placeInWords,
  tierWords,
  whenInWords,
} from '#offer/directory/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { addressOf, MOST_COMPARED, readSlugs } from '../domain/kept-list.ts';
import { keepForm } from '../keep-part.ts';
import { listingsOf, ownSlugs } from '../own-list.ts';
import { sendToFriend } from '../send-to-friend.ts';

/** The visitor's own list, or the one that an address brought. */
export async function shortlistPage(visit: Visit): Promise<Page> {
  const sent = readSlugs(visit.query.getAll('id'));
  const isOwn = sent.length === 0;
  const listings = await listingsOf(visit, isOwn ? ownSlugs(visit) : sent);
  const title = isOwn ? 'My list' : 'A list of short breaks';
  return page({
    title,
    section: 'find',
    isPrivate: true,
    before: backLink({ href: '/find', text: 'All short breaks' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-xl">${title}</h1>
${
  listings.length === 0
    ? empty()
    : html`${introduction(isOwn, listings)}
${listings.length > 1 && compareForm(listings)}
<ul class="daybreak-results">${listings.map((listing) => item(visit, listing, isOwn))}</ul>`
}
</div>
<div class="govuk-grid-column-one-third">
${listings.length > 0 && aside(visit, listings, isOwn)}
</div></div>`,
  });
}

function empty(): Html {
  return html`<p class="govuk-body-l">There is nothing on your list yet.</p>
<p class="govuk-body">Find a short break that you like, open it, and choose “Keep it on my list”.</p>
${button({ text: 'Find a short break', href: '/find' })}`;
}

function introduction(isOwn: boolean, listings: readonly Listing[]): Html {
  const count = listings.length === 1 ? '1 short break' : `${listings.length} short breaks`;
  return isOwn
    ? html`<p class="govuk-body-l">${count}. Only this phone or computer keeps the list, for 30 days.</p>`
    : html`<p class="govuk-body-l">${count}, put together by somebody who sent you this address.</p>`;
}

function compareForm(listings: readonly Listing[]): Html {
  return html`<form method="get" action="/compare" class="daybreak-panel daybreak-no-print">
<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Compare up to ${MOST_COMPARED} side by side</legend>
<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">${listings.map(
    ({ slug, title }, index) => html`<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="compare-${slug}" name="id" type="checkbox" value="${slug}"${index < MOST_COMPARED && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="compare-${slug}">${title}</label></div>`,
  )}</div></fieldset>
${button({ text: 'Compare' })}
</form>`;
}

function item(visit: Visit, listing: Listing, isOwn: boolean): Html {
  const { slug, title } = listing;
  const fact = (name: string, value: string | Html) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<li class="daybreak-result">
<h2 class="daybreak-result__title"><a class="govuk-link" href="/find/${slug}">${title}</a></h2>
<p class="daybreak-result__by">${tierWords[listing.tier].short} · ${listing.provider}</p>
<p class="daybreak-result__summary">${listing.summary}</p>
<dl class="daybreak-result__facts">
${fact('Who for', agesInWords(listing.ages))}
${fact('When', whenInWords(listing.when))}
${fact('Cost', costInWords(listing.cost))}
${fact('Where', placeInWords(listing.place))}
${listing.contact.phone !== null && fact('Phone', html`<a class="govuk-link" href="tel:${listing.contact.phone.replaceAll(' ', '')}">${listing.contact.phone}</a>`)}
</dl>
${isOwn && html`<div class="daybreak-no-print">${keepForm(visit, { slug, title, isKept: true, back: '/shortlist' })}</div>`}
</li>`;
}

function aside(visit: Visit, listings: readonly Listing[], isOwn: boolean): Html {
  const slugs = listings.map(({ slug }) => slug);
  return html`<section class="daybreak-panel daybreak-share daybreak-no-print" aria-labelledby="share">
<h2 class="govuk-heading-m" id="share">Print it or send it</h2>
<p class="govuk-body">To print this page, choose “Print” in your browser.</p>
${sendToFriend({ title: `Short breaks: ${listings.map(({ title }) => title).join(', ')}`, address: `${visit.origin}${addressOf('/shortlist', slugs)}` })}
${isOwn ? forgetForm(visit) : keepAll(visit, slugs)}
</section>`;
}

function forgetForm(visit: Visit): Html {
  return formTo(
    visit,
    button({ text: 'Empty my list', classes: 'govuk-button--secondary', preventDoubleClick: true }),
    { to: '/shortlist/drop' },
  );
}

function keepAll(visit: Visit, slugs: readonly string[]): Html {
  return formTo(
    visit,
    html`${slugs.map((slug) => html`<input type="hidden" name="id" value="${slug}">`)}${button({ text: 'Keep these on my list', preventDoubleClick: true })}`,
    { to: '/shortlist/keep' },
  );
}

/** The address of a listing with the search that led there. */
function listingWithSearch(visit: Visit, slug: string): string {
  const search = new URLSearchParams(visit.query);
  search.delete('id');
  return search.size === 0 ? `/find/${slug}` : `/find/${slug}?${search}`;
}

/** Asks whether a listing is to be kept: the way from a link, which by itself changes nothing. */
export async function keepPage(visit: Visit): Promise<Answer> {
  // A form that could not be taken comes back by its own fields and not by the address.
  const slugs = readSlugs([...visit.query.getAll('id'), ...(visit.formState.values.get('id') ?? [])]);
  const [listing] = await listingsOf(visit, slugs);
  if (listing === undefined)
    return visit.formState.isTyped ? shortlistPage(visit) : notFound('this short break');
  const { slug, title } = listing;
  const back = listingWithSearch(visit, slug);
  return page({
    title: 'Keep it on my list',
    section: 'find',
    isPrivate: true,
    before: backLink({ href: back, text: title }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-xl">Keep it on my list</h1>
<p class="govuk-body-l">${title}, ${listing.provider}</p>
<p class="govuk-body">Your list stays on this phone or computer, in a cookie, for 30 days. We do not see it. You can print it, send it, or compare what is on it.</p>
${ownSlugs(visit).includes(slug) ? html`<p class="govuk-body">It is on your list already. <a class="govuk-link" href="/shortlist">See my list</a></p>` : keepForm(visit, { slug, title, isKept: false, isMain: true, back })}
</div></div>`,
  });
}
