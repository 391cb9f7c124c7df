import { html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { thenOf, withThen } from '../sign-in.ts';
import { linkMinutes } from '../sign-in-links.ts';
import { callUs } from './talk-to-us.ts';

/** What to do once the link is on its way. It says the same to everybody. */
export function checkYourEmailPage(visit: Visit): Page {
  const again = withThen('/sign-in', thenOf(visit));
  return page({
    title: 'Check your email',
    section: 'account',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Check your email</h1>
<p class="govuk-body-l">We have sent you a link. Open it to sign in.</p>
<ul class="govuk-list govuk-list--bullet">
<li>The link works for ${linkMinutes} minutes, and once.</li>
<li>You can open it on this device or on another one.</li>
<li>It can take a minute or two to come.</li>
</ul>
${
  visit.isDemonstration && visit.isFromThisMachine
    ? html`<div class="daybreak-panel"><p class="govuk-body">This is a demonstration. Messages wait in its <a class="govuk-link" href="/demonstration/outbox">outbox</a>: open the link there.</p></div>`
    : nothing
}
<h2 class="govuk-heading-m">If it does not come</h2>
<p class="govuk-body">Look in your junk or spam folder. Check the address for slips and <a class="govuk-link" href="${again}">ask for another link</a>. Or ${callUs(visit)}.</p>
</div></div>`,
  });
}
