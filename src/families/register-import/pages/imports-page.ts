import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { breadcrumbs, button, fileUpload, tag } from '#platform/govuk/index.ts';
import { refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Import } from '../domain/import.ts';
import { importsOfVisit } from '../import-of-visit.ts';
import { mappingsOf } from '../mappings.ts';

/** Bringing a register over: the form for a file, and the imports so far. */
export async function importsPage(visit: Visit): Promise<Page> {
  const imports = await importsOfVisit(visit);
  return page({
    title: 'Bring a register over',
    section: 'practitioners',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Register of disabled children', href: '/practitioners/register' },
        { text: 'Bring a register over' },
      ],
    }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Bring a register over</h1>
<p class="govuk-body-l">From Mosaic, LCS or a spreadsheet, saved as CSV. First you see what would happen, row by row. Nothing is loaded until you say so. The same file twice changes nothing.</p>
${uploadForm(visit)}
${imports.length > 0 && html`<h2 class="govuk-heading-m">So far</h2><ul class="daybreak-rows">${imports.map(line)}</ul>`}
</div></div>`,
  });
}

function uploadForm(visit: Visit): Html {
  const message = refusalOf(visit.formState, 'file');
  return formTo(
    visit,
    html`${fileUpload({
      id: 'file',
      name: 'file',
      label: { text: 'CSV file', classes: 'govuk-label--s' },
      hint: { text: 'Up to 10MB and 20,000 rows, with headings in its first line.' },
      attributes: { accept: '.csv,text/csv' },
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
    })}
${choiceQuestion(visit, {
  field: 'mapping',
  label: 'Where does it come from?',
  saved: '',
  options: [
    { value: '', text: 'Find out by the headings' },
    ...mappingsOf(visit.authority).map(({ id, name }) => ({ value: id, text: name })),
  ],
})}
${button({ text: 'Look at the file', preventDoubleClick: true })}`,
    { takesFiles: true },
  );
}

const states = {
  waiting: ['Waits for you', 'yellow'],
  accepted: ['Loaded', 'green'],
  'set-aside': ['Set aside', 'grey'],
} as const;

function line(one: Import): Html {
  const [text, colour] = states[one.state];
  return html`<li><a class="govuk-link daybreak-break" href="/practitioners/register/import/${one.id}">${one.fileName}</a> ${tag({ text, classes: `govuk-tag--${colour}` })}<br>
<span class="daybreak-soft">${one.reference}, ${one.rowCount.toLocaleString('en-GB')} ${one.rowCount === 1 ? 'row' : 'rows'}, by ${one.uploadedBy} on ${formatDate(dateInEngland(one.uploadedAt))}</span></li>`;
}
