import {
  type ChildDescription,
  describedChild,
  type Feature,
  featureNames,
  features,
  needsOf,
  type Offered,
} from '#offer/accessibility/index.ts';
import {
  agesInWords,
  costInWords,
  joining,
  type Listing,
  listInWords,
  needs,
  placeInWords,
  ratioInWords,
  tierWords,
  whenInWords,
} from '#offer/directory/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type ComparedRow, differencesInWords, isDifferent } from '../domain/compared.ts';
import { addressOf, MOST_COMPARED, readSlugs } from '../domain/kept-list.ts';
import { listingsOf, ownSlugs } from '../own-list.ts';
import { sendToFriend } from '../send-to-friend.ts';

const notSaid = 'Nobody has said. Ask';

function factRows(listings: readonly Listing[]): readonly ComparedRow[] {
  const row = (name: string, say: (listing: Listing) => string): ComparedRow => ({
    name,
    answers: listings.map(say),
  });
  return [
    row('Who it is for', ({ ages }) => agesInWords(ages)),
    row('When', ({ when }) => whenInWords(when)),
    row('Cost', ({ cost }) => costInWords(cost)),
    row('Where', ({ place }) => `${placeInWords(place)}${place.kind === 'at' ? `, ${place.postcode}` : ''}`),
    row('How to join', ({ join }) => joining[join.how]),
    row('Support', ({ tier }) => tierWords[tier].short),
    row('Staff to children', ({ ratios }) =>
      ratios.length === 0 ? notSaid : ratios.map(ratioInWords).join('; '),
    ),
    row('Can help with', (listing) =>
      listing.needs.length === 0 ? notSaid : listInWords(listing.needs.map((need) => needs[need])),
    ),
    row('Running now', ({ paused }) => (paused === null ? 'Yes' : 'No')),
  ];
}

const answers: Readonly<Record<Offered, string>> = { meets: 'Yes', ask: 'Ask', 'does-not-meet': 'No' };

/** What the described child needs; without one, what every listing has said something about. */
function comparedFeatures(listings: readonly Listing[], child: ChildDescription | null): readonly Feature[] {
  if (child !== null) return needsOf(child).map(({ feature }) => feature);
  return featureNames.filter((name) => listings.every(({ access }) => (access[name] ?? 'ask') !== 'ask'));
}

function featureRows(listings: readonly Listing[], child: ChildDescription | null): readonly ComparedRow[] {
  return comparedFeatures(listings, child).map((name) => ({
    name: features[name].label,
    answers: listings.map(({ access }) => answers[access[name] ?? 'ask']),
  }));
}

/** Up to four short breaks side by side. */
export async function comparePage(visit: Visit): Promise<Page> {
  const asked = readSlugs(visit.query.getAll('id'), MOST_COMPARED);
  const listings = await listingsOf(
    visit,
    asked.length > 0 ? asked : ownSlugs(visit).slice(0, MOST_COMPARED),
  );
  const child = describedChild(visit);
  const facts = factRows(listings);
  const matched = featureRows(listings, child);
  return page({
    title: 'Compare short breaks',
    section: 'find',
    isPrivate: true,
    before: backLink({ href: '/shortlist', text: 'My list' }),
    main:
      listings.length < 2
        ? tooFew()
        : html`<h1 class="govuk-heading-xl">Compare short breaks</h1>
<p class="govuk-body-l">${differencesInWords([...facts, ...matched])}</p>
${table(listings, { caption: 'The facts', rows: facts })}
${matched.length > 0 && table(listings, { caption: child === null ? 'What each offers' : 'What your child needs', rows: matched })}
${child === null && html`<p class="govuk-body daybreak-no-print">We leave out what one of them has not told us. <a class="govuk-link" href="/describe-your-child">Describe your child</a> to see all that they need.</p>`}
<section class="daybreak-panel daybreak-share daybreak-no-print" aria-labelledby="share">
<h2 class="govuk-heading-m" id="share">Print it or send it</h2>
${sendToFriend({
  title: `Compare: ${listings.map(({ title }) => title).join(', ')}`,
  address: `${visit.origin}${addressOf(
    '/compare',
    listings.map(({ slug }) => slug),
  )}`,
})}
</section>`,
  });
}

function tooFew(): Html {
  return html`<h1 class="govuk-heading-xl">Compare short breaks</h1>
<p class="govuk-body-l">Choose at least two short breaks to compare.</p>
<p class="govuk-body">Keep those that you like on your list. Then choose which to compare.</p>
${button({ text: 'Go to my list', href: '/shortlist' })}`;
}

function table(
  listings: readonly Listing[],
  given: { readonly caption: string; readonly rows: readonly ComparedRow[] },
): Html {
  return html`<table class="daybreak-compare daybreak-compare--${listings.length}" role="table">
<caption class="govuk-table__caption govuk-table__caption--m">${given.caption}</caption>
<thead role="rowgroup"><tr role="row"><td role="cell"></td>${listings.map(
    ({ slug, title, provider }) =>
      html`<th scope="col" role="columnheader"><a class="govuk-link" href="/find/${slug}">${title}</a><span class="daybreak-compare__by">${provider}</span></th>`,
  )}</tr></thead>
<tbody role="rowgroup">${given.rows.map(
    (row) =>
      html`<tr role="row"><th scope="row" role="rowheader">${row.name}<span class="daybreak-compare__mark">${isDifferent(row) ? 'Different' : 'The same'}</span></th>${row.answers.map(
        (answer, index) => html`<td role="cell" data-label="${listings[index]?.title}">${answer}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
