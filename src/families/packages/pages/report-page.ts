import {
  awardWays,
  breakKinds,
  formatHours,
  kindNames,
  payerNames,
  payers,
  wayNames,
} from '#families/awards/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, button, insetText, pagination, select, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { ageBands, costBands, isReviewOverdue, type Sorting } from '../domain/report.ts';
import { dayNumber, type PackageSummary } from '../domain/summary.ts';
import { packageRulesOf } from '../read-rules.ts';
import { fewest, namesFor, packageReport, perPage, type Report } from '../report.ts';

/** The report over all packages: who has what, what it comes to, and which rules it breaks. */
export async function reportPage(visit: Visit): Promise<Page> {
  const report = await packageReport(visit);
  const last = Math.max(1, Math.ceil(report.found.length / perPage));
  const typed = /^\d{1,6}$/.test(visit.query.get('page') ?? '') ? Number(visit.query.get('page')) : 1;
  const number = Math.min(Math.max(typed, 1), last);
  const shown = report.isTooFew ? [] : report.found.slice((number - 1) * perPage, number * perPage);
  const nameOf = await namesFor(visit, report, shown);
  return page({
    title: 'Packages',
    section: 'packages',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Packages</h1>
<p class="govuk-body">All that each child has now, whatever pays for it, and what it comes to in a year as agreed. What was delivered is not recorded yet.</p>
${filters(visit, report)}
${figures(report)}
${left(report)}
${shown.length === 0 ? nobody(report) : list(visit, { report, shown, nameOf, number })}
${pages(visit, { number, last, isShown: shown.length > 0 })}
${shown.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/packages.csv?${queryOf(visit)}" download>Download all ${report.totals.children.toLocaleString('en-GB')} for a spreadsheet (CSV)</a></p>`}`,
  });
}

const asked = ['locality', 'age', 'kind', 'way', 'payer', 'cost', 'breach', 'scheme', 'review', 'sort'];

function queryOf(visit: Visit, number?: number): string {
  const query = new URLSearchParams();
  for (const name of asked) {
    const value = visit.query.get(name) ?? '';
    if (value !== '') query.set(name, value);
  }
  if (number !== undefined) query.set('page', String(number));
  return query.toString();
}

type Choices = readonly { readonly value: string; readonly text: string }[];

const sortNames: Readonly<Record<Sorting, string>> = {
  cost: 'The dearest first',
  'cost-up': 'The least dear first',
  nights: 'Most nights first',
  hours: 'Most hours first',
  age: 'The youngest first',
  review: 'The longest due for review first',
};

function filters(visit: Visit, report: Report): Html {
  const named = (names: Readonly<Record<string, string>>, all: readonly string[]): Choices =>
    all.map((value) => ({ value, text: names[value] ?? value }));
  const one = (name: string, label: string, choices: Choices, open = 'All') => {
    const chosen = visit.query.get(name) ?? '';
    return html`<div class="daybreak-filters__one">${select({
      id: name,
      name,
      label: { text: label },
      items: [
        ...(name === 'sort' ? [] : [{ value: '', text: open, selected: chosen === '' }]),
        ...choices.map(({ value, text }) => ({ value, text, selected: value === chosen })),
      ],
    })}</div>`;
  };
  const bands = (all: readonly { readonly id: string; readonly name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, text: name }));
  return html`<form method="get" action="/practitioners/packages" class="daybreak-filters" aria-label="Narrow the report">
${one(
  'locality',
  'Where',
  visit.authority.localities.map(({ name }) => ({ value: name, text: name })),
  'Everywhere',
)}
${one('age', 'Age', bands(ageBands), 'All ages')}
${one('kind', 'Kind', named(kindNames, breakKinds), 'All kinds')}
${one('way', 'Way', named(wayNames, awardWays), 'All ways')}
${one('payer', 'Paid by', named(payerNames, payers), 'Anybody')}
${one('cost', 'Cost a year', bands(costBands), 'Any')}
${one('breach', 'Rules broken', [{ value: 'any', text: 'Any rule' }, ...bands(packageRulesOf(visit.authority))], 'Do not look')}
${one(
  'scheme',
  'Scheme',
  report.schemes.map((value) => ({ value, text: value })),
  'All schemes',
)}
${one('review', 'Review', [{ value: 'overdue', text: 'Overdue' }], 'Do not look')}
${one(
  'sort',
  'Order',
  Object.entries(sortNames).map(([value, text]) => ({ value, text })),
)}
<div class="daybreak-filters__go">${button({ text: 'Show', classes: 'govuk-button--secondary' })} <a class="govuk-link" href="/practitioners/packages">Show all</a></div>
</form>`;
}

