import { breadcrumbs, button, insetText, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choicesQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { countsOfVisit, importOfVisit, rowsOfVisit } from '../actions/import-of-visit.ts';
import type { KeptImport, ShownRow } from '../domain/import.ts';
import type { Outcome } from '../domain/outcome.ts';
import { stateWords } from './imports.ts';

/** So many rows of one outcome stand on the page; all wrong ones can be downloaded. */
const mostShown = 100;

const outcomeWords: Readonly<Record<Outcome, { readonly title: string; readonly about: string }>> = {
  wrong: { title: 'Wrong', about: 'These cannot be taken in. Mend them in the file and send it again.' },
  like: {
    title: 'Perhaps there already',
    about: 'These look like something else. Choose those that are different after all.',
  },
  new: { title: 'New', about: 'These are not in the directory yet.' },
  changed: { title: 'Changed', about: 'These are in the directory and would say something else.' },
  same: { title: 'The same', about: 'Nothing happens to these.' },
};

function wrongLine({ number, title, wrongs }: ShownRow): Html {
  return html`<li><strong>Row ${number}</strong>, ${title}<ul class="govuk-list govuk-list--bullet">${wrongs.map(({ column, message }) => html`<li>${column}: ${message}</li>`)}</ul></li>`;
}

function oddities({ oddities: all }: ShownRow): Html {
  if (all.length === 0) return nothing;
  return html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${all.length === 1 ? '1 oddity' : `${all.length} oddities`}</span></summary><div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">${all.map(({ path, given, done }) => html`<li><code class="daybreak-break">${path}</code> (${given}): ${done}</li>`)}</ul></div></details>`;
}

function plainLine(row: ShownRow): Html {
  return html`<li>${row.title} <span class="daybreak-soft">row ${row.number}</span>${oddities(row)}</li>`;
}

function rowsPart(
  visit: Visit,
  outcome: Outcome,
  rows: readonly ShownRow[],
  all: number,
  one: KeptImport,
): Html {
  if (all === 0) return nothing;
  const { title, about } = outcomeWords[outcome];
  const more = all > rows.length && html`<p class="govuk-body">… and ${all - rows.length} more.</p>`;
  const alike =
    outcome === 'like' && one.state === 'waiting'
      ? choicesQuestion(visit, {
          field: 'alike',
          label: 'Take these in all the same',
          options: rows.map((row) => ({
            value: String(row.number),
            text: `${row.title}, row ${row.number}`,
            hint: `Looks like ${row.likeWhat ?? 'another'}`,
          })),
        })
      : html`<ul class="govuk-list govuk-list--spaced">${rows.map(outcome === 'wrong' ? wrongLine : plainLine)}</ul>`;
  return html`<section aria-labelledby="rows-${outcome}"><h2 class="govuk-heading-m" id="rows-${outcome}">${title} <span class="daybreak-soft">(${all.toLocaleString('en-GB')})</span></h2>
<p class="govuk-body">${about}${outcome === 'wrong' && html` <a class="govuk-link" href="/practitioners/listings/import/${one.id}/wrong.csv">Get all of them as a spreadsheet</a>`}</p>${alike}${more}</section>`;
}

const order: readonly Outcome[] = ['wrong', 'like', 'new', 'changed', 'same'];

function decision(visit: Visit, one: KeptImport, wrong: number, rows: Html): Html {
  return html`${formTo(
    visit,
    html`<input type="hidden" name="what" value="accept">${rows}
${
  wrong > 0 &&
  choicesQuestion(visit, {
    field: 'leaveOut',
    label: 'The wrong rows',
    options: [
      { value: 'yes', text: `Leave ${wrong === 1 ? 'the wrong row' : `the ${wrong} wrong rows`} out` },
    ],
  })
}
${button({ text: 'Take them in', preventDoubleClick: true })}`,
    { to: `/practitioners/listings/import/${one.id}` },
  )}
${formTo(visit, html`<input type="hidden" name="what" value="set-aside">${button({ text: 'Set this import aside', classes: 'govuk-button--secondary', preventDoubleClick: true })}`, { to: `/practitioners/listings/import/${one.id}` })}`;
}

/** One import: what would happen row by row while it waits, and what has happened after. */
export async function importPage(visit: Visit): Promise<Page | NotFound> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound('this import');
  const { counts, chosen, takenIn, odd } = await countsOfVisit(visit, one);
  const parts: Html[] = [];
  for (const outcome of order)
    parts.push(
      rowsPart(visit, outcome, await rowsOfVisit(visit, one, outcome, mostShown), counts[outcome], one),
    );
  const rows = html`${parts}`;
  const { text, colour } = stateWords[one.state];
  return page({
    title: `Bring listings in: ${one.name}`,
    section: 'listings',
    isPrivate: true,
    before: breadcrumbs({
      items: [
        { text: 'Your work', href: '/practitioners' },
        { text: 'Bring listings in', href: '/practitioners/listings/import' },
        { text: one.name },
      ],
    }),
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl daybreak-break">${one.name}</h1>
<p class="govuk-body-l">${tag({ text, classes: `govuk-tag--${colour}` })} ${one.rowCount.toLocaleString('en-GB')} ${one.rowCount === 1 ? 'row' : 'rows'}${odd > 0 && html`, ${odd} with something odd in ${odd === 1 ? 'it' : 'them'}`}</p>
${one.problem !== null && insetText({ text: one.problem })}
${one.state === 'fetching' && html`<p class="govuk-body">The feed is fetched within a minute or two. <a class="govuk-link" href="${visit.path}">Look again</a></p>`}
${(one.state === 'accepted' || one.state === 'taken-in') && html`<p class="govuk-body" role="status">${takenIn.toLocaleString('en-GB')} of ${chosen.toLocaleString('en-GB')} are taken in. They wait <a class="govuk-link" href="/practitioners/listings">for approval</a>.</p>`}
${one.oddities.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${one.oddities.map((words) => html`<li>${words}</li>`)}</ul>`}
${one.state === 'waiting' ? decision(visit, one, counts.wrong, rows) : rows}`,
  });
}
