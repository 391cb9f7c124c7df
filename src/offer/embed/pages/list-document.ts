import { agesInWords, costInWords, placeInWords, tierWords, whenInWords } from '#offer/directory/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { EmbeddedList } from '../actions/listings-to-embed.ts';
import { listStylePath } from './list-style.ts';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

/** A link out of the frame, which says that it opens a new tab. */
function link(href: string, words: string): Html {
  return html`<a href="${href}" target="_blank" rel="noopener">${words}<span class="hidden"> (opens in a new tab)</span></a>`;
}

function item(found: EmbeddedList['listings'][number], list: EmbeddedList): Html {
  const { listing } = found;
  const next = list.next.get(listing.slug);
  const facts = [
    agesInWords(listing.ages),
    placeInWords(listing.place),
    whenInWords(listing.when),
    costInWords(listing.cost),
  ];
  return html`<li>
<h2>${link(`/find/${listing.slug}`, listing.title)}</h2>
<p class="tier">${tierWords[listing.tier].short}</p>
<p>${listing.summary}</p>
<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}
${next !== undefined && html`<li>Next: ${dayAndMonth.format(next.startsAt.toZonedDateTimeISO('Europe/London').toPlainDate())}</li>`}</ul>
${listing.paused !== null && html`<p class="paused">Not running now. ${listing.paused}</p>`}
</li>`;
}

/** The list as a document of its own, without a form, a script or a cookie: small enough for a frame in any page. */
export function listDocument(
  list: EmbeddedList,
  { authority, isDemonstration }: Pick<Visit, 'authority' | 'isDemonstration'>,
): string {
  const { heading, options, listings, total } = list;
  const rest = total - listings.length;
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${heading}: ${authority.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${listStylePath(authority)}">
</head>
<body>
<main aria-label="Short breaks">
<h1 lang="${options.heading}">${heading}</h1>
${isDemonstration && html`<p class="paused">This is a demonstration. Do not use it to plan.</p>`}
${
  listings.length === 0
    ? html`<p>Nothing fits this list now. ${link('/find', 'Look at all short breaks')}</p>`
    : html`<ul class="list">${listings.map((one) => item(one, list))}</ul>`
}
${rest > 0 && html`<p class="more">${link(list.findPath, `See all ${total}`)}</p>`}
</main>
<footer aria-label="Where this is from"><p>From ${link('/', authority.service)}</p></footer>
</body>
</html>
`.text;
}
