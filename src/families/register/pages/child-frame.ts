import { ageOn, formatDate } from '#kernel/local-date.ts';
import { backLink } from '#platform/govuk/index.ts';
import { errorsOf } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import type { ContactLimit } from '../domain/people.ts';
import { isInForce } from '../domain/people.ts';
import { type Child, fullName } from '../domain/register.ts';
import { householdsHiddenFrom } from '../kept-away.ts';
import { apartOfChild, limitsOfChild } from '../of-child.ts';

/** The limits on contact that are in force for a child today. */
export async function limitsInForce(visit: Visit, childId: string): Promise<readonly ContactLimit[]> {
  const limits = await limitsOfChild(visit, { id: childId });
  return limits.filter((limit) => isInForce(limit, visit.clock.today()));
}

/**
 * The plain warning for the top of every practitioner's page about a child: who is barred, or must not meet whom.
 * It says nothing on a family's connection, since the rows are not there.
 */
export async function warningAbout(visit: Visit, childId: string): Promise<Html> {
  if (visit.person?.kind !== 'practitioner') return nothing;
  const limits = await limitsInForce(visit, childId);
  const apart = await apartOfChild(visit, { id: childId });
  if (limits.length + apart.length === 0) return nothing;
  const hidden = apart.length === 0 ? [] : await householdsHiddenFrom(visit, visit.person);
  return html`<section class="daybreak-warning" aria-label="Warning">
${limits.map(
  (limit) =>
    html`<p><strong>${limit.isCourtOrder ? 'Court order' : 'Contact is limited'}: ${limit.adultName}.</strong> ${limit.words}${limit.barsRecords && html` <strong>Tell this adult nothing about the child, also not the address.</strong>`}<br><span class="daybreak-warning__who">Who may know: ${limit.whoMayKnow}${limit.untilOn !== null && html`. Until ${formatDate(limit.untilOn)}`}</span></p>`,
)}
${apart.map((one) =>
  // Of a family that is kept from this practitioner, only that there is something to ask.
  hidden.includes(one.otherHouseholdId)
    ? html`<p><strong>Not together with another child.</strong> Ask your manager who it is.</p>`
    : html`<p><strong>Not together with ${one.otherName}</strong>, born ${formatDate(one.otherBornOn)}. ${one.reason}</p>`,
)}
</section>`;
}

/** Age and birthday in words. */
export function bornWords(visit: Visit, child: Child): string {
  return `${ageOn(child.bornOn, visit.clock.today())} years old, born ${formatDate(child.bornOn)}`;
}

/** A practitioner's page about one thing of a child: the way back, the warning, who it is, and the content. */
export async function childPage(
  visit: Visit,
  child: Child,
  content: { readonly title: string; readonly main: Html },
): Promise<Page> {
  return page({
    title: `${content.title}: ${fullName(child)}`,
    section: 'children',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: `Record of ${fullName(child)}` }),
    main: html`${errorsOf(visit)}${await warningAbout(visit, child.id)}
<span class="govuk-caption-l">${fullName(child)}, ${bornWords(visit, child)}</span>
<h1 class="govuk-heading-l">${content.title}</h1>
${content.main}`,
  });
}
