import { interestsIn } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, signedIn, type Visit } from '#platform/web/visit.ts';
import { formatMoment } from '../actions/already-decided.ts';
import { caseToGive } from '../case-to-give.ts';

/** Who has said that they know this family, and the form that takes it back where it was a mistake. */
export async function interestsPage(visit: Visit): Promise<Page | NotFound> {
  const found = await caseToGive(visit);
  if (found === null) return notFound('an application');
  const { application } = found;
  visit.concerns('application', application.id);
  const { householdId } = application;
  const interests = await interestsIn(visit.transaction, { authorityId: visit.authority.id, householdId });
  const others = interests.filter(({ personId }) => personId !== signedIn(visit).id);
  const title = 'Who knows this family';
  return page({
    title,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: `/practitioners/applications/${application.id}`, text: 'Back to the case' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${application.reference}</span><h1 class="govuk-heading-l">${title}</h1>
${
  others.length === 0
    ? html`<p class="daybreak-panel">Nobody has said that they know this family.</p>`
    : html`<p class="govuk-body">Who says that they know a family no longer sees its case. Take it back only if it was a mistake, such as the wrong case. It is kept that it was said, and that you took it back.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'person',
    label: 'Whose declaration was a mistake?',
    options: others.map((one) => ({
      value: one.personId,
      text: one.personName,
      hint: `Said so on ${formatMoment(one.declaredAt)}`,
    })),
  })}
${wordsQuestion(visit, { field: 'reason', label: 'Why was it a mistake?', rows: 3 })}
${button({ text: 'Take it back', preventDoubleClick: true })}`,
)}`
}
</div></div>`,
  });
}
