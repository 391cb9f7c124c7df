import { formatDate } from '#kernel/local-date.ts';
import { panel } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, redirect, type Visit } from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';

/** The application has arrived: its reference, and what happens next. */
export async function applicationSentPage(visit: Visit): Promise<Answer> {
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state === 'draft') return redirect(`/apply/${application.id}`);
  const { child } = application.answers;
  return page({
    title: 'Application sent',
    section: 'apply',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: 'Application sent', html: html`Your reference<br><strong>${application.reference}</strong>` })}
<p class="govuk-body-l">Thank you. That is the hard part done.</p>
<p class="govuk-body">We have sent you an email with this reference.</p>
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number">
<li>Somebody reads what you told us about ${child?.givenName ?? 'your child'}.</li>
<li>If something is missing, we write to you.</li>
<li>${application.dueOn === null ? 'We decide' : `We aim to decide by ${formatDate(application.dueOn)}`}, and tell you why.</li>
</ol>
<p class="govuk-body"><a class="govuk-link" href="/account/applications/${application.id}">See where your application stands</a></p>
<p class="govuk-body">While you wait: <a class="govuk-link" href="/find">find a short break near you</a>. Many cost nothing.</p>
<p class="govuk-body">If things get too hard before we answer, do not wait for us: <a class="govuk-link" href="/help-now">get help now</a>.</p>
</div></div>`,
  });
}
