import {
  type ChildDescription,
  type Feature,
  featureNames,
  features,
  matchList,
  type Offered,
} from '#offer/accessibility/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Listing } from '../../domain/listing.ts';

const groups: Readonly<Record<Offered, { readonly title: string; readonly mark: string }>> = {
  meets: { title: 'It offers', mark: 'Yes' },
  'does-not-meet': { title: 'It does not offer', mark: 'No' },
  ask: { title: 'Nobody has said. Ask about', mark: 'Ask' },
};

function namesOf(listing: Listing, wanted: Offered): readonly Feature[] {
  return featureNames.filter((name) => (listing.access[name] ?? 'ask') === wanted);
}

function group(listing: Listing, wanted: Offered): Html {
  const names = namesOf(listing, wanted);
  if (names.length === 0) return nothing;
  const { title, mark } = groups[wanted];
  return html`<h3 class="govuk-heading-s">${title}</h3>
<ul class="daybreak-match-list daybreak-offers">${names.map(
    (name) =>
      html`<li class="daybreak-match-list__item daybreak-match-list__item--${wanted}"><span class="daybreak-match-list__answer">${mark}</span> <span>${features[name].label}</span></li>`,
  )}</ul>`;
}

/** What nobody has said is most of the list, so it stands folded, as a sentence that can be read out on the phone. */
function toAskAbout(listing: Listing): Html {
  const names = namesOf(listing, 'ask');
  if (names.length === 0) return nothing;
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${groups.ask.title} ${names.length === 1 ? '1 thing' : `${names.length} things`}</span></summary>
<div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">${names.map((name) => html`<li>${features[name].label}</li>`)}</ul></div></details>`;
}

/** What the child whom this visitor has described would find there, need by need; else how to describe one. */
function forChild(listing: Listing, child: ChildDescription | null): Html {
  if (child === null)
    return html`<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="/describe-your-child">Describe your child once</a>. Then every page says what it offers for them.</p>`;
  return html`<h3 class="govuk-heading-s">For your child</h3>${matchList(child, listing)}
<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="/describe-your-child">Change what you told us of your child</a></p>`;
}

/** What it offers, feature by feature: yes, no, and what to ask about. */
export function whatItOffers(listing: Listing, child: ChildDescription | null): Html {
  return html`<section aria-labelledby="offers"><h2 class="govuk-heading-m" id="offers">What it offers</h2>
${forChild(listing, child)}
${group(listing, 'meets')}
${group(listing, 'does-not-meet')}
${toAskAbout(listing)}
</section>`;
}
