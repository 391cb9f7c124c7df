import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Listing } from '../../domain/listing.ts';
import { listInWords } from '../../domain/listing-words.ts';

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
  access: 'what it offers',
  languages: 'the languages',
  transport: 'how to get there',
  runs: 'when in the year it runs',
  dates: 'the dates',
  'other-places': 'the other places',
  told: 'what it is like there',
  paused: 'that it is not running',
};

function provenanceWords(listing: Listing, authority: Authority): Html {
  const { provenance, demonstrationFields } = listing;
  switch (provenance.kind) {
    case 'document': {
      const madeUp = demonstrationFields.flatMap((field) => fieldWords[field] ?? []);
      return html`<p class="govuk-body-s">${authority.name} describes this in its “${provenance.document}”, section ${provenance.section}.</p>
<p class="govuk-body-s"><strong>Made up for this demonstration:</strong> ${listInWords([...madeUp, 'the phone, email and web addresses', 'the day it was checked'])}. They say nothing about the real provider.</p>`;
    }
    case 'demonstration':
      return html`<p class="govuk-body-s"><strong>This short break is made up for this demonstration.</strong> There is no such place to go to.</p>`;
    case 'provider':
      return html`<p class="govuk-body-s">${listing.provider} wrote this page. ${authority.name} looks at what changes before it is shown.</p>`;
    case 'council':
      return html`<p class="govuk-body-s">${authority.name} wrote this page.</p>`;
    case 'feed':
      return html`<p class="govuk-body-s">This comes from the open data of ${provenance.publisher}.</p>`;
  }
}

/** Where the facts come from, and who checked them last. */
export function whereFactsComeFrom(listing: Listing, authority: Authority): Html {
  return html`<section class="daybreak-provenance" aria-labelledby="source">
<h2 class="govuk-heading-s" id="source">Where these facts come from</h2>
${listing.neighbour === null ? nothing : html`<p class="govuk-body-s"><strong>This is from our neighbour, ${listing.neighbour}.</strong> Ask them if children from ${authority.name.replace(/ Council$/, '')} can use it.</p>`}
${provenanceWords(listing, authority)}
<p class="govuk-body-s">Last checked: ${formatDate(listing.checkedOn)}${listing.checkedBy !== null && `, by ${listing.checkedBy}`}.</p>
<p class="govuk-body-s daybreak-no-print">Is something wrong here? <a class="govuk-link" href="/find/${listing.slug}/problem">Report a problem</a></p>
</section>`;
}
