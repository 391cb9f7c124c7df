import { dateInEngland, england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { timeInWords } from '#offer/directory/index.ts';
import { backLink, button, details, tag } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { listingAtDesk } from '../desk.ts';
import { versionsAt } from '../desk-lists.ts';
import { type Content, changesBetween } from '../domain/changes.ts';
import { fieldLabel } from '../field-words.ts';
import { changeInWords } from './parts.ts';

type Kept = Awaited<ReturnType<typeof versionsAt>>[number];

const states: Readonly<Record<Kept['state'], { readonly text: string; readonly classes: string }>> = {
  published: { text: 'Families read it', classes: 'govuk-tag--green' },
  proposed: { text: 'Sent to the council', classes: 'govuk-tag--blue' },
  returned: { text: 'Came back', classes: 'govuk-tag--orange' },
  withdrawn: { text: 'Taken out', classes: 'govuk-tag--grey' },
};

function when(at: Temporal.Instant): string {
  return `${formatDate(dateInEngland(at))}, ${timeInWords(at.toZonedDateTimeISO(england).toPlainTime())}`;
}

/** What the version before of the same listing said that families read; for one that was sent, what they read then. */
function before(versions: readonly Kept[], index: number): Content | null {
  const older = versions.slice(index + 1).find(({ state }) => state === 'published');
  return older === undefined ? null : (older.content as Content);
}

function differences(version: Kept, earlier: Content | null): Html {
  if (earlier === null) return html`<p class="govuk-body">The first version.</p>`;
  const content = version.content as Content;
  const changes = Object.entries(changesBetween(earlier, content));
  if (changes.length === 0) return html`<p class="govuk-body daybreak-soft">No words were changed.</p>`;
  const names = changes.map(([field]) => fieldLabel(field)).join(', ');
  return details({
    summaryText: `What is different: ${names}`,
    html: html`${changes.map(([field, change]) => html`<h3 class="govuk-heading-s">${fieldLabel(field)}</h3>${changeInWords({ field, change, content }, { before: 'Before', after: 'In this version' })}`)}`,
  });
}

function one(
  visit: Visit,
  of: { readonly version: Kept; readonly earlier: Content | null; readonly isNow: boolean },
): Html {
  const { version, earlier, isNow } = of;
  const mayRestore = !isNow && (version.state === 'published' || version.state === 'returned');
  return html`<li class="daybreak-card"><h2 class="daybreak-card__title">${when(version.madeAt)}</h2>
<ul class="daybreak-facts govuk-!-margin-bottom-2"><li>${tag(isNow ? { text: 'Families read it now', classes: 'govuk-tag--green' } : version.state === 'published' ? { text: 'Families read it then', classes: 'govuk-tag--grey' } : states[version.state])}</li><li>${version.byWords}</li></ul>
${version.why !== null && html`<p class="govuk-body">${version.why}</p>`}
${differences(version, earlier)}
${
  mayRestore
    ? formTo(
        visit,
        html`<input type="hidden" name="version" value="${version.id}">${button({ html: html`Put it back as it was<span class="govuk-visually-hidden"> on ${when(version.madeAt)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}`,
      )
    : nothing
}</li>`;
}

/** Every version of a listing, with what was different in each and a way back to it. */
export async function versionsPage(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit);
  if (at === null) return notFound('the listing');
  const versions = await versionsAt(visit, at.slug);
  const isIn = at.row !== null && at.row.withdrawnAt === null;
  const now = isIn ? versions.findIndex(({ state }) => state === 'published') : -1;
  return page({
    title: `Versions of ${at.proposed.title}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: at.base, text: at.proposed.title }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">${at.proposed.title}</span><h1 class="govuk-heading-l">Versions</h1>
<p class="govuk-body">Nothing is ever lost: putting an earlier one back makes a new version.</p>
${versions.length === 0 ? html`<p class="govuk-body">Nobody has changed it here yet.</p>` : html`<ol class="daybreak-cards daybreak-cards--one">${versions.map((version, index) => one(visit, { version, earlier: before(versions, index), isNow: index === now }))}</ol>`}`,
  });
}
