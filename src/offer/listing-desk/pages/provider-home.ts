import { formatDate } from '#kernel/local-date.ts';
import { freshnessOf } from '#offer/directory/index.ts';
import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { baseOf } from '../desk.ts';
import { freshnessOfRow, type OwnListing, ownListings } from '../desk-lists.ts';
import { draftWords, freshTag } from './parts.ts';

function card(visit: Visit, listing: OwnListing): Html {
  const { row, slug, title } = listing;
  const base = baseOf('provider', slug);
  const freshness = row === null ? null : freshnessOfRow(visit, row);
  const asks = freshness !== null && freshness !== 'fresh' && freshness !== 'withdrawn';
  return html`<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="${base}">${title}</a></h2>
<ul class="daybreak-facts">${freshness !== null && html`<li>${freshTag(freshness)}</li>`}${draftWords(listing)}</ul>
${row !== null && html`<p class="govuk-body daybreak-soft govuk-!-margin-top-2">Last checked on ${formatDate(row.checkedOn)}</p>`}
${
  asks
    ? formTo(
        visit,
        button({
          html: html`It is still right<span class="govuk-visually-hidden">: ${title}</span>`,
          classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
          preventDoubleClick: true,
        }),
        { to: `${base}/still-right` },
      )
    : nothing
}</li>`;
}

/** The first page of a provider's person: their listings, and how fresh each is. */
export async function providerHomePage(visit: Visit): Promise<Page> {
  const { providers, listings } = await ownListings(visit);
  const rules = freshnessOf(visit.authority, visit.clock.today());
  const names = providers.map(({ name }) => name);
  return page({
    title: 'Your listings',
    section: 'listings',
    isPrivate: true,
    main: html`<span class="govuk-caption-xl">${names.join(' · ')}</span><h1 class="govuk-heading-xl">Your listings</h1>
${
  providers.length === 0
    ? html`<p class="govuk-body-l">The council has not linked you to a provider yet. Call ${visit.authority.contact.phone}.</p>`
    : html`<p class="govuk-body-l">This is what families in the area read about you. Choose one to change it.</p>
${listings.length === 0 ? html`<p class="govuk-body">You have no listing yet.</p>` : html`<ul class="daybreak-cards">${listings.map((listing) => card(visit, listing))}</ul>`}
${button({ text: 'Add another short break', href: '/provider/listings/new', classes: 'govuk-button--secondary' })}
<p class="govuk-body daybreak-soft">After ${rules.staleAfter} months without a check a listing says that it may be out of date. After ${rules.hiddenAfter} it is hidden.</p>`
}`,
  });
}
