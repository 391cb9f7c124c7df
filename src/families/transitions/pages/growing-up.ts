import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { caseOfTransition, type StandingMilestone } from '../case-of-transition.ts';
import { hopesFields } from './plan-forms.ts';
import { linesOf } from './words.ts';

/** What comes while a child grows up, for the family and the young person themselves. */
export async function growingUpPage(visit: Visit): Promise<Answer> {
  const found = await caseOfTransition(visit);
  if (found === null) return notFound('a child');
  const { child, plan, tooLong } = found;
  const isOwn = plan.ownAccount?.details.personId === visit.person?.id;
  const name = isOwn ? 'You are growing up' : `${child.givenName} is growing up`;
  return page({
    title: name,
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
${visit.query.get('said') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. We have your words.' })}
<span class="govuk-caption-l">${fullName(child)}</span>
<h1 class="govuk-heading-l">${name}</h1>
<p class="govuk-body-l">Being grown up brings other help. This is what happens, and when.</p>
${tooLong.map(({ day }) => insetText({ text: `Something that you have now ends because of age on ${formatDate(day)}. We talk with you about what comes after. You can call us on ${visit.authority.contact.phone}.` }))}
<ol class="daybreak-timeline">${found.milestones.map((one) => milestone(one, isOwn))}</ol>
<h2 class="govuk-heading-m">${isOwn ? 'What you hope for' : `What ${child.givenName} hopes for`}</h2>
${
  plan.hopes !== null &&
  html`<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(plan.hopes.words)}</p></blockquote><p class="govuk-body-s daybreak-soft">${formatDate(dateInEngland(plan.hopes.at))}</p>`
}
${formTo(visit, html`${hopesFields(visit)}${button({ text: 'Send the words', preventDoubleClick: true })}`, { to: `/account/children/${child.id}/growing-up` })}
${
  plan.steps.length > 0 &&
  html`<h2 class="govuk-heading-m">What we do</h2><ul class="govuk-list daybreak-rows">${plan.steps.map((step) => html`<li><strong>${step.what}</strong><br>${step.who}${step.by !== null && html`, by ${formatDate(step.by)}`}${step.isDone && html` <span class="daybreak-soft">Done</span>`}</li>`)}</ul>`
}
</div></div>`,
  });
}

function milestone({ rule, day, state }: StandingMilestone, isOwn: boolean): Html {
  const words = isOwn ? rule.forYoungPerson : rule.forFamily;
  return html`<li><strong>${formatDate(day)}</strong>${state === 'done' && html` <span class="daybreak-soft">Done</span>`}<br>${words}</li>`;
}
