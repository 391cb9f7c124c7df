import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, notificationBanner, panel } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { visitorOf } from '../child-visit.ts';
import { relationships } from '../domain/register.ts';
import { householdOfVisitor, type Invitation, invitationsTo } from '../of-child.ts';
import { sends } from './register-pages.ts';

export const relationshipWords: Readonly<Record<(typeof relationships)[number], string>> = {
  mother: 'Mother',
  father: 'Father',
  'step-parent': 'Step-parent',
  grandparent: 'Grandparent',
  'foster-carer': 'Foster carer',
  other: 'Somebody else',
};

const told: Readonly<Record<string, string>> = {
  invited: 'We sent an email with a code. Tell them to look for it.',
  'taken-back': 'The invitation no longer works.',
};

/** Who shares a family's account, and inviting another parent. */
export async function familyPage(visit: Visit): Promise<Page> {
  const household = await householdOfVisitor(visit, visitorOf(visit));
  const words = told[visit.query.get('done') ?? ''];
  return page({
    title: 'Who shares this account',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: html`${errorsOf(visit)}${words !== undefined && notificationBanner({ type: 'success', text: words })}
<h1 class="govuk-heading-l">Who shares this account</h1>
${
  household === null
    ? html`<p class="govuk-body">When you have sent your first application, you can invite another parent here.</p><p class="govuk-body">Did you get a code by email? <a class="govuk-link" href="/account/join">Type it in</a></p>`
    : html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><ul class="daybreak-rows">${household.parentCarers.map((carer) => html`<li><strong>${carer.name}</strong><br><span class="daybreak-soft">${carer.personId === null ? 'Does not sign in here' : 'Signs in here'}</span></li>`)}</ul>
${waiting(visit, await invitationsTo(visit, { householdId: household.id }))}
${invite(visit)}</div></div>`
}`,
  });
}

function waiting(visit: Visit, invitations: readonly Invitation[]): Html {
  if (invitations.length === 0) return nothing;
  return html`<h2 class="govuk-heading-m">Invited</h2>${invitations.map((one) =>
    formTo(
      visit,
      html`${sends('take-back')}<input type="hidden" name="invitation" value="${one.id}"><p class="govuk-body"><strong>${one.name}</strong>, <span class="daybreak-break">${one.email}</span><br><span class="daybreak-soft">${one.acceptedBy === null ? html`The code works until ${formatDate(dateInEngland(one.expiresAt))}` : 'The code was used. We look at it and let them in.'}</span></p>${button({ text: `Take back the invitation of ${one.name}`, classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    ),
  )}`;
}

function invite(visit: Visit): Html {
  return html`<h2 class="govuk-heading-m">Invite another parent</h2>
<p class="govuk-body">They will see all that you see here: your address, your child’s needs, what you asked for. We send them a code by email.</p>
<p class="govuk-body">Is it not safe that somebody sees this? Do not invite them, and call us on ${visit.authority.contact.phone}.</p>
${formTo(
  visit,
  html`${sends('invite')}${lineQuestion(visit, { field: 'name', label: 'Their name' })}
${lineQuestion(visit, { field: 'email', label: 'Their email address', type: 'email' })}
${choiceQuestion(visit, { field: 'relationship', label: 'Who are they to your child?', options: relationships.map((value) => ({ value, text: relationshipWords[value] })) })}
${choiceQuestion(visit, {
  field: 'responsibility',
  label: 'Do they have parental responsibility?',
  hint: 'By law they may decide for the child. If yes, we check it before they see anything.',
  isInline: true,
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${button({ text: 'Send the invitation', preventDoubleClick: true })}`,
)}`;
}

/** Where an invited parent types the code in. */
export function joinPage(visit: Visit): Page {
  const isWaiting = visit.query.get('done') === 'waiting';
  return page({
    title: 'Join your family’s account',
    section: 'account',
    isPrivate: true,
    before: backLink({ href: '/account', text: 'Your account' }),
    main: isWaiting
      ? html`${panel({ titleText: 'Thank you', text: 'We check this and let you know' })}<p class="govuk-body">An officer looks at it before you see anything. We send you an email.</p>`
      : html`${errorsOf(visit)}<h1 class="govuk-heading-l">Join your family’s account</h1>
<p class="govuk-body-l">Type the code from our email.</p>
${formTo(visit, html`${lineQuestion(visit, { field: 'code', label: 'Code', hint: 'It looks like PC-7K3P-9QXM.', width: 20 })}${button({ text: 'Join', preventDoubleClick: true })}`)}`,
  });
}
