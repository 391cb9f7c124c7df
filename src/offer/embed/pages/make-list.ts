import { kinds, parseListingSearch, writeListingSearch } from '#offer/directory/index.ts';
import { button, input, select, textarea } from '#platform/govuk/index.ts';
import { escapeHtml, type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import {
  headings,
  heights,
  listAddress,
  pastedSearch,
  readHeight,
  readListOptions,
  sizes,
} from '../domain/embedded-list.ts';

const heightWords = { low: 'Low', middle: 'Middle', high: 'High' } as const;

/** What was chosen: the pasted address goes before the fields for words and kind. */
function chosenSearch(query: URLSearchParams): {
  readonly search: URLSearchParams;
  readonly problem: string | null;
} {
  const pasted = (query.get('address') ?? '').trim().slice(0, 2000);
  const search = pasted === '' ? query : pastedSearch(pasted);
  return search === null
    ? {
        search: new URLSearchParams(),
        problem: 'Paste the address of a page of “Find a short break”, like /find?q=swimming',
      }
    : { search: writeListingSearch({ ...parseListingSearch(search), near: null }), problem: null };
}

function chooser(query: URLSearchParams, problem: string | null): Html {
  const options = readListOptions(query);
  const chosen = parseListingSearch(query);
  const kind = chosen.kinds[0] ?? '';
  return html`<form method="get" action="/embed">
${input({ id: 'q', name: 'q', label: { text: 'Words, such as swimming' }, value: chosen.text, classes: 'govuk-!-width-two-thirds' })}
${select({
  id: 'kind',
  name: 'kind',
  label: { text: 'Kind of short break' },
  items: [
    { value: '', text: 'Every kind', selected: kind === '' },
    ...Object.entries(kinds).map(([value, text]) => ({ value, text, selected: value === kind })),
  ],
})}
${input({
  id: 'address',
  name: 'address',
  label: { text: 'Or the address of a search' },
  hint: {
    html: html`Make any <a class="govuk-link" href="/find">search</a>, with ages, needs or a town, and paste its address here. It goes before the words and the kind.`,
  },
  value: query.get('address') ?? '',
  ...(problem === null ? {} : { errorMessage: { text: problem } }),
})}
${select({
  id: 'most',
  name: 'most',
  label: { text: 'How many short breaks' },
  items: sizes.map((size) => ({ value: String(size), text: String(size), selected: size === options.most })),
})}
${select({
  id: 'heading',
  name: 'heading',
  label: { text: 'Language of the heading' },
  hint: { text: 'The list itself stays in English.' },
  items: Object.entries(headings).map(([value, { language }]) => ({
    value,
    text: language,
    selected: value === options.heading,
  })),
})}
${select({
  id: 'height',
  name: 'height',
  label: { text: 'How high the list is' },
  items: Object.entries(heightWords).map(([value, text]) => ({
    value,
    text,
    selected: value === readHeight(query),
  })),
})}
${button({ text: 'Show my list', classes: 'govuk-button--secondary' })}
</form>`;
}

/** What somebody puts into their own page. */
function snippet(visit: Visit, given: { readonly path: string; readonly height: number }): string {
  const title = escapeHtml(`Short breaks from ${visit.authority.name}`);
  const source = escapeHtml(`${visit.origin}${given.path}`);
  return `<iframe src="${source}" title="${title}" width="100%" height="${given.height}" loading="lazy"></iframe>`;
}

/** Makes the piece of HTML by which a school's or charity's own page shows short breaks, and shows how it will look. */
export function makeListPage(visit: Visit): Page {
  const { query, authority } = visit;
  const { search, problem } = chosenSearch(query);
  const path = listAddress(search, readListOptions(query));
  const height = heights[readHeight(query)];
  const data = path.replace('/embed/list', '/embed/list.json');
  return page({
    title: 'Show short breaks on your website',
    description: `A list of short breaks from ${authority.name} for the website of a school or a charity.`,
    section: 'none',
    main: html`<h1 class="govuk-heading-xl">Show short breaks on your website</h1>
<p class="govuk-body-l">For schools, charities and parent carer groups. Your page shows our list, and it stays up to date by itself.</p>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">1. Choose what to show</h2>
${chooser(query, problem)}
</div>
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m" id="preview">2. See how it looks</h2>
<iframe class="daybreak-embed" src="${path}" title="Preview of your list" width="100%" height="${height}"></iframe>
<h2 class="govuk-heading-m">3. Copy this into your page</h2>
${textarea({
  id: 'snippet',
  name: 'snippet',
  label: { text: 'HTML for your page' },
  rows: 5,
  value: snippet(visit, { path, height }),
  spellcheck: false,
  attributes: { readonly: true },
})}
<p class="govuk-body">The list has no form and sets no cookies on your visitors’ devices. A link opens our page in a new tab.</p>
<p class="govuk-body">Rather build it yourself? <a class="govuk-link daybreak-break" href="${data}">The same list as JSON</a>.</p>
</div>
</div>`,
  });
}
