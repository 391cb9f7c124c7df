import { summaryList } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { DELETED_KEPT_DAYS, LICENCE } from '../domain/rpde.ts';
import { dataset, datasetDescription, feeds } from '../mapping/dataset.ts';

const link = (href: string, words: string) => html`<a class="govuk-link" href="${href}">${words}</a>`;

/** The dataset site of the OpenActive feeds: for people what is in them and how to use them, for programs JSON-LD. */
export function datasetPage(visit: Visit): Page {
  const { authority, origin, isDemonstration } = visit;
  return page({
    title: 'Sessions as open data',
    description: datasetDescription(authority, visit),
    section: 'none',
    linkedData: dataset({ authority, origin, isDemonstration }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Sessions as open data</h1>
<p class="govuk-body-l">${datasetDescription(authority, visit)}</p>
<p class="govuk-body">Anybody may use it: an app for families, a school’s website, research. Looking for something to do? ${link('/find', 'Find a short break')}.</p>
<h2 class="govuk-heading-m">The feeds</h2>
${feeds.map(
  (feed) => html`<h3 class="govuk-heading-s">${link(feed.path, feed.name)}</h3>
<p class="govuk-body">${feed.about}</p>
<p class="govuk-body govuk-body-s daybreak-break">${origin}${feed.path}</p>`,
)}
<h2 class="govuk-heading-m">How to read them</h2>
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">
<li>Begin at the address above, and follow <code>next</code> until a page has no items. Ask that page again later for what is new.</li>
<li>An item that is <code>deleted</code> is open data no more. We tell so for ${DELETED_KEPT_DAYS} days: whoever stays away longer begins anew.</li>
<li>A session that is called off stays, with the status “cancelled”. Where we know how many places are left we say it; where we say nothing, ask the provider.</li>
<li>Each page says how long it may be kept.</li>
</ul>
<h2 class="govuk-heading-m">What is in them, and what is not</h2>
<p class="govuk-body">In the feeds are activities that a child can join without a referral, with a known place, price and time, of a kind that the OpenActive Activity List has.</p>
<p class="govuk-body">Nights away and care at home are never in them, nor is anything about a child or a family. What other councils list stays in their data.</p>
<h2 class="govuk-heading-m">Standards and licence</h2>
${summaryList({
  rows: [
    {
      key: { text: 'Feeds' },
      value: {
        html: link(
          'https://openactive.io/realtime-paged-data-exchange/',
          'Realtime Paged Data Exchange 1.0, by change number',
        ),
      },
    },
    {
      key: { text: 'Items' },
      value: {
        html: link('https://openactive.io/modelling-opportunity-data/', 'Modelling Opportunity Data 2.0'),
      },
    },
    {
      key: { text: 'Licence' },
      value: {
        html: html`${link(LICENCE, 'Creative Commons Attribution 4.0')}. Please name ${authority.name}.`,
      },
    },
  ],
})}
<h2 class="govuk-heading-m" id="contact">Something wrong or missing?</h2>
<p class="govuk-body">Write to <a class="govuk-link daybreak-break" href="mailto:${authority.contact.email}">${authority.contact.email}</a>.</p>
</div></div>`,
  });
}
