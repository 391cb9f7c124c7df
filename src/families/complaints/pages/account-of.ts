import { backLink, button, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { complaintOf } from '../case-of-complaint.ts';
import { linesOf } from './words.ts';

/** Who was asked for their account reads what was said, and answers. */
export async function accountOfPage(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const given = found.steps.filter((step) => step.kind === 'account' && step.personId === visit.person?.id);
  return page({
    title: 'Your account',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${visit.query.get('sent') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. Who handles the complaint has it.' })}
<span class="govuk-caption-l">Complaint ${found.reference}</span>
<h1 class="govuk-heading-l">Say what happened, as you saw it</h1>
<h2 class="govuk-heading-m">What was said</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(found.words)}</p></blockquote>
${given.map((step) => html`<h2 class="govuk-heading-m">What you wrote</h2><p class="govuk-body">${linesOf(step.words)}</p>`)}
${formTo(visit, html`${wordsQuestion(visit, { field: 'words', label: 'Your account', hint: 'The family may ask to see it', rows: 8 })}${button({ text: 'Send', preventDoubleClick: true })}`)}
</div></div>`,
  });
}