function figures({ totals, isTooFew }: Report): Html {
  if (isTooFew) return nothing;
  const figure = (name: string, value: string, more = '') =>
    html`<div class="daybreak-figures__one"><dt>${name}</dt><dd><span class="daybreak-figure">${value}</span><span class="daybreak-soft">${more}</span></dd></div>`;
  const count = (value: number) => value.toLocaleString('en-GB');
  return html`<dl class="daybreak-figures">
${figure('Children', count(totals.children), totals.unpriced > 0 ? `${count(totals.unpriced)} with a cost that is not known` : '')}
${figure('A year', formatPounds(pence(totals.pence)))}
${figure('Hours and nights', count(Math.floor(totals.minutes / 60)), `hours, and ${count(totals.nights)} nights a year`)}
${figure('To look at', count(totals.withBreach), `with a broken rule; ${count(totals.overdue)} with an overdue review`)}
</dl>`;
}

function left({ hidden, hasNames }: Report): Html {
  return html`${hidden > 0 && hasNames && insetText({ text: hidden === 1 ? 'One package is left out: it is of a household that you are kept away from.' : `${hidden} packages are left out: they are of households that you are kept away from.` })}
${!hasNames && insetText({ text: `You see no names. Where fewer than ${fewest} children are found, they are not shown, and neither are an age or a place that few children share.` })}`;
}

function nobody({ isTooFew }: Report): Html {
  return html`<p class="daybreak-panel">${isTooFew ? `Fewer than ${fewest} children are found. They are not shown, since they could be guessed.` : 'No child’s package is like this.'}</p>`;
}

type Shown = {
  readonly report: Report;
  readonly shown: readonly PackageSummary[];
  readonly nameOf: (childId: string) => string;
  readonly number: number;
};

function list(visit: Visit, { report, shown, nameOf, number }: Shown): Html {
  const first = (number - 1) * perPage + 1;
  const words = `${first} to ${first + shown.length - 1} of ${report.found.length}`;
  const headings = [
    report.hasNames ? 'Child' : 'Reference',
    'Where',
    'Has',
    'A year',
    'Hours',
    'Nights',
    'Look at',
  ];
  return html`<table class="daybreak-queue" role="table">
<caption class="govuk-visually-hidden">Packages: ${words}</caption>
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map((one) => line(visit, { one, name: nameOf(one.childId), report }))}</tbody>
</table>
<p class="govuk-body-s daybreak-soft">${words}</p>`;
}

function line(
  visit: Visit,
  { one, name, report }: { one: PackageSummary; name: string; report: Report },
): Html {
  const kinds = one.kinds.map((kind) => kindNames[kind as keyof typeof kindNames]).join(', ');
  return html`<tr role="row">
<th scope="row" role="rowheader">${report.hasNames ? html`<a class="govuk-link" href="/practitioners/children/${one.childId}/package">${name}</a>` : name}<span class="daybreak-queue__age daybreak-soft">, ${report.age(one)}</span></th>
<td role="cell" data-label="Where">${report.locality(one)}</td>
<td role="cell" data-label="Has">${kinds}</td>
<td role="cell" data-label="A year"><div><strong>${one.pence === 0 && one.unpriced > 0 ? 'Not known' : formatPounds(pence(one.pence))}</strong>${one.unpriced > 0 && one.pence > 0 && html`<br><span class="daybreak-soft">and ${one.unpriced} not known</span>`}</div></td>
<td role="cell" data-label="Hours">${one.minutes === 0 ? '–' : formatHours(one.minutes)}</td>
<td role="cell" data-label="Nights">${one.nights === 0 ? '–' : one.nights}</td>
<td role="cell" data-label="Look at"><span class="daybreak-flags">${flags(visit, one)}</span></td>
</tr>`;
}

function flags(visit: Visit, one: PackageSummary): Html {
  const overdue = isReviewOverdue(one, dayNumber(visit.clock.today()));
  if (one.breaches.length === 0 && !overdue) return html`–`;
  const names = new Map(packageRulesOf(visit.authority).map(({ id, name }) => [id, name]));
  return html`${one.breaches.map((id) => tag({ text: names.get(id) ?? id, classes: 'govuk-tag--orange' }))}${overdue && one.reviewOn !== null && tag({ text: `Review due ${formatDate(one.reviewOn)}`, classes: 'govuk-tag--red' })}`;
}

function pages(visit: Visit, at: { number: number; last: number; isShown: boolean }): Html {
  const { number, last } = at;
  if (last < 2 || !at.isShown) return nothing;
  const href = (wanted: number) => `/practitioners/packages?${queryOf(visit, wanted)}`;
  return pagination({
    landmarkLabel: 'Pages of the report',
    ...(number > 1 ? { previous: { href: href(number - 1), labelText: `${number - 1} of ${last}` } } : {}),
    ...(number < last ? { next: { href: href(number + 1), labelText: `${number + 1} of ${last}` } } : {}),
  });
}
