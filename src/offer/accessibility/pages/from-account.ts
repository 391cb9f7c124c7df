import { childrenOf, householdOfPerson, needsProfileOf, onceEach } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { backLink } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  signedIn,
  type Visit,
} from '#platform/web/visit.ts';
import { needsOf } from '../domain/child-description.ts';
import { needsOfProfile } from '../domain/needs-of-profile.ts';
import { privacySentence } from './describe-your-child.ts';
import { needsForm } from './needs-form.ts';

const back = backLink({ text: 'Back', href: '/describe-your-child' });

async function ownChildren(visit: Visit) {
  const authorityId = visit.authority.id;
  const household = await householdOfPerson(visit.transaction, {
    authorityId,
    personId: signedIn(visit).id,
  });
  return household === null
    ? []
    : onceEach(await childrenOf(visit.transaction, { authorityId, householdId: household.id }));
}

/** Which of a family's children to begin with; where there is one, straight on to that one. */
export async function fromAccountPage(visit: Visit): Promise<Page | Redirect> {
  const children = await ownChildren(visit);
  const [first] = children;
  if (first !== undefined && children.length === 1)
    return redirect(`/describe-your-child/from-account/${first.id}`);
  return page({
    title: 'Which child?',
    section: 'find',
    isPrivate: true,
    before: back,
    main: html`<h1 class="govuk-heading-l">${children.length === 0 ? 'We know no child of yours yet' : 'Which child are you looking for?'}</h1>
${
  children.length === 0
    ? html`<p class="govuk-body">Your account has no child yet. <a class="govuk-link" href="/describe-your-child">Describe your child here</a> instead.</p>`
    : html`<ul class="daybreak-cards">${children.map(
        (child) =>
          html`<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/describe-your-child/from-account/${child.id}">${child.givenName}</a></h2><p>Start from what you have told us.</p></li>`,
      )}</ul>`
}`,
  });
}

/** The form, filled in from what the register holds of one child. Nothing is kept in the browser before it is sent. */
export async function fromChildPage(visit: Visit): Promise<Page | NotFound> {
  const childId = visit.params.child ?? '';
  const child = isId(childId) ? (await ownChildren(visit)).find(({ id }) => id === childId) : undefined;
  if (child === undefined) return notFound('this child');
  const { transaction, authority, clock } = visit;
  const profile = await needsProfileOf(transaction, { authorityId: authority.id, childId });
  const age = child.bornOn.until(clock.today(), { largestUnit: 'year' }).years;
  const described = { age: age >= 0 && age <= 25 ? age : null, needs: needsOfProfile(profile), likes: [] };
  visit.concerns('child', child.id);
  return page({
    title: 'Start from what you told us',
    section: 'find',
    isPrivate: true,
    before: back,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Looking for ${child.givenName}</h1>
<p class="govuk-body-l">${needsOf(described).length === 0 ? 'You have not told us yet what they need. Choose it here.' : 'We have chosen what you told us before. Change what you like.'}</p>
<p class="govuk-body">Nothing is copied until you press the button below. Nothing changes in your account.</p>
${privacySentence}
${needsForm(visit, described)}
</div></div>`,
  });
}
