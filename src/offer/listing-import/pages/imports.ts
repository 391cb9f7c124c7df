import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { breadcrumbs, button, fileUpload, tag } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { importsOfVisit } from '../actions/import-of-visit.ts';
import type { ImportState, KeptImport } from '../domain/import.ts';
import { feedsOf } from '../feeds-file.ts';

/** Where an import stands, in words and colour. */
export const stateWords: Readonly<Record<ImportState, { readonly text: string; readonly colour: string }>> = {
  fetching: { text: 'Being fetched', colour: 'blue' },
  waiting: { text: 'Waits for you', colour: 'yellow' },
  accepted: { text: 'Being taken in', colour: 'blue' },
  'taken-in': { text: 'Taken in', colour: 'green' },
  'set-aside': { text: 'Set aside', colour: 'grey' },
  failed: { text: 'Could not be read', colour: 'red' },
};

function sheetForm(visit: Visit): Html {
  const message = refusalOf(visit.formState, 'file');
  return formTo(
    visit,
    html`${fileUpload({
      id: 'file',
      name: 'file',
      label: { text: 'Excel or CSV file', classes: 'govuk-label--s' },
      hint: { text: 'Up to 10MB and 20,000 rows, with headings in its first row.' },
      attributes: { accept: '.xlsx,.csv,text/csv' },
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
    })}
${button({ text: 'Look at the file', preventDoubleClick: true })}`,
    { to: '/practitioners/listings/import', takesFiles: true },
  );
}

function feedForm(visit: Visit): Html {
  const feeds = feedsOf(visit.authority);
  if (feeds.length === 0)
    return html`<p class="govuk-body">No feed is set up. Whoever looks after the service can name one in the council’s <code>feeds.yaml</code>.</p>`;
  return formTo(
    visit,
    html`${choiceQuestion(visit, {
      field: 'feed',
      label: 'Whose listings?',
      options: feeds.map(({ name, publisher, neighbour }) => ({
        value: name,
        text: name,
        hint: neighbour ? `${publisher}: shown as a neighbour’s` : publisher,
      })),
    })}
${button({ text: 'Fetch them', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    { to: '/practitioners/listings/import/feed' },
  );
}

function line({ id, name, state, rowCount, askedAt }: KeptImport): Html {
  const { text, colour } = stateWords[state];
  return html`<li><a class="govuk-link daybreak-break" href="/practitioners/listings/import/${id}">${name}</a> ${tag({ text, classes: `govuk-tag--${colour}` })}<br>
<span class="daybreak-soft">${rowCount.toLocaleString('en-GB')} ${rowCount === 1 ? 'row' : 'rows'}, ${formatDate(dateInEngland(askedAt))}</span></li>`;
}

/** Bringing many listings in: a spreadsheet, another council's feed, and the imports so far. */
export async function importsPage(visit: Visit): Promise<Page> {
  const imports = await importsOfVisit(visit);
  return page({
    title: 'Bring listings in',
    section: 'listings',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Listings', href: '/practitioners/listings' },
        { text: 'Bring listings in' },
      ],
    }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-xl">Bring listings in</h1>
<p class="govuk-body-l">First you see what would happen, row by row. Nothing is taken in until you say so, and families see nothing before it is approved.</p>
<h2 class="govuk-heading-m">From a spreadsheet</h2>
<p class="govuk-body"><a class="govuk-link" href="/practitioners/listings/import/empty.csv">Get the empty spreadsheet</a> with its columns and one row to see how they are filled in.</p>
${sheetForm(visit)}
<h2 class="govuk-heading-m">From another council</h2>
${feedForm(visit)}
${imports.length > 0 && html`<h2 class="govuk-heading-m">So far</h2><ul class="daybreak-rows">${imports.map(line)}</ul>`}
</div></div>`,
  });
}
