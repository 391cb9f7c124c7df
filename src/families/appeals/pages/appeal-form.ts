import { letterPath } from '#families/decisions/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { cannotAppeal } from '../actions/make-appeal.ts';
import { type DecisionToAppeal, decisionToAppeal } from '../case-of-appeal.ts';
import { filesQuestion } from './appeal-files.ts';

/** The family asks for its decision to be looked at again, from the letter. */
export async function appealFormPage(visit: Visit): Promise<Answer> {
  const about = await decisionToAppeal(visit, visit.params.decision ?? '');
  if (about === null) return notFound('a decision');
  visit.concerns('decision', about.decision.id);
  const title = 'Ask us to look again';
  const cannot = cannotAppeal(about);
  return page({
    title,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: letterPath(about.decision, null), text: 'Back to the letter' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${fullName(about.child)}, reference ${about.application.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
${cannot === null ? theForm(visit, about) : html`<p class="govuk-body-l">${cannot.message}</p>${before(about)}<p class="govuk-body"><a class="govuk-link" href="/complain">Make a complaint</a></p>`}
</div></div>`,
  });
}

function before({ appeals }: DecisionToAppeal): Html | false {
  return (
    appeals.length > 0 &&
    html`<ul class="govuk-list">${appeals.map((one) => html`<li><a class="govuk-link" href="/account/appeals/${one.id}">Your appeal ${one.reference} of ${formatDate(one.madeOn)}</a></li>`)}</ul>`
  );
}

function theForm(visit: Visit, about: DecisionToAppeal): Html {
  const { rules } = about;
  return html`<p class="govuk-body-l">If you think our decision is wrong, tell us. This is called an appeal. Somebody who did not decide looks at it.</p>
<div class="daybreak-panel"><p class="govuk-body">${about.askBy === null ? 'There is no last day for this.' : html`The last day to appeal in time is <strong>${formatDate(about.askBy)}</strong>.`}</p>
<p class="govuk-body govuk-!-margin-bottom-0">${rules.stages.length === 1 ? 'We look once more.' : `You can appeal ${rules.stages.length} times.`} ${rules.final}</p></div>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'words', label: 'Why is the decision wrong?', hint: 'Say it in your own words. What did we miss or get wrong?', rows: 8 })}
${about.isLate && wordsQuestion(visit, { field: 'lateBecause', label: 'Why is your appeal late?', hint: 'We still look at it. Being ill, or waiting for a letter, are good reasons.', rows: 3 })}
${filesQuestion(visit, 'Letters or photos that help (optional)')}
${button({ text: 'Send the appeal', preventDoubleClick: true })}`,
  { takesFiles: true },
)}
<h2 class="govuk-heading-m">Is it something else?</h2>
<p class="govuk-body">If you are unhappy with how we treated you, <a class="govuk-link" href="/complain">make a complaint</a>. You can do both. If you choose the wrong one, we move it for you.</p>
<p class="govuk-body">You can ask somebody to help you, or call ${visit.authority.contact.phone} and we write it down for you.</p>`;
}
