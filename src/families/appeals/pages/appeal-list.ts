import { formatDate } from '#kernel/local-date.ts';
import { backLink } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type DeskAppeal, deskAppeals } from '../desk.ts';
import { appealTag } from './words.ts';

/** The appeals that wait for an answer, what is due first in front; then those that ended. */
export async function appealListPage(visit: Visit): Promise<Page> {
  const isEnded = visit.query.get('show') === 'ended';
  const all = await deskAppeals(visit);
  const shown = all.filter(({ appeal }) => (appeal.stand.end !== null) === isEnded);
  const view = (name: string, href: string, ended: boolean) =>
    html`<li><a class="daybreak-views__link" href="${href}"${ended === isEnded && html` aria-current="page"`}>${name} <span class="daybreak-views__count">${all.filter(({ appeal }) => (appeal.stand.end !== null) === ended).length}</span></a></li>`;
  return page({
    title: 'Appeals',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Appeals</h1>
<p class="govuk-body">A family thinks that a decision under a scheme is wrong. Somebody who did not take the decision looks at it. Complaints are <a class="govuk-link" href="/practitioners/complaints">somewhere else</a>.</p>
<nav aria-label="Which appeals"><ul class="daybreak-views">${view('To answer', '/practitioners/appeals', false)}${view('Ended', '/practitioners/appeals?show=ended', true)}</ul></nav>
${shown.length === 0 ? html`<p class="daybreak-panel">${isEnded ? 'None has ended yet.' : 'No appeal waits for an answer.'}</p>` : table(visit, shown)}`,
  });
}

function table(visit: Visit, shown: readonly DeskAppeal[]): Html {
  const today = visit.clock.today();
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Appeals</caption>
<thead role="rowgroup"><tr role="row">${['Child', 'Reference', 'Made', 'Answer by', 'Where it stands'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map(
    ({ appeal, childName, isOwnDecision }) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/appeals/${appeal.id}">${childName}</a></th>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${appeal.reference}</td>
<td role="cell" data-label="Made">${formatDate(appeal.madeOn)}</td>
<td role="cell" data-label="Answer by">${formatDate(appeal.answerBy)}</td>
<td role="cell" data-label="Where it stands"><div>${appealTag(appeal, today)}${isOwnDecision && html`<br><span class="daybreak-soft">Your own decision</span>`}</div></td></tr>`,
  )}</tbody></table>`;
}
