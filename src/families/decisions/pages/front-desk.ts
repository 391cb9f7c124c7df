import { html } from '#platform/web/html.ts';
import { type Answer, page, redirect, type Visit } from '#platform/web/visit.ts';
import { officerRole } from '../policy.ts';
import { queuePage } from './queue-page.ts';

const budgetRoles = ['commissioner', 'finance-officer'];

/** Where a practitioner begins: the queue for an officer, the budget for who follows it, a plain word for the rest. */
export async function frontDesk(visit: Visit): Promise<Answer> {
  const roles = visit.person?.roles ?? [];
  if (roles.includes(officerRole)) return queuePage(visit);
  if (budgetRoles.some((role) => roles.includes(role))) return redirect('/practitioners/budget');
  return page({
    title: 'Nothing here for your role yet',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">Nothing here for your role yet</h1>
<p class="govuk-body">You are signed in. Cases are for short breaks officers, and the budget is for commissioners and finance officers.</p>
<p class="govuk-body">If one of these is your work, ask whoever looks after sign-in to add the role. You can always <a class="govuk-link" href="/find">find a short break</a> for a family.</p>`,
  });
}
