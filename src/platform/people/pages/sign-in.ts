import { button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { thenOf, withThen } from '../sign-in.ts';
import { personaChoice } from './persona-choice.ts';
import { signedInAlready } from './signed-in-already.ts';
import { callUs } from './talk-to-us.ts';

/** Where families sign in: one field, and no password to remember. */
export function signInPage(visit: Visit): Page {
  const then = thenOf(visit);
  return page({
    title: 'Sign in or start',
    section: 'account',
    main: html`${errorsOf(visit)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Sign in or start</h1>
${signedInAlready(visit, 'family')}
<p class="govuk-body-l">We send you an email with a link. Open the link and you are in. You do not need a password.</p>
${formTo(
  visit,
  html`<input type="hidden" name="then" value="${then ?? ''}">
${lineQuestion(visit, { field: 'email', label: 'Your email address', hint: 'If you are new, this makes your account.', type: 'email', autocomplete: 'email' })}
${button({ text: 'Send me a link', preventDoubleClick: true })}`,
)}
<p class="govuk-body">No email address, or a new one? Please ${callUs(visit)}.</p>
<p class="govuk-body">Do you work for the council? <a class="govuk-link" href="${withThen('/practitioners/sign-in', null)}">Sign in with your council account</a></p>
<p class="govuk-body">Do you run a club or another short break? <a class="govuk-link" href="/provider/sign-in">Sign in to your listings</a></p>
</div></div>
${personaChoice(visit, 'family')}`,
  });
}
