import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Listing } from '../../domain/listing.ts';

/** The address of a picture of a listing: the number of the picture, and how wide it is drawn. */
export function pictureAddress(slug: string, number: number, width: 'small' | 'large'): string {
  return `/find/${slug}/pictures/${number}?size=${width}`;
}

/** The pictures with their words below them; nothing stands in the place of pictures that nobody has given. */
export function pictures({ slug, told }: Listing): Html {
  const { length } = told.pictures;
  if (length === 0) return nothing;
  return html`<div class="daybreak-pictures${length === 1 ? ' daybreak-pictures--one' : ''}">${told.pictures.map(
    ({ words }, number) => html`<figure class="daybreak-picture">
<img src="${pictureAddress(slug, number, 'large')}" srcset="${pictureAddress(slug, number, 'small')} 480w, ${pictureAddress(slug, number, 'large')} 960w" sizes="(min-width: 48em) 26rem, 100vw" alt="" decoding="async">
<figcaption>${words}</figcaption></figure>`,
  )}</div>`;
}

/** What a session is like, the sensory story and the staff: what no list of facts tells. */
export function whatItIsLike({ told }: Listing): Html {
  return html`${
    told.session !== null &&
    html`<section aria-labelledby="session"><h2 class="govuk-heading-m" id="session">What a session is like</h2>
${told.session.split(/\n{2,}/).map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}</section>`
  }
${
  told.sensoryStory.length > 0 &&
  html`<section aria-labelledby="sensory"><h2 class="govuk-heading-m" id="sensory">What you see, hear and feel there</h2>
<ol class="daybreak-story">${told.sensoryStory.map((step) => html`<li>${step}</li>`)}</ol></section>`
}
${
  told.staff !== null &&
  html`<section aria-labelledby="staff"><h2 class="govuk-heading-m" id="staff">The staff</h2>
<p class="govuk-body">${told.staff}</p></section>`
}`;
}
