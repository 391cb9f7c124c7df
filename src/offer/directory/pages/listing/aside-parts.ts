import { keepPart, sendToFriend } from '#offer/shortlist/index.ts';
import { emailWords } from '#platform/web/email-words.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { joining, type Listing } from '../../domain/listing.ts';
import { placeInWords } from '../../domain/listing-words.ts';

/** An address of the web as a link; what a browser would run, or open in something else, is only shown. */
function webLink(url: string): Html | string {
  if (!/^https?:\/\//i.test(url)) return url;
  return html`<a class="govuk-link daybreak-break" href="${url}" rel="noreferrer">${url}</a>`;
}

const joinWords: Readonly<Record<Listing['join']['how'], string>> = {
  'turn-up': 'You can just turn up.',
  book: 'Call or write before you go, and ask for a place.',
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
${contact.email !== null && html`<li>Email: <a class="govuk-link daybreak-break" href="mailto:${contact.email}">${emailWords(contact.email)}</a></li>`}
${contact.url !== null && html`<li>Web: ${webLink(contact.url)}</li>`}
</ul>
</section>`;
}

/** Where it is, and the way there by a map that the family chooses to open. */
export function whereItIs({ place }: Listing, away: string | null): Html {
  if (place.kind !== 'at') return nothing;
  const there = encodeURIComponent(`${placeInWords(place)}, ${place.postcode}`);
  return html`<section aria-labelledby="where"><h2 class="govuk-heading-m" id="where">Where it is</h2>
<p class="govuk-body">${placeInWords(place)}<br>${place.postcode}${away !== null && html`<br><strong>${away}</strong>`}</p>
<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="https://www.openstreetmap.org/search?query=${there}" rel="noreferrer">Find the way on OpenStreetMap</a> <span class="daybreak-soft">(another website)</span></p>
</section>`;
}

/** What a visitor may do with the page: keep it, read it another way, print it, send it on. */
export function doWithIt(visit: Visit, { slug, title }: Listing): Html {
  return html`<section class="daybreak-panel daybreak-share daybreak-no-print" aria-labelledby="share">
<h2 class="govuk-heading-m" id="share">Keep it or send it</h2>
${keepPart(visit, { slug, title })}
<p class="govuk-body"><a class="govuk-link" href="/find/${slug}/easy-read">Read it in Easy Read</a></p>
<p class="govuk-body">To print it, choose “Print” in your browser.</p>
${sendToFriend({ title, address: `${visit.origin}/find/${slug}` })}
</section>`;
}
