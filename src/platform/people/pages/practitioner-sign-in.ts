import type { Refusal } from '#kernel/refusal.ts';
import { button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { thenOf, withThen } from '../sign-in.ts';
import { personaChoice } from './persona-choice.ts';
import { signedInAlready } from './signed-in-already.ts';

/** Where practitioners sign in: with their council's own account. */
export function practitionerSignInPage(visit: Visit): Page {
  const start = withThen('/practitioners/sign-in/start', thenOf(visit));
  return shown('Sign in to work', {
    status: 200,
    main: html`<h1 class="govuk-heading-xl">Sign in to work</h1>
${signedInAlready(visit, 'practitioner')}
<p class="govuk-body-l">For people who work for ${visit.authority.name}.</p>
${
  visit.hasCouncilSignIn
    ? html`${button({ text: 'Sign in with your council account', href: start })}`
    : html`<p class="govuk-body">Signing in with a council account is not set up here.</p>`
}
<p class="govuk-body">Are you a parent or carer? <a class="govuk-link" href="/sign-in">Sign in with your email address</a></p>`,
    after: personaChoice(visit, 'practitioner'),
  });
}

const titles: Readonly<Record<string, string>> = {
  'sign-in-service-away': 'Your council’s sign-in does not answer',
  'sign-in-misconfigured': 'Your council’s sign-in does not know this service',
  'sign-in-cancelled': 'You have not signed in',
  'no-role': 'You have no role here',
  'account-closed': 'Your account here is closed',
};

/** Says why signing in did not end well, and what to do. */
export function signInFailedPage(visit: Visit, why: Refusal, then: string | null): Page {
  const title = titles[why.code] ?? 'We could not sign you in';
  const isAway = why.code === 'sign-in-service-away' || why.code === 'sign-in-misconfigured';
  const isNotAllowed = why.code === 'no-role' || why.code === 'account-closed';
  return shown(title, {
    status: isAway ? 503 : isNotAllowed ? 403 : 400,
    main: html`<h1 class="govuk-heading-xl">${title}</h1>
<p class="govuk-body-l">${why.message}</p>
${button({ text: 'Try again', href: withThen('/practitioners/sign-in', then) })}
<p class="govuk-body">If it happens again, tell the people who look after computers at your council this code: <strong>${visit.requestId.slice(0, 8)}</strong></p>`,
  });
}

function shown(
  title: string,
  content: { readonly status: number; readonly main: Html; readonly after?: Html },
): Page {
  return page({
    title,
    section: 'practitioners',
    isPrivate: true,
    status: content.status,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content.main}</div></div>${content.after}`,
  });
}
