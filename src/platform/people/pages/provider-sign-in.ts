import { button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html, nothing } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { thenOf, withThen } from '../sign-in.ts';
import { linkMinutes } from '../sign-in-links.ts';
import { personaChoice } from './persona-choice.ts';
import { signedInAlready } from './signed-in-already.ts';
import { callUs } from './talk-to-us.ts';

/** Where the people of providers sign in, by a link to the address that the council has invited. */
export function providerSignInPage(visit: Visit): Page {
  return page({
    title: 'Sign in to your listings',
    section: 'listings',
    isPrivate: true,
    main: html`${errorsOf(visit)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Sign in to your listings</h1>
${signedInAlready(visit, 'provider')}
<p class="govuk-body-l">For people who run a short break that families find here. We send you an email with a link. You do not need a password.</p>
${formTo(
  visit,
  html`<input type="hidden" name="then" value="${thenOf(visit) ?? ''}">
${lineQuestion(visit, { field: 'email', label: 'Your email address', hint: 'The one that the council has invited.', type: 'email', autocomplete: 'email' })}
${button({ text: 'Send me a link', preventDoubleClick: true })}`,
)}
<p class="govuk-body">Not invited yet, or a new address? Please ${callUs(visit)}.</p>
<p class="govuk-body">Are you a parent or carer? <a class="govuk-link" href="/sign-in">Sign in with your email address</a></p>
</div></div>
${personaChoice(visit, 'provider')}`,
  });
}

/** What to do once the link is on its way. It says the same to everybody, invited or not. */
export function providerCheckYourEmailPage(visit: Visit): Page {
  return page({
    title: 'Check your email',
    section: 'listings',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Check your email</h1>
<p class="govuk-body-l">If the council has invited this address, a link is on its way. Open it to sign in.</p>
<p class="govuk-body">The link works for ${linkMinutes} minutes, and once.</p>
${
  visit.isDemonstration && visit.isFromThisMachine
    ? html`<div class="daybreak-panel"><p class="govuk-body">This is a demonstration. Messages wait in its <a class="govuk-link" href="/demonstration/outbox">outbox</a>: open the link there.</p></div>`
    : nothing
}
<h2 class="govuk-heading-m">If it does not come</h2>
<p class="govuk-body">Look in your junk or spam folder. Check the address for slips and <a class="govuk-link" href="${withThen('/provider/sign-in', thenOf(visit))}">ask for another link</a>. Perhaps the council knows you by another address, or has not invited you yet: ${callUs(visit)}.</p>
</div></div>`,
  });
}
