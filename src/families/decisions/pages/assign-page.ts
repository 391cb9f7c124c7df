import { backLink, button } from '#platform/govuk/index.ts';
import { isRole, rolesInWords } from '#platform/people/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, signedIn, type Visit } from '#platform/web/visit.ts';
import { formatMoment } from '../actions/already-decided.ts';
import { caseToGive } from '../case-to-give.ts';
import { possibleTakers } from '../nobody-may-see.ts';

/** The form on which a manager gives a case to somebody. */
export async function assignPage(visit: Visit): Promise<Page | NotFound> {
  const found = await caseToGive(visit);
  if (found === null) return notFound('an application');
  const { application, assignments } = found;
  visit.concerns('application', application.id);
  const takers = (await possibleTakers(visit, application.householdId)).filter(
    ({ id }) => id !== signedIn(visit).id,
  );
  const title = 'Give the case to somebody';
  return page({
    title,
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: '/practitioners/cases-nobody-may-see', text: 'Cases that nobody may see' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${application.reference}</span><h1 class="govuk-heading-l">${title}</h1>
${assignments.length > 0 && html`<h2 class="govuk-heading-s">Given before</h2><ul class="govuk-list daybreak-rows">${assignments.map((one) => html`<li>${one.personName}, ${formatMoment(one.assignedAt)}. ${one.reason}</li>`)}</ul>`}
${
  takers.length === 0
    ? html`<p class="daybreak-panel">Nobody here may take it: each officer and social worker is of this household by e-mail address, or has said that they know it. Ask another team’s manager for a name, and have them sign in once.</p>`
    : formTo(
        visit,
        html`${choiceQuestion(visit, {
          field: 'person',
          label: 'Who takes it?',
          hint: 'Whoever is of this household, or has said that they know it, is not in the list.',
          options: takers.map((taker) => ({
            value: taker.id,
            text: taker.name,
            hint: `${capital(rolesInWords(taker.roles.filter(isRole), 'and'))}${taker.isNamesake ? '. Has the name of somebody in this household' : ''}`,
          })),
        })}
${
  takers.some(({ isNamesake }) => isNamesake) &&
  choicesQuestion(visit, {
    field: 'namesake',
    label: 'If they have the name of somebody in this household',
    options: [{ value: 'yes', text: 'I have found out that they are a namesake, and not of this household' }],
  })
}
${wordsQuestion(visit, {
  field: 'reason',
  label: 'Why this person?',
  hint: 'Kept with the case. Say how you know, if it is a namesake.',
  rows: 3,
})}
${button({ text: 'Give them the case', preventDoubleClick: true })}`,
      )
}
</div></div>`,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
