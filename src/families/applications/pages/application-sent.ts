import { formatDate } from '#kernel/local-date.ts';
import { panel } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf, signedIn } from '../actions/signed-in.ts';

/** The application has arrived: its reference, and what happens next. */
export async function applicationSentPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state === 'draft') return redirect(`/apply/${application.id}`);
  if (application.state !== 'sent') return redirect(`/account/applications/${application.id}`);
  const { child, letters } = application.answers;
  const address = `/account/applications/${application.id}`;
  return page({
    title: 'Application sent',
    section: 'apply',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: 'Application sent', html: html`Your reference<br><strong>${application.reference}</strong>` })}
<p class="govuk-body-l">Thank you. You have done your part.</p>
<p class="govuk-body">We have sent an email with this reference to ${signedIn(visit).email}.</p>
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number">
<li>Somebody reads what you told us about ${child?.givenName ?? 'your child'}.</li>
<li>If something is missing, we send you an email.</li>
<li>${application.dueOn === null ? 'We decide' : `We aim to decide by ${formatDate(application.dueOn)}`}, and tell you why.</li>
</ol>
${letters?.sendsLater === true && html`<p class="govuk-body">When you have the letter, <a class="govuk-link" href="${address}#more">send it here</a>.</p>`}
<p class="govuk-body"><a class="govuk-link" href="${address}">See where your application stands</a></p>
<h2 class="govuk-heading-m">While you wait</h2>
<p class="govuk-body"><a class="govuk-link" href="/find">Find a short break near you</a>. Many cost nothing.</p>
<p class="govuk-body">If things get too hard, do not wait for us: <a class="govuk-link" href="/help-now">get help now</a>.</p>
</div></div>`,
  });
}
