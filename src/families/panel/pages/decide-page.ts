import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { outcomes, outcomeWords } from '../domain/panel.ts';
import { itemFileOf } from '../item-file.ts';

/** Where the chair records what was decided. */
export async function decidePage(visit: Visit): Promise<Answer> {
  const file = await itemFileOf(visit);
  if (file === null) return notFound('an item');
  const name = fullName(file.child);
  return page({
    title: `Record what is decided for ${name}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/panel/items/${file.item.id}`, text: `Papers: ${name}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Record what is decided for ${name}</h1>
<p class="govuk-body">The family gets your reasons and conditions in a letter. ${file.meeting.quorum} must have been there.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'outcome',
    label: 'What was decided?',
    options: outcomes.map((value) => ({
      value,
      text: outcomeWords[value],
      ...(value === 'agreed-with-conditions'
        ? { conditional: wordsQuestion(visit, { field: 'conditions', label: 'The conditions', rows: 3 }) }
        : {}),
      ...(value === 'agreed-less'
        ? { conditional: wordsQuestion(visit, { field: 'less', label: 'What is agreed', rows: 3 }) }
        : {}),
    })),
  })}
${wordsQuestion(visit, { field: 'reasons', label: 'The reasons', hint: 'In words for the family. They are needed whatever was decided.', rows: 6 })}
<h2 class="govuk-heading-m">Who was there, and how they stood</h2>
<p class="govuk-body">Who abstains is on neither side. Who declared an interest, or wrote a part of it, is not listed.</p>
${file.voters.map((one) =>
  choiceQuestion(visit, {
    field: `vote-${one.personId}`,
    label: one.name,
    isInline: true,
    options: [
      { value: 'for', text: 'For' },
      { value: 'against', text: 'Against' },
      { value: 'abstained', text: 'Abstained' },
      { value: 'absent', text: 'Was not there' },
    ],
  }),
)}
${button({ text: 'Record it', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}
