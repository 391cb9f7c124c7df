import { details, table } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Chart, nothingYet } from './chart.ts';

/**
 * Shows a chart in a page: its title, the drawing, the numbers as a real table behind a line that opens it
 * (without JavaScript too), and, where `csvHref` says where it is, the link to the spreadsheet. A table
 * that is wider than the screen scrolls by itself and can be reached by keyboard.
 */
export function chartFigure(chart: Chart, options: { readonly csvHref?: string } = {}): Html {
  const { headings, rows } = chart.table;
  const asTable = table({
    caption: chart.title,
    firstCellIsHeader: true,
    head: headings.map((text, index) => ({ text, ...(index === 0 ? {} : { format: 'numeric' }) })),
    rows: rows.map((row) =>
      row.map((text, index) => ({ text, ...(index === 0 ? {} : { format: 'numeric' }) })),
    ),
  });
  const region = html`<div class="chart__table" role="region" aria-label="${chart.title}: table" tabindex="0">${asTable}</div>`;
  const figures = rows.length === 0 ? html`<p class="govuk-body">${nothingYet}.</p>` : region;
  return html`<figure class="chart" aria-labelledby="${chart.id}-caption">
  <figcaption class="govuk-heading-s" id="${chart.id}-caption">${chart.title}</figcaption>
  ${chart.svg}
  ${details({ summaryText: 'See these figures as a table', html: figures })}
  ${options.csvHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${options.csvHref}" download>Download these figures for a spreadsheet (CSV)<span class="govuk-visually-hidden">: ${chart.title}</span></a></p>`}
</figure>`;
}
