import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { cannotAppeal } from '../actions/make-appeal.ts';
import { appellantsOf } from '../actions/record-appeal.ts';
import { type DecisionToAppeal, decisionToAppeal } from '../case-of-appeal.ts';
import { filesQuestion } from './appeal-files.ts';

/** Where somebody at the council writes down an appeal that came by telephone, by letter or in person. */
export async function recordAppealPage(visit: Visit): Promise<Answer> {
  const about = await decisionToAppeal(visit, visit.params.decision ?? '');
  if (about === null) return notFound('a decision');
  visit.concerns('decision', about.decision.id);
  const cannot = cannotAppeal(about);
  return page({
    title: 'Write down an appeal',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/appeals', text: 'Appeals' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<span class="govuk-caption-l">${fullName(about.child)}, ${about.application.reference}</span>
<h1 class="govuk-heading-l">Write down an appeal</h1>
${cannot === null ? await questions(visit, about) : html`<p class="govuk-body-l">${cannot.message}</p>`}
</div></div>`,
  });
}

async function questions(visit: Visit, about: DecisionToAppeal): Promise<Html> {
  const people = await appellantsOf(visit, about.application.householdId);
  if (people.length === 0)
    return html`<p class="govuk-body-l">Nobody in this family has an account. Let a parent carer in on the child’s record first, so that the receipt and the answer reach them.</p>`;
  return html`<p class="govuk-body">They get a receipt, and the answer, as if they had sent it themselves.${about.askBy !== null && html` The last day to appeal in time is ${formatDate(about.askBy)}.`}</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, { field: 'person', label: 'Who made it?', saved: people.length === 1 ? (people[0]?.id ?? '') : '', options: people.map(({ id, name }) => ({ value: id, text: name })) })}
${choiceQuestion(visit, {
  field: 'way',
  label: 'How did it come?',
  options: [
    { value: 'phone', text: 'By telephone' },
    { value: 'letter', text: 'By letter or e-mail' },
    { value: 'in-person', text: 'In person' },
  ],
})}
${dateQuestion(visit, { field: 'cameOn', label: 'On which day did it come?', hint: 'The day of the answer counts from it.' })}
${wordsQuestion(visit, { field: 'words', label: 'What did they say?', hint: 'In their own words', rows: 8 })}
${wordsQuestion(visit, { field: 'lateBecause', label: 'If it came after the last day: why?', rows: 3 })}
${filesQuestion(visit, 'The letter, or photos of it (optional)')}
${button({ text: 'Keep the appeal', preventDoubleClick: true })}`,
)}`;
}
