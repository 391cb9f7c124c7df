import { button } from '#platform/govuk/index.ts';
import { csrfField, errorsOf } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { firstPageOf } from '../sign-in.ts';
import { signInLinkState } from '../sign-in-links.ts';
import { callUs } from './talk-to-us.ts';

/** The page behind a sign-in link. Opening it uses nothing up; pressing its button does. */
export async function signInLinkPage(visit: Visit): Promise<Page> {
  const state = await signInLinkState(visit.transaction, {
    authorityId: visit.authority.id,
    token: visit.params.token ?? '',
    at: visit.clock.now(),
  });
  if (state !== 'open') return linkSpentPage(visit, state);
  // Without the token by which a form sent twice gets its first answer again: that answer could not sign in.
  return linkPage('Sign in', {
    status: 200,
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl">You are nearly there</h1>
<p class="govuk-body-l">Press the button to sign in to ${visit.authority.service}.</p>
<form method="post" action="${visit.path}" novalidate>
<input type="hidden" name="${csrfField}" value="${visit.csrfToken}">
${button({ text: 'Sign in', preventDoubleClick: true })}
</form>
<p class="govuk-body">You did not ask for this? Then close this page. Nothing happens.</p>`,
  });
}

const spent = {
  used: {
    title: 'This link has been used',
    words: 'Each link works once, so that nobody else can use it after you.',
  },
  'too-old': {
    title: 'This link is too old',
    words: 'Links work for a short time only, so that nobody finds one later and uses it.',
  },
  unknown: {
    title: 'This link does not work',
    words: 'It may be cut off at the end, or an old one. If you copied it, copy the whole of it.',
  },
} as const;

/** Says that a link is used, too old or not known, and how to get another. */
export function linkSpentPage(visit: Visit, state: 'open' | keyof typeof spent): Page {
  const said = spent[state === 'open' ? 'unknown' : state];
  const { person } = visit;
  const isProviders = visit.path.startsWith('/provider/');
  const isIn = person !== null && person.kind === (isProviders ? 'provider' : 'family');
  const own = firstPageOf[isProviders ? 'provider' : 'family'];
  return linkPage(said.title, {
    status: 410,
    main: html`<h1 class="govuk-heading-xl">${said.title}</h1>
<p class="govuk-body-l">${said.words}</p>
${
  isIn
    ? html`<p class="govuk-body govuk-!-text-break-word">You are signed in already as ${person.name}. <a class="govuk-link" href="${own}">${isProviders ? 'Go to your listings' : 'Go to your account'}</a></p>`
    : html`<p class="govuk-body">Did you press the button just now? Then <a class="govuk-link" href="${own}">see whether you are signed in</a>.</p>${button({ text: 'Send me another link', href: isProviders ? '/provider/sign-in' : '/sign-in' })}`
}`,
  });
}

/** For an account that the council has closed. */
export function accountClosedPage(visit: Visit): Page {
  return linkPage('This account is closed', {
    status: 403,
    main: html`<h1 class="govuk-heading-xl">This account is closed</h1>
<p class="govuk-body-l">You cannot sign in with it. To ask why, or to open it again, ${callUs(visit)}.</p>`,
  });
}

function linkPage(title: string, shown: { readonly status: number; readonly main: Html }): Page {
  return page({
    title,
    section: 'account',
    isPrivate: true,
    status: shown.status,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${shown.main}</div></div>`,
  });
}
