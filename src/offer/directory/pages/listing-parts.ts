import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { joining, type Listing } from '../domain/listing.ts';
import { listInWords } from '../domain/listing-words.ts';

const joinWords: Readonly<Record<Listing['join']['how'], string>> = {
  'turn-up': 'You can just turn up.',
  book: 'Book a place first.',
  'refer-yourself': 'Ask for a place yourself. Nobody has to send you.',
  referral: 'Somebody who works with your child asks for the place.',
  apply: 'You apply to the council.',
};

/** How a child joins, and whom to ask. */
export function howToJoin({ join, contact }: Listing): Html {
  return html`<section class="daybreak-panel" aria-labelledby="join">
<h2 class="govuk-heading-m" id="join">${joining[join.how]}</h2>
<p class="govuk-body">${joinWords[join.how]}${join.referredBy !== null && ` This is asked for by: ${join.referredBy}.`}</p>
${join.note !== null && html`<p class="govuk-body">${join.note}</p>`}
${join.how === 'apply' && html`<p class="govuk-body"><a class="govuk-link" href="/what-can-we-get">See what your family can get</a></p>`}
<ul class="govuk-list">
${contact.phone !== null && html`<li>Phone: <a class="govuk-link" href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a></li>`}
${contact.email !== null && html`<li>Email: <a class="govuk-link daybreak-break" href="mailto:${contact.email}">${contact.email}</a></li>`}
${contact.url !== null && html`<li>Web: <a class="govuk-link daybreak-break" href="${contact.url}" rel="noreferrer">${contact.url}</a></li>`}
</ul>
</section>`;
}

/** Whether the grant or a direct payment can pay; in a council without a grant nothing is said of one. */
export function whatPays({ accepts, cost }: Listing, hasGrant: boolean): Html {
  const isGrant = accepts.includes('short-breaks-grant');
  const isDirect = accepts.includes('direct-payment');
  const words =
    cost.kind === 'free'
      ? 'This is free.'
      : isGrant
        ? `Yes. You can use your grant here.${isDirect ? ' You can use a direct payment too.' : ''}`
        : isDirect
          ? 'We do not know about the grant. You can use a direct payment here.'
          : 'We do not know. Ask us before you spend your grant here.';
  if (!hasGrant && !isGrant)
    return html`<section aria-labelledby="pays">
<h2 class="govuk-heading-m" id="pays">What can pay?</h2>
<p class="govuk-body">${cost.kind === 'free' ? 'This is free.' : isDirect ? 'You can use a direct payment here.' : 'Ask us if you have a direct payment and want to use it here.'}</p>
</section>`;
  return html`<section aria-labelledby="pays">
<h2 class="govuk-heading-m" id="pays">Can the short breaks grant pay?</h2>
<p class="govuk-body">${words}</p>
${cost.kind !== 'free' && html`<p class="govuk-body"><a class="govuk-link" href="/what-can-we-get">See if you can get the grant</a></p>`}
</section>`;
}

const fieldWords: Readonly<Record<string, string>> = {
  description: 'the description',
  summary: 'the summary',
  provider: 'the provider',
  tier: 'the support',
  kinds: 'the kind of break',
  ages: 'the ages',
  needs: 'what it can help with',
  when: 'the times',
  cost: 'the cost',
  accepts: 'what can pay',
  join: 'how to join',
  place: 'the place',
  ratios: 'the staff',
  paused: 'that it is not running',
};

/** Where the facts come from: which document says them, and which were made up for the demonstration. */
export function whereFactsComeFrom(listing: Listing, authority: Authority): Html {
  const { provenance, checkedOn, demonstrationFields } = listing;
  const madeUp = demonstrationFields.flatMap((field) => fieldWords[field] ?? []);
  return html`<section class="daybreak-source" aria-labelledby="source">
<h2 class="govuk-heading-s" id="source">Where these facts come from</h2>
${
  provenance.kind === 'document'
    ? html`<p class="govuk-body-s">${authority.name} describes this in its “${provenance.document}”, section ${provenance.section}.</p>
<p class="govuk-body-s"><strong>Made up for this demonstration:</strong> ${listInWords([...madeUp, 'the phone, email and web addresses', 'the day it was checked'])}. They say nothing about the real provider.</p>`
    : html`<p class="govuk-body-s"><strong>This short break is made up for this demonstration.</strong> There is no such place to go to.</p>`
}
<p class="govuk-body-s">Last checked: ${formatDate(checkedOn)}.</p>
</section>`;
}
