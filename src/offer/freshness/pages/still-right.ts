import { formatDate } from '#kernel/local-date.ts';
import { agesInWords, costInWords, type Listing, whenInWords } from '#offer/directory/index.ts';
import { button, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { askedAbout } from '../actions/still-right.ts';

function said(title: string, main: Html, status = 200): Page {
  return page({
    title,
    section: 'none',
    isPrivate: true,
    status,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div></div>`,
  });
}

/** What a provider looks over before saying that it is right: what changes most often. */
function factsToLookOver(listing: Listing): Html {
  const { contact } = listing;
  const rows: readonly (readonly [string, string | null])[] = [
    ['What it is', listing.summary],
    ['Who it is for', agesInWords(listing.ages)],
    ['When', whenInWords(listing.when)],
    ['Cost', costInWords(listing.cost)],
    ['Phone', contact.phone],
    ['Email', contact.email],
    ['Web', contact.url],
    ['Not running now', listing.paused],
  ];
  return summaryList({
    rows: rows.map(([key, value]) => value !== null && { key: { text: key }, value: { text: value } }),
  });
}

/** The page behind the link of a reminder. Opening it says nothing; a mail scanner may do so. */
export async function stillRightPage(visit: Visit): Promise<Page> {
  const asked = await askedAbout(visit);
  if (asked === null)
    return said(
      'This link does not work',
      html`<h1 class="govuk-heading-xl">This link does not work</h1><p class="govuk-body-l">It may be cut off at the end. Copy the whole of it out of the message.</p><p class="govuk-body"><a class="govuk-link" href="/provider">Sign in as a provider</a></p>`,
      404,
    );
  const { listing, isAnswered } = asked;
  if (isAnswered)
    return said(
      'Thank you',
      html`<h1 class="govuk-heading-xl">Thank you</h1><p class="govuk-body-l">${listing.title} was checked on ${formatDate(listing.checkedOn)}. There is nothing more to do.</p><p class="govuk-body"><a class="govuk-link" href="/find/${listing.slug}">See it as families do</a></p>`,
    );
  return said(
    `Is ${listing.title} still right?`,
    html`${errorsOf(visit)}<h1 class="govuk-heading-xl">Is this still right?</h1>
<p class="govuk-body-l"><strong>${listing.title}</strong>, last checked on ${formatDate(listing.checkedOn)}</p>
${factsToLookOver(listing)}
<p class="govuk-body"><a class="govuk-link" href="/find/${listing.slug}">Read the whole page</a></p>
${formTo(visit, button({ text: 'Yes, everything is still right', preventDoubleClick: true }))}
<p class="govuk-body">Something has changed? <a class="govuk-link" href="/provider">Sign in and change it</a>, or call <a class="govuk-link" href="tel:${visit.authority.contact.phone.replaceAll(' ', '')}">${visit.authority.contact.phone}</a>.</p>`,
  );
}
