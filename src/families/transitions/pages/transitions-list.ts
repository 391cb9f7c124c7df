import { fullName } from '#families/register/index.ts';
import { ageOn } from '#kernel/local-date.ts';
import { csvText } from '#platform/charts/index.ts';
import { backLink } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Download, type Page, page, type Visit } from '#platform/web/visit.ts';
import { inView, type ListLine, type ListView, linesOf, listViews } from '../growing.ts';
import { dayWords, stateTag, tooLongWords } from './words.ts';

const names: Readonly<Record<ListView, string>> = {
  overdue: 'Overdue',
  due: 'Due now',
  soon: 'In the next 6 months',
  ends: 'What ends',
};

function wantedView(visit: Visit): ListView {
  const wanted = visit.query.get('show');
  return listViews.find((one) => one === wanted) ?? 'due';
}

const most = 200;

/** What is due for young people who grow up, the most pressing first. */
export async function transitionsListPage(visit: Visit): Promise<Page> {
  const view = wantedView(visit);
  const lines = await linesOf(visit);
  const shown = inView(lines, view);
  return page({
    title: 'Growing up',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Growing up</h1>
<p class="govuk-body">From 13¾ to 25: a plan, their own voice at 16, the assessment for adult life at 17½, and the days on which something ends.</p>
<nav aria-label="What is due"><ul class="daybreak-views">${(['overdue', 'due', 'soon', 'ends'] as const).map((one) => html`<li><a class="daybreak-views__link" href="/practitioners/transitions?show=${one}"${one === view && html` aria-current="page"`}>${names[one]} <span class="daybreak-views__count">${inView(lines, one).length}</span></a></li>`)}</ul></nav>
${shown.length === 0 ? html`<p class="daybreak-panel">Nothing here.</p>` : table(visit, shown.slice(0, most), names[view])}
${shown.length > most && html`<p class="govuk-body">These are the first ${most} of ${shown.length}. All are in the CSV.</p>`}
${shown.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/transitions.csv?show=${view}">Download as CSV</a></p>`}`,
  });
}

function table(visit: Visit, lines: readonly ListLine[], name: string): Html {
  const today = visit.clock.today();
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Growing up: ${name}</caption>
<thead role="rowgroup"><tr role="row">${['Young person', 'Age', 'What', 'When', 'Where it stands'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${lines.map(
    ({ child, milestone, tooLong }) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/children/${child.id}/transition">${fullName(child)}</a></th>
<td role="cell" data-label="Age">${ageOn(child.bornOn, today)}</td>
<td role="cell" data-label="What"><div>${milestone.rule.title}${tooLong.map((one) => html`<br><span class="daybreak-soft">${tooLongWords(one)}</span>`)}</div></td>
<td role="cell" data-label="When">${dayWords(milestone)}</td>
<td role="cell" data-label="Where it stands"><div>${stateTag(milestone)}</div></td></tr>`,
  )}</tbody></table>`;
}

/** The same list for a spreadsheet. */
export async function transitionsCsv(visit: Visit): Promise<Download> {
  const lines = inView(await linesOf(visit), wantedView(visit));
  const rows = lines.map(({ child, milestone, tooLong }) => [
    fullName(child),
    child.bornOn.toString(),
    milestone.rule.title,
    milestone.day.toString(),
    milestone.dueBy.toString(),
    milestone.state,
    tooLong.map(tooLongWords).join(' '),
  ]);
  return {
    kind: 'download',
    name: `growing-up-${visit.clock.today()}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(['name', 'date of birth', 'what', 'day', 'due by', 'state', 'awards past an age'], rows),
  };
}
