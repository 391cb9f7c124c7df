import { backLink, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf } from '#platform/web/form-page.ts';
import { html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit, mayChange } from '../child-visit.ts';
import { evidenceOfChild } from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { evidenceForm, evidenceList } from './evidence-parts.ts';

function told(visit: Visit) {
  return visit.query.get('added') === 'yes'
    ? notificationBanner({ type: 'success', text: 'Added. You need not send it again.' })
    : nothing;
}

/** What a family sent: held once, for everything that it asks for. */
export async function familyEvidencePage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('your child’s page');
  const held = await evidenceOfChild(visit, child);
  const may = await mayChange(visit, child);
  return page({
    title: 'Letters and proof',
    section: 'account',
    isPrivate: true,
    before: backLink({
      href: `/account/children/${child.id}/about`,
      text: `About ${child.givenName}`,
    }),
    main: html`${errorsOf(visit)}${told(visit)}<span class="govuk-caption-l">${child.givenName}</span>
<h1 class="govuk-heading-l">Letters and proof</h1>
<p class="govuk-body-l">${held.length === 0 ? 'You have sent us no letters yet.' : 'We hold these. We use them again, so you need not send them twice.'}</p>
${evidenceList(visit, held, (one) => (one.file === null ? null : `/account/children/${child.id}/evidence/${one.file.id}`))}
${may && html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h2 class="govuk-heading-m">Send another letter</h2>${evidenceForm(visit)}</div></div>`}`,
  });
}

/** The evidence about a child as practitioners see it, and the form to add what came by post. */
export async function recordEvidencePage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  const held = await evidenceOfChild(visit, child);
  return childPage(visit, child, {
    title: 'Evidence',
    main: html`${told(visit)}${held.length === 0 && html`<p class="govuk-body">No letter has been handed in.</p>`}
${evidenceList(visit, held, (one) => (one.file === null ? null : `/practitioners/children/${child.id}/evidence/${one.file.id}`))}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h2 class="govuk-heading-m">Add what came by post or was shown to you</h2>${evidenceForm(visit)}</div></div>`,
  });
}
