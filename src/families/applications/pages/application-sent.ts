import { formatDate } from '#kernel/local-date.ts';
import { panel } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import {
  type Answer,
  notFound,
  type Page,
  page,
  redirect,
  signedIn,
  type Visit,
} from '#platform/web/visit.ts';
import { applicationOf } from '../actions/signed-in.ts';
import type { Application } from '../domain/application.ts';
import { type ProxyRecord, proxySentOf, sentTogether } from '../own-applications.ts';
import { childNameOf } from './application-words.ts';

/** The application has arrived: its reference, and what happens next. */
export async function applicationSentPage(visit: Visit): Promise<Answer> {
  const forOthers = await proxySentOf(visit);
  if (forOthers !== null && forOthers.kind !== 'young-person') return sentForOthers(visit, forOthers);
  const application = await applicationOf(visit);
  if (application === null) return notFound();
  if (application.state === 'draft') return redirect(`/apply/${application.id}`);
  if (application.state !== 'sent') return redirect(`/account/applications/${application.id}`);
  const all = await sentTogether(visit, application);
  return page({
    title: all.length === 1 ? 'Application sent' : 'Applications sent',
    section: 'apply',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({
  titleText: all.length === 1 ? 'Application sent' : 'Applications sent',
  html:
    all.length === 1
      ? html`Your reference<br><strong>${application.reference}</strong>`
      : html`Your references<br>${all.map((one) => html`${childNameOf(one)} <strong>${one.reference}</strong><br>`)}`,
})}
<p class="govuk-body-l">Thank you. You have done your part.</p>
<p class="govuk-body">We have sent an email with ${all.length === 1 ? 'this reference' : 'each reference'} to ${signedIn(visit).email}.</p>
<h2 class="govuk-heading-m">What happens next</h2>
${whatNext(application, all.length)}
${all.map(laterLetter)}
${all.map((one) => html`<p class="govuk-body"><a class="govuk-link" href="/account/applications/${one.id}">${all.length === 1 ? 'See where your application stands' : `See where the application for ${childNameOf(one)} stands`}</a></p>`)}
<h2 class="govuk-heading-m">While you wait</h2>
<p class="govuk-body"><a class="govuk-link" href="/find">Find a short break near you</a>. Many cost nothing.</p>
<p class="govuk-body">If things get too hard, do not wait for us: <a class="govuk-link" href="/help-now">get help now</a>.</p>
</div></div>`,
  });
}

function whatNext(application: Application, count: number): Html {
  const by =
    application.dueOn === null ? 'We decide' : `We aim to decide by ${formatDate(application.dueOn)}`;
  if (application.isUnchanged)
    return html`<p class="govuk-body">Nothing has changed, so there is little to read. ${by}, often much sooner.</p>`;
  return html`<ol class="govuk-list govuk-list--number">
<li>Somebody reads what you told us about ${count === 1 ? (application.answers.child?.givenName ?? 'your child') : 'each child'}.</li>
<li>If something is missing, we send you an email.</li>
<li>${by}, and tell you why.</li>
</ol>`;
}

function laterLetter({ id, answers }: Application): Html | false {
  if (answers.letters?.sendsLater !== true) return false;
  return html`<p class="govuk-body">When you have the letter${answers.child !== undefined && ` for ${answers.child.givenName}`}, <a class="govuk-link" href="/account/applications/${id}#more">send it here</a>.</p>`;
}

/** Whoever applied for a family learns that it has arrived. Everything else goes to the family. */
function sentForOthers(visit: Visit, record: ProxyRecord): Page {
  const isPractitioner = visit.person?.kind === 'practitioner';
  return page({
    title: 'Application sent',
    section: isPractitioner ? 'practitioners' : 'apply',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${panel({ titleText: 'Application sent', html: html`Its reference<br><strong>${record.reference}</strong>` })}
<p class="govuk-body-l">Thank you. The application for ${record.childName} has arrived.</p>
<p class="govuk-body">We have written to the family. They can see what you wrote, change it with us, or stop it. From now on we write to them, and not to you.</p>
<p class="govuk-body"><a class="govuk-link" href="${isPractitioner ? '/practitioners' : '/apply'}">${isPractitioner ? 'Back to your work' : 'Back to applying'}</a></p>
</div></div>`,
  });
}
