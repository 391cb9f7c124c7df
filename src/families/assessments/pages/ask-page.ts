import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { familysChild } from '../child-record.ts';

/** Where a family asks that its needs are looked at. */
export async function askPage(visit: Visit): Promise<Answer> {
  const child = await familysChild(visit);
  if (child === null) return notFound('a child');
  visit.concerns('child', child.id);
  const name = child.givenName;
  return page({
    title: `Ask us to look at what ${name} and you need`,
    section: 'account',
    isPrivate: true,
    before: backLink({ text: 'Your account', href: '/account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<span class="govuk-caption-l">${fullName(child)}</span>
<h1 class="govuk-heading-l">Ask us to look at what ${name} and you need</h1>
<p class="govuk-body">You have the right to ask. You do not need to fit any scheme, and you do not have to explain why.</p>
<p class="govuk-body">A social worker gets to know ${name} and your family, finds out what is hard and what is good, and writes it down with you. You read it, and we keep your own words beside ours. This is called an assessment.</p>
<p class="govuk-body">It is about help. Asking does not mean that you are not a good parent.</p>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'whose',
    label: 'Whose needs should we look at?',
    options: [
      {
        value: 'child-and-family',
        text: `What ${name} and the family need`,
        hint: 'Brothers, sisters and everybody who cares are part of it.',
      },
      {
        value: 'parent-carer',
        text: 'What I need, as a parent who cares',
        hint: 'Your own sleep, health, work and time. In your family, only you can read this one.',
      },
    ],
  })}
${wordsQuestion(visit, {
  field: 'words',
  label: 'Is there anything we should know now? (optional)',
  hint: 'What is hardest, when to call you, how best to talk with your child.',
  rows: 5,
})}
${button({ text: 'Ask for this', preventDoubleClick: true })}`,
)}
<p class="govuk-body">Rather talk? Call ${visit.authority.contact.phone}.</p>
</div></div>`,
  });
}
