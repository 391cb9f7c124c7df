import { formatPounds, pence } from '#kernel/money.ts';
import { chartFigure, moneyInPence, progressBar } from '#platform/charts/index.ts';
import { insetText, table, warningText } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { type AmountGroup, groupByAmount } from '../domain/by-amount.ts';
import { percentCommitted } from '../domain/position.ts';
import { firstAmount, type YearOfBudget, yearOfBudget } from '../year-of-budget.ts';

/** Where a year's money stands, each figure with the list that makes it. */
export async function budgetPage(visit: Visit): Promise<Page | NotFound> {
  const found = await yearOfBudget(visit);
  if (found === null) return notFound('a budget');
  const { fund, position } = found;
  return page({
    title: `${fund.name} ${position.year}`,
    section: 'budget',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">${fund.name}, ${position.year}</h1>
${funds(found)}
${years(found)}
${overspent(found)}
${figures(found)}
${chart(found)}
<h2 class="govuk-heading-m">Awards by amount</h2>
<p class="govuk-body">Each number leads to the list of awards that makes it, for a spreadsheet.</p>
${byAmount(found)}
${whence(found)}`,
  });
}

function csv({ fund, position }: YearOfBudget, amount?: number): string {
  const query = new URLSearchParams({ fund: fund.id, year: position.year });
  if (amount !== undefined) query.set('amount', String(amount));
  return `/practitioners/budget/awards.csv?${query}`;
}

function funds({ funds: all, fund, position }: YearOfBudget): Html | false {
  if (all.length < 2) return false;
  return html`<nav aria-label="Funds"><ul class="daybreak-views">${all.map(
    (one) =>
      html`<li><a class="daybreak-views__link" href="/practitioners/budget?${new URLSearchParams({ fund: one.id, year: position.year }).toString()}"${one.id === fund.id && html` aria-current="page"`}>${one.name}</a></li>`,
  )}</ul></nav>`;
}

function years({ fund, position }: YearOfBudget): Html {
  const known = fund.years.map((one) => one.year);
  const all = known.includes(position.year) ? known : [...known, position.year].sort();
  return html`<nav aria-label="Financial years"><ul class="daybreak-views">${all.map(
    (year) =>
      html`<li><a class="daybreak-views__link" href="/practitioners/budget?${new URLSearchParams({ fund: fund.id, year }).toString()}"${year === position.year && html` aria-current="page"`}>${year}</a></li>`,
  )}</ul></nav>`;
}

function overspent({ position }: YearOfBudget): Html | false {
  if (!position.isOver || position.left === null) return false;
  return warningText({
    text: `More is promised than there is: ${formatPounds(pence(-position.left))} over the budget.`,
  });
}

function figure(name: string, amount: string, more: Html | string): Html {
  return html`<div class="daybreak-figures__one"><dt>${name}</dt><dd><span class="daybreak-figure">${amount}</span><span class="daybreak-soft">${more}</span></dd></div>`;
}

function figures(found: YearOfBudget): Html {
  const { position, awards } = found;
  const percent = percentCommitted(position);
  return html`<dl class="daybreak-figures">
${figure('Budget', position.budget === null ? 'Not known' : formatPounds(position.budget), '')}
${figure('Promised', formatPounds(position.committed), html`${percent !== null && `${percent}% of the budget`}`)}
${figure('Left', position.left === null ? 'Not known' : formatPounds(position.left), '')}
${figure('Awards', awards.length.toLocaleString('en-GB'), html`<a class="govuk-link" href="${csv(found)}">The list that makes these figures (CSV)</a>`)}
</dl>`;
}

function chart(found: YearOfBudget): Html {
  const { position } = found;
  if (position.budget === null) return html``;
  const drawn = progressBar({
    id: 'year',
    title: `Promised of the budget, ${position.year}`,
    unit: moneyInPence('Amount'),
    used: { label: 'Promised', value: position.committed },
    whole: { label: 'Budget', value: position.budget },
  });
  return chartFigure(drawn, { csvHref: csv(found) });
}

function byAmount(found: YearOfBudget): Html {
  const groups = groupByAmount(found.awards.map((award) => ({ amount: firstAmount(award) })));
  if (groups.length === 0) return html`<p class="govuk-body">No award has been made in this year.</p>`;
  const total = pence(groups.reduce((sum, group) => sum + group.total, 0));
  return table({
    caption: `Awards in ${found.position.year} by amount`,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      { text: 'Amount' },
      { text: 'Awards', format: 'numeric' },
      { text: 'Together', format: 'numeric' },
    ],
    rows: [
      ...groups.map((group) => groupRow(found, group)),
      [
        { text: 'All' },
        { html: listLink(csv(found), found.awards.length, 'all awards'), format: 'numeric' },
        { text: formatPounds(total), format: 'numeric' },
      ],
    ],
  });
}

function groupRow(found: YearOfBudget, group: AmountGroup) {
  const amount = formatPounds(group.amount);
  return [
    { text: amount },
    { html: listLink(csv(found, group.amount), group.count, `awards of ${amount}`), format: 'numeric' },
    { text: formatPounds(group.total), format: 'numeric' },
  ];
}

function listLink(href: string, count: number, what: string): Html {
  return html`<a class="govuk-link" href="${href}">${count}<span class="govuk-visually-hidden"> ${what}: list as CSV</span></a>`;
}

function whence({ position }: YearOfBudget): Html {
  const { source } = position;
  if (source === null || source.provenance === null)
    return insetText({ text: `The council’s files give no budget for ${position.year}.` });
  const from =
    source.provenance === 'demonstration'
      ? (source.basis ?? 'Made up for the demonstration.')
      : `${source.provenance.document}, section ${source.provenance.section}.`;
  return insetText({ text: `Where the budget comes from: ${from}` });
}
