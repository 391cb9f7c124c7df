import { formatDate } from '#kernel/local-date.ts';
import { freshnessOf, percentOf, sharesOf } from '#offer/directory/index.ts';
import { summaryList } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type Feed, feedOf } from '../api/feed.ts';
import { MOST_PER_PAGE } from '../api/parameters.ts';
import { licence } from '../schema/document.ts';

function freshness({ authority }: Visit, { services, today }: Feed): string {
  if (services.length === 0) return 'There is nothing in the directory yet';
  const rules = freshnessOf(authority, today);
  const days = services.map(({ listing }) => listing.checkedOn);
  const { fresh, due, all } = sharesOf(days, rules, today);
  return `${percentOf(fresh + due, all)}% were checked in the last ${rules.staleAfter} months. What nobody has checked for ${rules.hiddenAfter} months is left out`;
}

function row(key: string, value: string | Html) {
  return { key: { text: key }, value: typeof value === 'string' ? { text: value } : { html: value } };
}

function setOf(title: string, path: string, words: string | Html): Html {
  return html`<h3 class="govuk-heading-s"><a class="govuk-link" href="${path}">${title}</a></h3>
<p class="govuk-body">${words}</p>`;
}

/** The address of a list as something to copy, which wraps where a phone is narrow. */
function example(origin: string, path: string, words: string): Html {
  return html`<li><a class="govuk-link daybreak-break" href="${path}">${origin}${path}</a><br>${words}</li>`;
}

function examples({ origin }: Visit, { today }: Feed): Html {
  return html`<ul class="govuk-list govuk-list--spaced">
${example(origin, '/open-referral/services?full=true', 'The first page of all short breaks, with everything about each.')}
${example(origin, '/open-referral/services?full=true&format=ndjson', 'All of them at once, one on each line.')}
${example(origin, `/open-referral/services?modified_after=${today.with({ day: 1 })}`, 'What has changed since the beginning of this month.')}
${example(origin, '/open-referral/taxonomy_terms', 'Every word that short breaks are described by.')}
</ul>`;
}

const wrongWords = html`<h2 class="govuk-heading-m" id="wrong-parameter">If a request is wrong</h2>
<p class="govuk-body">You get an answer with the status 400. It names each parameter that is wrong, and says what to give instead. A parameter that we do not know is wrong too, so that a slip of the pen does not look like an answer.</p>
<h2 class="govuk-heading-m" id="not-found">If there is nothing there</h2>
<p class="govuk-body">You get an answer with the status 404. A short break that has been withdrawn is not in the lists any more. To see what has gone, ask for the short list of all with <code>minimal=true</code> and compare.</p>`;

/** What the source of the places asks to be printed wherever they are given away. */
const mapWords =
  'Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025.';

function sets(): Html {
  return html`<h2 class="govuk-heading-m">What there is</h2>
${setOf(
  'Short breaks, by Open Referral UK 3.0',
  '/open-referral',
  html`Every short break in our directory: what it is, for whom, when, where, what it costs and how to join. <a class="govuk-link" href="/open-referral/openapi.json">The technical description</a> says what you can ask for.`,
)}
${setOf(
  'Dates of short breaks, by OpenActive',
  '/openactive',
  'Every dated session of the next weeks, for programs that show families what is on. Nights away and care at home are never in it.',
)}
${setOf(
  'The accessibility vocabulary',
  '/vocabulary/accessibility',
  'The words for what a short break offers a disabled child, from a hoist to a quiet space, with what each one means. Its licence is Creative Commons Attribution 4.0.',
)}
${setOf(
  'A list for your own page',
  '/embed',
  'For schools and charities: choose what to show, copy a few lines into your page, and the list there stays up to date.',
)}`;
}

function facts(visit: Visit, feed: Feed) {
  const changed = feed.changedAt?.toZonedDateTimeISO('Europe/London').toPlainDate();
  return [
    row('Short breaks', `${feed.services.length}`),
    row('How fresh', freshness(visit, feed)),
    row('Last changed', changed === undefined ? 'Not yet' : formatDate(changed)),
    row('Licence', html`<a class="govuk-link" href="${licence.url}">${licence.name}</a>`),
    row('Cost', 'Nothing. You need no key and no account'),
  ];
}

/** What open data there is, for people: what may be done with it, how fresh it is, and how to ask for it. */
export async function openDataPage(visit: Visit): Promise<Page> {
  const feed = await feedOf(visit);
  const { authority } = visit;
  const beforeAt = authority.contact.email.split('@')[0] ?? '';
  return page({
    title: 'Open data',
    description: 'The directory of short breaks as open data that anybody may use.',
    section: 'none',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Open data</h1>
<p class="govuk-body-l">Everything in our directory is yours to use: on a website, in an app, in a leaflet. Nothing in it is about a child or a family.</p>
${summaryList({ rows: facts(visit, feed) })}
${sets()}
<h2 class="govuk-heading-m">What you may do</h2>
<p class="govuk-body">You may copy it, change it and share it, also for money. Say where it is from: “Contains information from ${authority.name}, licensed under the ${licence.name}”. A few short breaks come from a neighbouring council or another publisher. Each says so, and says where.</p>
<p class="govuk-body">Where a place is on the map, we know by its postcode. ${mapWords}</p>
<h2 class="govuk-heading-m">How to ask</h2>
<p class="govuk-body">Any program may ask, and any website may show the answer.</p>
${examples(visit, feed)}
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">
<li>A page has up to ${MOST_PER_PAGE} records. The order stays the same, so a walk through the pages finds each one once.</li>
<li>Keep the <code>ETag</code> of an answer and send it along the next time. If nothing has changed, you are told so in a few bytes.</li>
<li>What is not known is left out. Nothing is empty.</li>
</ul>
${wrongWords}
<h2 class="govuk-heading-m">Questions</h2>
<p class="govuk-body">Write to <a class="govuk-link daybreak-break" href="mailto:${authority.contact.email}">${beforeAt}<wbr>${authority.contact.email.slice(beforeAt.length)}</a>.</p>
</div></div>`,
  });
}
