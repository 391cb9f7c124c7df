import type { Offer } from '#families/applications/index.ts';
import { bandsOf } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, type Pence } from '#kernel/money.ts';
import { agesInWords, type Listing, type Tier, tierWords } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { table } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type Counted, composeStatement, type Statement } from '../actions/compose-statement.ts';

const chapters: readonly { readonly id: string; readonly title: string }[] = [
  { id: 'what', title: 'What a short break is' },
  { id: 'range', title: 'What there is' },
  { id: 'criteria', title: 'Who can have it' },
  { id: 'needs', title: 'How this meets the needs of carers' },
  { id: 'ask', title: 'How to ask, and how to disagree' },
  { id: 'made', title: 'How this statement is made' },
];

function heading(id: string): Html {
  const index = chapters.findIndex((chapter) => chapter.id === id);
  return html`<h2 class="govuk-heading-l" id="${id}">${index + 1}. ${chapters[index]?.title}</h2>`;
}

function listingLine(listing: Listing): Html {
  return html`<li><a class="govuk-link" href="/find/${listing.slug}">${listing.title}</a>, ${listing.provider}. ${agesInWords(listing.ages)}.</li>`;
}

function tierPart(tier: Tier, listings: readonly Listing[]): Html {
  return html`<h3 class="govuk-heading-m">${tierWords[tier].short} <span class="daybreak-soft">(${listings.length})</span></h3>
<p class="govuk-body">${tierWords[tier].long}</p>
${listings.length === 0 ? html`<p class="govuk-body">There is nothing in the directory just now.</p>` : html`<ul class="govuk-list govuk-list--bullet daybreak-columns">${listings.map(listingLine)}</ul>`}`;
}

function countTable(caption: string, counted: readonly Counted[]): Html {
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'For' }, { text: 'Short breaks', format: 'numeric' }],
    rows: counted.map(({ words, query, count }) => [
      { html: html`<a class="govuk-link" href="/find?${query}">${words}</a>` },
      { text: String(count), format: 'numeric' },
    ]),
  });
}

function range(statement: Statement): Html {
  return html`${heading('range')}
<p class="govuk-body">On ${formatDate(statement.on)} there are ${statement.running} short breaks in the directory. <a class="govuk-link" href="/find">Search them all</a></p>
${[...statement.byTier].map(([tier, listings]) => tierPart(tier, listings))}
${
  statement.paused.length > 0 &&
  html`<h3 class="govuk-heading-m">Not running now</h3>
<ul class="govuk-list govuk-list--bullet">${statement.paused.map((listing) => html`<li><a class="govuk-link" href="/find/${listing.slug}">${listing.title}</a>: ${listing.paused}</li>`)}</ul>`
}`;
}

/** The published words of a band, with its amount where they do not say it themselves. */
function bandInWords(published: string, amount: Pence | null): string {
  const pounds = amount === null ? '' : formatPounds(amount);
  return published.includes(pounds) ? published : `${pounds}: ${published}`;
}

/** The published rules of every scheme that the council offers. */
function offeredCriteria({ offers }: Statement): Html {
  if (offers.length === 0) return html`<p class="govuk-body">There is nothing to apply for just now.</p>`;
  return html`${offers.map(schemeCriteria)}
<p class="govuk-body"><a class="govuk-link" href="/what-can-we-get">See what your family can get</a></p>`;
}

function schemeCriteria({ scheme, version, opensOn }: Offer): Html {
  const about = html`<h3 class="govuk-heading-m">${scheme.name}</h3>
<p class="govuk-body">${scheme.about}</p>`;
  if (version === null)
    return html`${about}<p class="govuk-body">${opensOn === null ? 'Nobody can apply for it today.' : `It opens on ${formatDate(opensOn)}.`}</p>`;
  const criteria = version.rules.get('eligibility')?.criteria ?? [];
  const bands = bandsOf(version).filter(({ amount }) => amount !== null);
  return html`${about}<p class="govuk-body">These rules hold today:</p>
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${criteria.map(({ published }) => html`<li>${published}</li>`)}</ul>
${
  bands.length > 0 &&
  html`<p class="govuk-body">How much it is depends on how your child’s disability affects your family:</p>
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${bands.map(({ amount, published }) => html`<li>${bandInWords(published, amount)}</li>`)}</ul>`
}`;
}

