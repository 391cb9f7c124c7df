import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { isSixteen } from '../actions/plan-acts.ts';
import { type CaseOfTransition, caseOfTransition, type StandingMilestone } from '../case-of-transition.ts';
import { dayWords, hopesByWords, linesOf, referralWords, stateTag, tooLongWords } from './words.ts';

/** A young person's plan: what they hope for first, then what is due, what is done, and who does it. */
export async function planPage(visit: Visit): Promise<Answer> {
  const found = await caseOfTransition(visit);
  if (found === null) return notFound('a child');
  const { child, tooLong } = found;
  const base = `/practitioners/children/${child.id}/transition`;
  const today = visit.clock.today();
  return page({
    title: `Growing up: ${fullName(child)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: fullName(child) }),
    main: html`${errorsOf(visit)}${visit.query.has('done') && notificationBanner({ type: 'success', text: 'It is written down.' })}
<span class="govuk-caption-l">${fullName(child)}, ${ageOn(child.bornOn, today)}, born ${formatDate(child.bornOn)}</span>
<h1 class="govuk-heading-l">Growing up</h1>
${tooLong.map((one) => insetText({ text: tooLongWords(one) }))}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${hopes(found, base)}
${steps(visit, found, base)}
${adultServices(found, base)}
${ownVoice(found, base, today)}
</div><div class="govuk-grid-column-one-third"><h2 class="govuk-heading-m">By age</h2>
<ul class="govuk-list govuk-list--spaced">${found.milestones.map((one) => milestone(visit, one, base))}</ul></div></div>`,
  });
}

function hopes({ plan }: CaseOfTransition, base: string): Html {
  return html`<h2 class="govuk-heading-m">What they hope for</h2>
${
  plan.hopes === null
    ? html`<p class="govuk-body">Nobody has written it down yet.</p>`
    : html`<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(plan.hopes.words)}</p></blockquote>
<p class="govuk-body-s daybreak-soft">${hopesByWords[plan.hopes.details.by ?? 'somebody-else']}, ${formatDate(dateInEngland(plan.hopes.at))}</p>`
}
<p class="govuk-body"><a class="govuk-link" href="${base}/hopes">Write down what they hope for</a></p>`;
}

function steps(visit: Visit, { plan }: CaseOfTransition, base: string): Html {
  return html`<h2 class="govuk-heading-m">Steps</h2>
${plan.steps.length === 0 && html`<p class="govuk-body">There are no steps yet.</p>`}
${
  plan.steps.length > 0 &&
  html`<ul class="govuk-list daybreak-rows">${plan.steps.map(
    (step) =>
      html`<li><strong>${step.what}</strong><br>${step.who}${step.by !== null && html`, by ${formatDate(step.by)}`} ${
        step.isDone
          ? html`<span class="daybreak-soft">Done</span>`
          : formTo(
              visit,
              html`<input type="hidden" name="of" value="${step.id}">${button({ text: 'Done', classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true, attributes: { 'aria-label': `Done: ${step.what}` } })}`,
              { to: `${base}/step-done` },
            )
      }</li>`,
  )}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${base}/step">Add a step</a></p>`;
}

function adultServices({ plan }: CaseOfTransition, base: string): Html {
  return html`<h2 class="govuk-heading-m">Adult services</h2>
${plan.referrals.length === 0 && html`<p class="govuk-body">No referral yet. The Care Act assessment (section 58) is asked for at 17½.</p>`}
${
  plan.referrals.length > 0 &&
  html`<ol class="daybreak-timeline">${plan.referrals.map((one) => html`<li><strong>${formatDate(dateInEngland(one.at))}</strong><br>${referralWords[one.details.state ?? 'sent']}${one.words !== '' && html`<br>${linesOf(one.words)}`}</li>`)}</ol>`
}
<p class="govuk-body"><a class="govuk-link" href="${base}/referral">Write down where the referral stands</a></p>`;
}

const answers = {
  yes: 'They agree',
  no: 'They do not agree',
  'cannot-say': 'They cannot say it themselves',
} as const;

function ownVoice(found: CaseOfTransition, base: string, today: Temporal.PlainDate): Html {
  const { plan } = found;
  const { consent } = plan;
  if (!isSixteen(found, today))
    return html`<h2 class="govuk-heading-m">Their own voice</h2><p class="govuk-body">From their 16th birthday they speak, and can be paid, for themselves.</p>`;
  return html`<h2 class="govuk-heading-m">Their own voice</h2>
<ul class="govuk-list govuk-list--spaced">
<li>${consent === null ? 'Nobody has asked for their consent yet.' : html`${answers[consent.details.answer ?? 'cannot-say']}, ${formatDate(dateInEngland(consent.at))}. ${linesOf(consent.words)}`} <a class="govuk-link" href="${base}/consent">Write down what they say</a></li>
<li>${plan.ownAccount === null ? html`They have no account of their own. <a class="govuk-link" href="${base}/own-account">Give them one</a>` : html`They have had their own account since ${formatDate(dateInEngland(plan.ownAccount.at))}.`}</li>
<li>${plan.ownPayments === null ? html`Payments go to a parent carer. <a class="govuk-link" href="${base}/own-payments">Note payments in their own name</a>` : html`Payments in their own name: ${linesOf(plan.ownPayments.words)}`}</li></ul>`;
}

function milestone(visit: Visit, one: StandingMilestone, base: string): Html {
  const { rule, state } = one;
  const mayBeDone = rule.kind === 'task' && (state === 'due' || state === 'overdue' || state === 'soon');
  return html`<li><strong>${rule.title}</strong><br>${dayWords(one)}<br>${stateTag(one)}${
    mayBeDone &&
    formTo(
      visit,
      html`<input type="hidden" name="milestone" value="${rule.id}">${button({ text: 'Done', classes: 'govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0', preventDoubleClick: true, attributes: { 'aria-label': `Done: ${rule.title}` } })}`,
      { to: `${base}/done` },
    )
  }</li>`;
}
