import { fullName } from '#families/register/index.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, insetText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { goesAgainstWish } from '../domain/plan.ts';
import { planFileOf, wayOf } from '../plan-file.ts';

/** Where a team manager agrees a plan, sends it to the panel, or returns it. */
export async function settlePlanPage(visit: Visit): Promise<Answer> {
  const file = await planFileOf(visit);
  if (file === null) return notFound('a plan');
  const name = fullName(file.child);
  const way = wayOf(visit, file, visit.person?.roles ?? []);
  const against = file.lines.filter((line) => goesAgainstWish(line, file.wishes.get(line.id)));
  const hasAnswered = file.comments.length > 0;
  return page({
    title: `Agree the plan for ${name}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/plans/${file.plan.id}`, text: `Plan for ${name}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<span class="govuk-caption-l">Support plan ${file.plan.reference}</span><h1 class="govuk-heading-l">Agree the plan for ${name}</h1>
<div class="daybreak-panel"><p class="daybreak-soft govuk-!-margin-bottom-1">All lines together, in a year</p><p class="daybreak-figure">${formatPounds(file.cost)}</p>
<p class="govuk-body">${way.to === 'role' ? 'This is within what you may agree yourself.' : way.because}</p></div>
${!hasAnswered && insetText({ text: 'The family has not said yet what it thinks of this plan.' })}
${against.length > 0 && insetText({ html: html`The family asked for a direct payment for ${against.map((line) => `“${line.support}”`).join(', ')}. If you agree the plan as it is, write why it has something else.` })}
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'choice',
    label: 'What do you decide?',
    options: [
      ...(way.to === 'role'
        ? [{ value: 'agree', text: 'I agree the plan', hint: 'Its awards are made at once.' }]
        : []),
      { value: 'panel', text: 'Send it to the panel' },
      { value: 'return', text: 'Return it to its writer', hint: 'Write below what should change.' },
    ],
  })}
${wordsQuestion(visit, { field: 'words', label: 'Your words', hint: 'The family can read them if you agree the plan.', rows: 4 })}
${button({ text: 'Confirm', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}