function criteria(statement: Statement): Html {
  return html`${heading('criteria')}
<h3 class="govuk-heading-m">${tierWords.universal.short}</h3>
<p class="govuk-body">There are no rules but those of the place itself, such as the ages.</p>
${offeredCriteria(statement)}
<h3 class="govuk-heading-m">${tierWords.specialist.short}</h3>
<p class="govuk-body">After an assessment of what your child and your family need, under section 17 of the Children Act 1989. Every disabled child has a right to be assessed.</p>
<p class="govuk-body">We do not use rules like a machine. If your child’s need is real and a rule does not fit, say so, and a person looks at it.</p>`;
}

/** What there is least of; a gap is said, not hidden. */
function gaps(statement: Statement): Html {
  const all = [...statement.range, ...statement.carersTimes, ...statement.byNeed];
  const least = all.filter(({ count }) => count * 10 < statement.running);
  if (least.length === 0) return nothing;
  return html`<h3 class="govuk-heading-m">What there is little of</h3>
<p class="govuk-body">Fewer than one in ten of the short breaks are for these. If you need one and cannot find it, tell us: it shows us what is missing.</p>
<ul class="govuk-list govuk-list--bullet">${least.map(({ words, query, count }) => html`<li><a class="govuk-link" href="/find?${query}">${words}</a>: ${count}</li>`)}</ul>`;
}

function carersNeeds(statement: Statement): Html {
  return html`${heading('needs')}
<p class="govuk-body">A break must come when carers need it: to rest, to learn or work out, to be with their other children, or to do what has to be done at home. One short break can count in more than one line.</p>
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">
${countTable('Kinds of help', statement.range)}
${countTable('When', statement.carersTimes)}
${countTable('Ages', statement.byAge)}
</div><div class="govuk-grid-column-one-half">
${countTable('What your child may need', statement.byNeed)}
</div></div>
${gaps(statement)}`;
}

function ask({ contact }: Authority, { offers }: Statement): Html {
  return html`${heading('ask')}
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">
<li>For what is open to all, go there or ask the place itself.</li>
${offers.map(({ scheme }) => html`<li>For this, <a class="govuk-link" href="/apply">apply here</a>: ${scheme.name}.</li>`)}
<li>For an assessment, call <a class="govuk-link" href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a> or write to <a class="govuk-link daybreak-break" href="mailto:${contact.email}">${contact.email}</a>.</li>
<li>If you think that a decision is wrong, write to us and say why. If we do not agree, you can complain. If you are still not happy, ask the <a class="govuk-link" href="https://www.lgo.org.uk/" rel="noreferrer">Local Government and Social Care Ombudsman</a>.</li>
</ul>`;
}

function howMade(statement: Statement): Html {
  return html`${heading('made')}
<p class="govuk-body">The law asks every council for this statement (Breaks for Carers of Disabled Children Regulations 2011, regulation 5).</p>
<p class="govuk-body">This is a first one. It is made each time that you open it, from what is in the directory and in the rules of the schemes on that day. Print it to keep what it says today.</p>
<p class="govuk-body">Parent carers have not been asked about it yet. The law says that a council must have regard to what they think, and keep the statement under review. Until that is done, this page is a draft of a statement.</p>
${statement.madeUp > 0 && html`<p class="govuk-body"><strong>${statement.madeUp} of the ${statement.running} short breaks are made up for this demonstration.</strong> The others are described in the council’s own papers; the page of each says what was added.</p>`}`;
}

/** The short breaks statement: the range, the criteria, and how the range meets carers' needs, as they are today. */
export async function statementPage(visit: Visit): Promise<Page> {
  const { authority } = visit;
  const statement = await composeStatement(visit);
  return page({
    title: 'The short breaks statement',
    description: `What short breaks there are, who can have them and why: ${authority.name}.`,
    section: 'none',
    main: html`<h1 class="govuk-heading-xl">The short breaks statement</h1>
<p class="govuk-body-l">${authority.name}, as it is on ${formatDate(statement.on)}</p>
<nav class="daybreak-panel daybreak-no-print" aria-label="In this statement"><ol class="govuk-list govuk-list--number">${chapters.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}</ol></nav>
${heading('what')}
<p class="govuk-body">A short break is time that a disabled child spends doing something good, away from those who usually look after them or with a helper. It gives the carers a rest. It can be an hour in a club, a day out, help at home, or a night away.</p>
${range(statement)}
${criteria(statement)}
${carersNeeds(statement)}
${ask(authority, statement)}
${howMade(statement)}`,
  });
}
