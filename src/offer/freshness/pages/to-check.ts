import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Stage } from '#offer/directory/index.ts';
import { backLink, button, table, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { listingsToCheck, type ToCheck } from '../actions/read-freshness.ts';

const stageTag: Readonly<Record<Stage, { readonly text: string; readonly colour: string }>> = {
  fresh: { text: 'Fresh', colour: 'green' },
  due: { text: 'Due', colour: 'yellow' },
  stale: { text: 'Says it may be out of date', colour: 'orange' },
  hidden: { text: 'Hidden', colour: 'red' },
};

function reminderWords({ reminder, email, provenance }: ToCheck): string {
  if (provenance === 'feed') return 'Comes by a feed: import it again';
  if (reminder === null) return email === null ? 'Nobody to write to' : 'Not yet';
  const when = formatDate(dateInEngland(reminder.at));
  return email === null ? 'Nobody to write to: call them' : `Reminder ${reminder.step}, ${when}`;
}

function rowOf(listing: ToCheck) {
  const { text, colour } = stageTag[listing.stage];
  return [
    {
      html: html`<label class="govuk-visually-hidden" for="listing-${listing.slug}">Choose ${listing.title}</label><input type="checkbox" class="daybreak-plain-checkbox" id="listing-${listing.slug}" name="listing" value="${listing.slug}">`,
    },
    {
      html: html`<a class="govuk-link" href="/find/${listing.slug}">${listing.title}</a><br><span class="daybreak-soft">${listing.provider}</span>`,
    },
    { html: html`${formatDate(listing.checkedOn)}<br>${tag({ text, classes: `govuk-tag--${colour}` })}` },
    { text: reminderWords(listing) },
  ];
}

function list(visit: Visit, listings: readonly ToCheck[]): Html {
  if (listings.length === 0)
    return html`<p class="govuk-body">Everything in the directory was checked lately.</p>`;
  return formTo(
    visit,
    html`${table({
      caption: 'Listings to check, the longest unchecked first',
      captionClasses: 'govuk-table__caption--m',
      head: [
        { html: html`<span class="govuk-visually-hidden">Choose</span>` },
        { text: 'Listing' },
        { text: 'Last checked' },
        { text: 'Reminders' },
      ],
      rows: listings.map(rowOf),
    })}
<p class="govuk-body">You have called or looked, and everything on the page is right?</p>
${button({ text: 'The chosen ones are still right', preventDoubleClick: true })}`,
    { to: '/practitioners/listings/freshness' },
  );
}

/** What the keepers of the directory have to check, and who was reminded. */
export async function toCheckPage(visit: Visit): Promise<Page> {
  const listings = await listingsToCheck(visit);
  const done = Number(visit.query.get('checked') ?? '0');
  return page({
    title: 'Listings to check',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`${errorsOf(visit)}
<h1 class="govuk-heading-xl">Listings to check</h1>
${Number.isSafeInteger(done) && done > 0 && html`<p class="govuk-body" role="status"><strong>${done === 1 ? '1 listing is' : `${done} listings are`} marked as checked today.</strong></p>`}
<p class="govuk-body-l">Providers are reminded by email. Call those who do not answer. <a class="govuk-link" href="/how-fresh">What families see of this</a></p>
${list(visit, listings)}`,
  });
}
