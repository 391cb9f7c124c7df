import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { childRecordOf } from '../child-record.ts';
import { kindWords } from '../domain/assessment.ts';
import { assessmentTag, moment, planTag } from './words.ts';

/** All assessments and plans of one child, and the way to begin another. */
export async function childPage(visit: Visit): Promise<Answer> {
  const found = await childRecordOf(visit);
  if (found === null) return notFound('a child');
  const { child, assessments, plans } = found;
  visit.concerns('child', child.id);
  const name = fullName(child);
  return page({
    title: `Assessments and plans: ${name}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: name }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${name}</span><h1 class="govuk-heading-l">Assessments and plans</h1>
<h2 class="govuk-heading-m">Assessments</h2>
${assessments.length === 0 && html`<p class="daybreak-panel">There is none yet.</p>`}
<ul class="govuk-list daybreak-rows">${assessments.map(
      (one) =>
        html`<li>${assessmentTag(one.state)} <a class="govuk-link" href="/practitioners/assessments/${one.id}">${kindWords[one.kind]} ${one.reference}</a>${one.carerName !== '' && html`, ${one.carerName}`}<br><span class="daybreak-soft">Asked for ${moment(one.askedAt)}, by ${formatDate(one.dueOn)}</span></li>`,
    )}</ul>
<h2 class="govuk-heading-m">Plans</h2>
${plans.length === 0 && html`<p class="daybreak-panel">There is none yet. A plan begins from an agreed assessment.</p>`}
<ul class="govuk-list daybreak-rows">${plans.map(
      (one) =>
        html`<li>${planTag(one.state)} <a class="govuk-link" href="/practitioners/plans/${one.id}">Plan ${one.reference}</a><br><span class="daybreak-soft">${formatDate(one.startsOn)} to ${formatDate(one.endsOn)}, written by ${one.writtenByName}</span></li>`,
    )}</ul>
${details({
  summaryText: 'Begin an assessment',
  open: visit.formState.isTyped,
  html: formTo(
    visit,
    html`${choiceQuestion(visit, {
      field: 'kind',
      label: 'What is assessed?',
      options: [
        { value: 'child-and-family', text: 'The child and the family' },
        {
          value: 'parent-carer',
          text: 'A parent carer’s own needs',
          hint: 'When the carer asks, or when it appears that they may need support. Kept from the other parent.',
          conditional: lineQuestion(visit, { field: 'carer', label: 'Which carer?', width: 20 }),
        },
      ],
    })}
${wordsQuestion(visit, { field: 'words', label: 'Why now?', rows: 3 })}
${button({ text: 'Begin', preventDoubleClick: true })}`,
    { to: `/practitioners/children/${child.id}/assessments` },
  ),
})}`,
  });
}
