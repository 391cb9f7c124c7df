import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choicesQuestion, dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { whoMaySit } from '../panel-desk.ts';

/** Where a chair calls a meeting. */
export async function callPage(visit: Visit): Promise<Page> {
  const { able, quorum } = await whoMaySit(visit);
  return page({
    title: 'Call a meeting of the panel',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/panel', text: 'Panel' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Call a meeting of the panel</h1>
<p class="govuk-body">You are its chair. ${quorum} must be there to decide, yourself among them.</p>
${formTo(
  visit,
  html`${dateQuestion(visit, { field: 'heldOn', label: 'On which day?' })}
${lineQuestion(visit, { field: 'startsAt', label: 'At what time?', hint: 'Like 09:30', width: 5 })}
${lineQuestion(visit, { field: 'place', label: 'Where?' })}
${choicesQuestion(visit, { field: 'members', label: 'Who sits in it with you?', hint: 'Only they see its papers.', options: able.map((one) => ({ value: one.personId, text: one.name })) })}
${button({ text: 'Call the meeting', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}
