import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { contactList, points, reading } from './contact.ts';

/** For who gives short breaks: what the service does for them now, and what it does not do. */
export function providersPage({ authority }: Visit): Page {
  return page({
    title: 'For providers',
    description: 'If you run short breaks for disabled children, or would like to.',
    section: 'none',
    main: reading(html`<h1 class="govuk-heading-xl">For providers</h1>
<p class="govuk-body-l">If you run activities, clubs, care or nights away that disabled children can use, families look for you here.</p>
<h2 class="govuk-heading-m">What you can do now</h2>
${points([
  html`<strong>See how families see you.</strong> <a class="govuk-link" href="/find">Look yourself up in the directory</a>.`,
  html`<strong>Change what it says.</strong> <a class="govuk-link" href="/provider">Sign in to your listings</a> with the email address that we have invited. How to reach you is live at once; we look at other changes first.`,
  html`<strong>Be listed.</strong> Write to us. We invite you, and you write the listing yourself.`,
  html`<strong>Say when something stops,</strong> even for a short time: families see it at once, and nobody comes to a closed door.`,
  html`<strong>Show what is on at your own place.</strong> <a class="govuk-link" href="/embed">Put a list of short breaks on your site</a>.`,
])}
<h2 class="govuk-heading-m">What a listing needs</h2>
${points([
  'A title and two plain sentences about what happens.',
  'Ages, and the needs that you can meet.',
  'Days and times, and if it runs in term time or in the holidays.',
  'The cost, and what may pay for it.',
  'How a child joins, and somebody to ask.',
  'The number of staff to children, if you work with fixed numbers.',
])}
<p class="govuk-body">A listing costs nothing. It does not mean that the council has checked or recommends you, and the directory does not say so.</p>
<h2 class="govuk-heading-m">What is not here</h2>
<p class="govuk-body">There are no bookings, contracts or invoices in this service. Talk to us about those as you do now.</p>
<h2 class="govuk-heading-m">Contact</h2>
${contactList(authority)}`),
  });
}
