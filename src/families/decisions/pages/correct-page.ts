import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  signedIn,
  type Visit,
} from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';
import { correctablesOf, everyRate } from '../correctable.ts';
import { whyNotBy } from '../may-decide.ts';

/** The form on which an officer puts right what was read wrongly from a letter. */
export async function correctPage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound('an application');
  visit.concerns('application', id);
  const back = `/practitioners/applications/${id}`;
  const isTold = visit.formState.refusals.length > 0;
  if (whyNotBy(found, signedIn(visit)) !== null && !isTold) return redirect(back);
  const correctables = correctablesOf(found.evidence);
  const title = 'Correct what was read from a letter';
  return page({
    title,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: back, text: `Back to ${fullName(found.child)}` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${found.application.reference}</span><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">What the family wrote stays as it was. What the letter truly says is added beside it, and the scheme reads the application anew.</p>
${
  correctables.length === 0
    ? html`<p class="daybreak-panel">No DLA or PIP letter is there yet. Ask the family for it first.</p>`
    : formTo(
        visit,
        html`${choiceQuestion(visit, {
          field: 'what',
          label: 'What was read wrongly?',
          options: correctables.map((one) => ({
            value: one.key,
            text: one.words,
            hint: `Stands as: ${one.was}`,
          })),
        })}
${choiceQuestion(visit, {
  field: 'rate',
  label: 'Which rate does the letter show?',
  options: everyRate.map((rate) => ({ value: rate, text: rate })),
})}
${wordsQuestion(visit, { field: 'reason', label: 'How do you know?', hint: 'For example: the second page of the letter shows it.', rows: 3 })}
${button({ text: 'Correct it', preventDoubleClick: true })}`,
      )
}
</div></div>`,
  });
}
