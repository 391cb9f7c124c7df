import { type Child, fullName, householdOfPerson } from '#families/register/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Application } from '../domain/application.ts';
import type { OpenOffer } from '../offers.ts';
import { ownApplications } from '../own-applications.ts';
import { childNameOf, stateMark } from './application-words.ts';

/** What the family has begun, and each child it has told us about, with what can be done for them. */
export async function yourChildren(
  visit: Visit,
  offers: readonly OpenOffer[],
): Promise<{ readonly panel: Html; readonly hasSome: boolean }> {
  const applications = await ownApplications(visit);
  const household = await householdOfPerson(visit.transaction, {
    authorityId: visit.authority.id,
    personId: visit.person?.id ?? '',
  });
  const drafts = applications.filter((application) => application.state === 'draft');
  const children = (household?.children ?? []).filter(
    (child) => offers.length > 1 || !drafts.some((draft) => draft.answers.child?.childId === child.id),
  );
  const hasSome = drafts.length + children.length > 0;
  if (!hasSome) return { panel: nothing, hasSome };
  const panel = html`<div class="daybreak-panel">
${
  drafts.length > 0 &&
  html`<h2 class="govuk-heading-m">Go on where you stopped</h2>
<ul class="govuk-list govuk-list--spaced">${drafts.map((draft) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/apply/${draft.id}">${childNameOf(draft)}</a><br><span class="daybreak-soft">Reference ${draft.reference}</span></li>`)}</ul>`
}
${
  children.length > 0 &&
  html`<h2 class="govuk-heading-m">Your children</h2>
${children.map((child) => offers.map((offer) => childLine(visit, { child, offer, hasSeveral: offers.length > 1 }, applications)))}`
}</div>`;
  return { panel, hasSome };
}

type Line = { readonly child: Child; readonly offer: OpenOffer; readonly hasSeveral: boolean };

function childLine(
  visit: Visit,
  { child, offer: { scheme }, hasSeveral }: Line,
  applications: readonly Application[],
): Html {
  const year = financialYearOf(visit.clock.today()).name;
  const under = applications.filter((one) => one.childId === child.id && one.schemeId === scheme.id);
  const own = under.find((one) => one.grantYear === year);
  const forWhat = hasSeveral && `: ${scheme.name}`;
  if (own !== undefined)
    return html`<p class="govuk-body"><a class="govuk-link govuk-!-font-weight-bold" href="/account/applications/${own.id}">${fullName(child)}${forWhat}</a> ${stateMark(own)}</p>`;
  const isRenewal = under.length > 0;
  const said = isRenewal
    ? 'Your answers from last time are in the form already.'
    : 'Not asked for this year.';
  return html`<p class="govuk-body govuk-!-margin-bottom-2"><strong>${fullName(child)}${forWhat}</strong><br>${said}</p>
${formTo(
  visit,
  html`<input type="hidden" name="child" value="${child.id}">
<input type="hidden" name="scheme" value="${scheme.id}">
${button({ html: html`${isRenewal ? 'Renew' : 'Apply'} for ${child.givenName}${hasSeveral && html`<span class="govuk-visually-hidden">: ${scheme.name}</span>`}`, preventDoubleClick: true })}`,
  { to: '/apply/start' },
)}`;
}
