import { formatDate } from '#kernel/local-date.ts';
import { button, details } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit } from '../child-visit.ts';
import { type Child, type Household, relationships } from '../domain/register.ts';
import {
  accountsOfChild,
  invitationsTo,
  mainHomeOf,
  otherHomesOfChild,
  professionalsOfChild,
} from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { relationshipWords } from './family-pages.ts';
import { cameBack, sends } from './register-pages.ts';

const save = (text: string) => button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true });

/** The people around a child: who cares, who has an account, who works with the child, where else it lives. */
export async function peoplePage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  const household = await mainHomeOf(visit, child);
  if (household === null) return notFound('a child');
  return childPage(visit, child, {
    title: 'People',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/practitioners/children/${child.id}/limits">Limits on contact, court orders, and children to keep apart</a></p>
${await invitations(visit, child)}
<h2 class="govuk-heading-m">Parent carers</h2>${carers(visit, household)}
${await accounts(visit, child)}
<h2 class="govuk-heading-m">Another home</h2>${await homes(visit, child)}
<h2 class="govuk-heading-m">Who works with the child</h2>${await professionals(visit, child)}
</div></div>`,
  });
}

async function invitations(visit: Visit, child: Child): Promise<Html> {
  const waiting = (await invitationsTo(visit, child)).filter(({ acceptedBy }) => acceptedBy !== null);
  return html`${waiting.map((one) =>
    formTo(
      visit,
      html`${sends('settle-invitation')}<input type="hidden" name="invitation" value="${one.id}"><div class="daybreak-panel"><h2 class="govuk-heading-m">${one.name} asks to share the account</h2>
<p class="govuk-body">Invited as ${one.relationship.replaceAll('-', ' ')}, signed in as <span class="daybreak-break">${one.email}</span>.${one.claimsResponsibility && html` <strong>Parental responsibility is claimed: see proof of it first</strong> (birth certificate, order or agreement).`}</p>
${choiceQuestion(visit, {
  field: 'outcome',
  label: 'May they see the child’s records and address?',
  options: [
    { value: 'joined', text: 'Yes, I have checked it' },
    {
      value: 'refused',
      text: 'No',
      conditional: lineQuestion(visit, { field: 'reason', label: 'Why not (for the record)' }),
    },
  ],
})}${save('Save')}</div>`,
    ),
  )}`;
}

function carers(visit: Visit, household: Household): Html {
  return html`<ul class="daybreak-rows">${household.parentCarers.map(
    (
      carer,
    ) => html`<li><strong>${carer.name}</strong>, ${carer.relationship.replaceAll('-', ' ')}. ${carer.hasParentalResponsibility ? 'Parental responsibility.' : 'Parental responsibility not confirmed.'}
${formTo(visit, html`${sends('responsibility')}<input type="hidden" name="carer" value="${carer.id}"><input type="hidden" name="has" value="${carer.hasParentalResponsibility ? 'no' : 'yes'}"><button class="daybreak-link-button" type="submit">${carer.hasParentalResponsibility ? `${carer.name} does not hold it` : `I have seen proof: ${carer.name} holds parental responsibility`}</button>`)}</li>`,
  )}</ul>`;
}

async function accounts(visit: Visit, child: Child): Promise<Html> {
  const all = await accountsOfChild(visit, child);
  return html`<h2 class="govuk-heading-m">Accounts</h2><ul class="daybreak-rows">${all.map((one) => html`<li>${one.name}, <span class="daybreak-break">${one.email}</span></li>`)}</ul>
${details({
  summaryText: 'Link another parent’s account',
  open: cameBack(visit, 'link-account'),
  html: formTo(
    visit,
    html`${sends('link-account')}<p class="govuk-body">Only after you have checked who they are. They must have signed in once with this address. It is never done by likeness of names.</p>
${lineQuestion(visit, { field: 'name', label: 'Name' })}${lineQuestion(visit, { field: 'email', label: 'Email address that they sign in with', type: 'email' })}
${choiceQuestion(visit, { field: 'relationship', label: 'Relationship', options: relationships.map((value) => ({ value, text: relationshipWords[value] })) })}
${choiceQuestion(visit, {
  field: 'responsibility',
  label: 'Parental responsibility',
  isInline: true,
  options: [
    { value: 'yes', text: 'Yes, proof seen' },
    { value: 'no', text: 'No' },
  ],
})}
${lineQuestion(visit, { field: 'checked', label: 'How you checked it' })}${save('Link the account')}`,
  ),
})}`;
}

async function homes(visit: Visit, child: Child): Promise<Html> {
  const all = await otherHomesOfChild(visit, child);
  const list = all.map(
    (one) =>
      html`<li>${one.people.join(', ')}: ${one.address.line1}, ${one.address.town}, ${one.address.postcode}, since ${formatDate(one.fromOn)}${formTo(visit, html`${sends('end-home')}<input type="hidden" name="home" value="${one.id}"><button class="daybreak-link-button" type="submit">The child no longer lives there</button>`)}</li>`,
  );
  return html`${list.length > 0 && html`<ul class="daybreak-rows">${list}</ul>`}
${details({
  summaryText: 'The parents live apart: add the other home',
  open: cameBack(visit, 'add-home'),
  html: formTo(
    visit,
    html`${sends('add-home')}<p class="govuk-body">The household of the other parent’s account. From there the child’s record is read, and neither home sees the other’s address.</p>
${lineQuestion(visit, { field: 'homeEmail', label: 'Email address of the other parent', type: 'email' })}
${dateQuestion(visit, { field: 'homeFrom', label: 'Since', savedDate: visit.clock.today() })}${save('Add the other home')}`,
  ),
})}`;
}

async function professionals(visit: Visit, child: Child): Promise<Html> {
  const all = await professionalsOfChild(visit, child);
  const span = (since: Temporal.PlainDate | null, until: Temporal.PlainDate | null) =>
    html`${since !== null && html`, since ${formatDate(since)}`}${until !== null && html`, until ${formatDate(until)}`}`;
  return html`${all.length > 0 ? html`<ul class="daybreak-rows">${all.map((one) => html`<li><strong>${one.name}</strong>, ${one.role}, ${one.organisation}${span(one.sinceOn, one.untilOn)}${one.contact !== '' && html`<br><span class="daybreak-break">${one.contact}</span>`}${one.untilOn === null && formTo(visit, html`${sends('end-professional')}<input type="hidden" name="professional" value="${one.id}"><button class="daybreak-link-button" type="submit">${one.name} no longer works with the child</button>`)}</li>`)}</ul>` : nothing}
${details({
  summaryText: 'Add somebody',
  open: cameBack(visit, 'add-professional'),
  html: formTo(
    visit,
    html`${sends('add-professional')}${lineQuestion(visit, { field: 'professionalName', label: 'Name' })}${lineQuestion(visit, { field: 'role', label: 'Role', hint: 'For example, “paediatrician”.' })}${lineQuestion(visit, { field: 'organisation', label: 'Organisation' })}${wordsQuestion(visit, { field: 'contact', label: 'Telephone or email', rows: 2 })}${dateQuestion(visit, { field: 'since', label: 'Since (optional)' })}${save('Add')}`,
  ),
})}`;
}
