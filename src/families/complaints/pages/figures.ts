import { financialYearOf } from '#kernel/local-date.ts';
import { backLink } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { fewest } from '../domain/figures.ts';
import { type FigureTable, figuresOf } from '../figures.ts';

/** The year's figures about complaints, fit to be published. */
export async function figuresPage(visit: Visit): Promise<Answer> {
  const year = visit.query.get('year') ?? financialYearOf(visit.clock.today()).name;
  const figures = await figuresOf(visit, year);
  if (figures === null) return notFound('a year');
  const first = Number(year.slice(0, 4));
  const nameOf = (start: number) => financialYearOf(new Temporal.PlainDate(start, 4, 1)).name;
  const other = (start: number, words: string) =>
    html`<a class="govuk-link" href="/practitioners/complaints/figures?year=${nameOf(start)}">${words} ${nameOf(start)}</a>`;
  return page({
    title: `Complaints in ${year}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/complaints', text: 'Complaints' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Complaints in ${year}</h1>
<p class="govuk-body">Complaints that were made from April to March, as the yearly report needs them. A number from 1 to ${fewest - 1} is not told, and sometimes the next one neither, so that nobody can be recognised.</p>
${figures.tables.map(table)}
<h2 class="govuk-heading-m">What the service learned</h2>
${figures.learning.length === 0 ? html`<p class="govuk-body">Nothing was written down yet.</p>` : html`<ul class="govuk-list govuk-list--bullet">${figures.learning.map((words) => html`<li>${words}</li>`)}</ul>`}
<p class="govuk-body">${other(first - 1, 'See')} · ${other(first + 1, 'See')}</p>
</div></div>`,
  });
}

function told(shown: number | null): string {
  return shown === null ? 'not told' : String(shown);
}

function table({ title, rows, total }: FigureTable): Html {
  return html`<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">${title}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">What</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">How many</th></tr></thead>
<tbody class="govuk-table__body">${rows.map(({ label, shown }) => html`<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${label}</th><td class="govuk-table__cell govuk-table__cell--numeric">${told(shown)}</td></tr>`)}
<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">Together</th><td class="govuk-table__cell govuk-table__cell--numeric">${told(total)}</td></tr></tbody></table>`;
}
