import { formatDate } from '#kernel/local-date.ts';
import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { addressesOfChild } from '../of-child.ts';
import { childPage } from './child-frame.ts';

/** Where a household lives and lived, and recording a move. */
export async function addressPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  const history = await addressesOfChild(visit, child);
  return childPage(visit, child, {
    title: 'Addresses',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<ul class="daybreak-rows">${history.map((one) => html`<li>${one.line1}, ${one.line2 !== '' && html`${one.line2}, `}${one.town}, ${one.postcode}<br><span class="daybreak-soft">${one.district !== null && html`District ${one.district}. `}From ${formatDate(one.fromOn)}${one.untilOn === null ? ', lives there now' : html` to ${formatDate(one.untilOn.subtract({ days: 1 }))}`}</span></li>`)}</ul>
<h2 class="govuk-heading-m">The household has moved</h2>
${formTo(
  visit,
  html`${lineQuestion(visit, { field: 'line1', label: 'Address line 1' })}${lineQuestion(visit, { field: 'line2', label: 'Address line 2 (optional)' })}${lineQuestion(visit, { field: 'town', label: 'Town' })}${lineQuestion(visit, { field: 'postcode', label: 'Postcode', width: 10 })}
${dateQuestion(visit, { field: 'fromOn', label: 'First day there', hint: 'Today or earlier. A move to come is recorded when it has come.' })}
${button({ text: 'Record the move', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}
