import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { caseToDecide } from '../case-file.ts';

/** The form on which an officer asks the family for more. */
export async function askPage(visit: Visit): Promise<Page | NotFound | Redirect> {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id);
  if (found === null) return notFound('an application');
  visit.concerns('application', id);
  const back = `/practitioners/applications/${id}`;
  if (found.application.state !== 'sent' && visit.formState.refusals.length === 0) return redirect(back);
  const name = fullName(found.child);
  return page({
    title: 'Ask the family for more',
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: back, text: `Back to ${name}` }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${found.application.reference}</span><h1 class="govuk-heading-l">Ask the family for more</h1>
<p class="govuk-body">The family gets a message with your words and a link to answer. The time to decide stands still until it does.</p>
${formTo(
  visit,
  html`${wordsQuestion(visit, {
    field: 'words',
    label: 'What do you need, and why?',
    hint: 'Ask for one thing if you can, in plain words. For example: “Please send a photo of all pages of the DLA letter. We could not read the rate.”',
    rows: 5,
  })}
${button({ text: 'Send to the family', preventDoubleClick: true })}`,
)}
</div></div>`,
  });
}
