import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { definitions } from '../domain/sections.ts';
import { historyOfChild } from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { answerWords } from './fact-words.ts';

/** Everything that was ever recorded about a child, the newest first: what, who said so, and when. */
export async function historyPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  const history = await historyOfChild(visit, child);
  const rows = history.toReversed().map((fact) => {
    const definition = definitions.get(fact.key);
    const words =
      definition === undefined
        ? fact.key
        : answerWords(visit.authority, definition, fact.answer, 'practitioner');
    return html`<tr role="row"><th scope="row" role="rowheader">${definition?.label ?? fact.key}</th><td role="cell" data-label="Said"><div>${words === '' ? html`<em>Taken back</em>` : words}</div></td><td role="cell" data-label="Who"><div>${fact.saidBy}</div></td><td role="cell" data-label="When"><div>${formatDate(fact.saidOn)}<br><span class="daybreak-soft">recorded ${formatDate(dateInEngland(fact.recordedAt))}</span></div></td></tr>`;
  });
  return childPage(visit, child, {
    title: 'History',
    main:
      rows.length === 0
        ? html`<p class="govuk-body">Nothing has been recorded yet.</p>`
        : html`<table class="daybreak-queue daybreak-history" role="table"><caption class="govuk-visually-hidden">What was recorded about the child, the newest first</caption>
<thead role="rowgroup"><tr role="row">${['Fact', 'Said', 'Who', 'When'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`,
  });
}
