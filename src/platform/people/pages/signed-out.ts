import { button } from '#platform/govuk/index.ts';
import { html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';

/** Says that the visitor is signed out; practitioners hear that their council account may still be open. */
export function signedOutPage(visit: Visit): Page {
  const from = visit.query.get('from');
  const isFromCouncil = from === 'council';
  const again = isFromCouncil
    ? '/practitioners/sign-in'
    : from === 'provider'
      ? '/provider/sign-in'
      : '/sign-in';
  return page({
    title: 'You are signed out',
    section: 'none',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-xl">You are signed out</h1>
<p class="govuk-body-l">What you saved is safe.</p>
${isFromCouncil ? html`<p class="govuk-body">You may still be signed in to your council account in this browser. On a computer that others use, sign out of that as well.</p>` : nothing}
${button({ text: 'Sign in again', href: again, classes: 'govuk-button--secondary' })}
<p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  });
}
