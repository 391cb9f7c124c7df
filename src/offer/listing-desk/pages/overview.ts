import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, summaryList, warningText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { unfinished } from '../actions/create-listing.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';
import { freshnessOfRow } from '../desk-lists.ts';
import { changesInOrder } from '../domain/changes.ts';
import { asChanges } from '../domain/draft.ts';
import { fieldInWords, fieldLabel } from '../field-words.ts';
import { sections } from '../sections/all.ts';
import { changeInWords, checkedWords, freshTag, linesOf, savedBanner } from './parts.ts';

/** The listing with its parts, each with a way to change it; what waits and what came back stand first. */
export async function overviewPage(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit);
  if (at === null) return notFound('the listing');
  const { proposed, row } = at;
  const isTakenOut = row !== null && row.withdrawnAt !== null;
  const back =
    at.desk.side === 'provider'
      ? { href: '/provider', text: 'Your listings' }
      : { href: '/practitioners/listings/all', text: 'All listings' };
  return page({
    title: proposed.title,
    section: 'listings',
    isPrivate: true,
    before: backLink(back),
    main: html`${errorsOf(visit)}${savedBanner(visit)}
<span class="govuk-caption-xl">${proposed.provider}</span><h1 class="govuk-heading-xl">${proposed.title}</h1>
<ul class="daybreak-facts govuk-!-margin-bottom-4">${row !== null && html`<li>${freshTag(freshnessOfRow(visit, row))}</li><li>${checkedWords(proposed)}</li>`}${row !== null && !isTakenOut && html`<li><a class="govuk-link" href="/find/${at.slug}">See what families read</a></li>`}<li><a class="govuk-link" href="${at.base}/versions">Earlier versions</a></li></ul>
${isTakenOut && warningText({ text: 'The council has taken this out of the directory.', iconFallbackText: 'Warning' })}
${proposed.paused !== null && insetText({ text: `Closed for now: ${proposed.paused}${proposed.pausedUntil === null ? '' : `, until ${formatDate(proposed.pausedUntil)}`}` })}
${cameBack(at)}${waits(at)}
${isTakenOut ? nothing : standing(visit, at)}
${isTakenOut ? nothing : parts(at)}`,
  });
}

function cameBack(at: ListingAtDesk): Html {
  const returned = changesInOrder(at.draft?.changes ?? {}).flatMap(([field, change]) =>
    change.state === 'returned' ? [{ field, reason: change.reason }] : [],
  );
  if (returned.length === 0) return nothing;
  const isCouncil = at.desk.side === 'council';
  return html`<section class="daybreak-panel" aria-labelledby="came-back"><h2 class="govuk-heading-m" id="came-back">${isCouncil ? 'What went back to the provider' : 'What came back to you'}</h2>
${!isCouncil && html`<p class="govuk-body">Your words are still in the form. Change them, and they go to the council again.</p>`}
<ul class="govuk-list govuk-list--spaced">${returned.map(({ field, reason }) => html`<li><strong>${fieldLabel(field)}</strong><br>${reason}</li>`)}</ul></section>`;
}

function waits(at: ListingAtDesk): Html {
  const { draft } = at;
  if (draft === null || draft.waiting === 0) return nothing;
  const isCouncil = at.desk.side === 'council';
  const link = html`<p class="govuk-body govuk-!-margin-bottom-0"><a class="govuk-link" href="/practitioners/listings/drafts/${at.slug}">Decide about it</a></p>`;
  if (draft.content !== null)
    return html`<section class="daybreak-panel"><h2 class="govuk-heading-m">It waits for the council</h2><p class="govuk-body">Nobody else sees it yet.</p>${isCouncil && link}</section>`;
  const waiting = changesInOrder(draft.changes).filter(([, { state }]) => state === 'waiting');
  return html`<section class="daybreak-panel" aria-labelledby="waits"><h2 class="govuk-heading-m" id="waits">What waits for the council</h2>
${waiting.map(([field, change]) => html`<h3 class="govuk-heading-s">${fieldLabel(field)}</h3>${changeInWords({ field, change, content: at.proposedContent }, { before: 'Families read', after: isCouncil ? 'It is to say' : 'You wrote' })}`)}
${isCouncil && link}</section>`;
}

function standing(visit: Visit, at: ListingAtDesk): Html {
  if (at.row === null) {
    if (at.draft?.waiting !== 0) return nothing;
    const open = unfinished(at.proposed);
    return html`<section class="daybreak-panel"><h2 class="govuk-heading-m">Send it to the council</h2>
<p class="govuk-body">${open.length === 0 ? 'Look through it once more, then send it.' : `Still to fill in: ${sections.flatMap(({ key, title }) => (open.includes(key) ? [title] : [])).join(', ')}.`}</p>
${formTo(visit, button({ text: 'Send it', preventDoubleClick: true, classes: 'govuk-!-margin-bottom-0' }), { to: `${at.base}/send` })}</section>`;
  }
  const isCouncil = at.desk.side === 'council';
  return html`<div class="daybreak-actions">${formTo(visit, button({ text: 'It is all still right', preventDoubleClick: true }), { to: `${at.base}/still-right` })}
${button({ text: at.proposed.paused === null ? 'Closed for now' : 'Does it run again?', href: `${at.base}/closed`, classes: 'govuk-button--secondary' })}
${isCouncil && button({ text: 'Days on which it is shown', href: `${at.base}/shown`, classes: 'govuk-button--secondary' })}
${isCouncil && button({ text: 'Take it out', href: `${at.base}/withdraw`, classes: 'govuk-button--secondary' })}</div>`;
}

function parts(at: ListingAtDesk): Html {
  const changes = asChanges(at.proposedContent);
  const words = (field: string) => fieldInWords(field, changes[field]?.after ?? null, at.proposedContent);
  const owned = (owns: (field: string) => boolean) => Object.keys(changes).filter((field) => owns(field));
  const pictures = at.proposed.told.pictures.length;
  const head = (title: string, to: string) =>
    html`<div class="daybreak-part__head"><h2 class="govuk-heading-m">${title}</h2><a class="govuk-link" href="${at.base}/${to}">Change<span class="govuk-visually-hidden"> ${title.toLowerCase()}</span></a></div>`;
  return html`${sections.map((section) => {
    const rows = owned(section.owns).flatMap((field) => {
      const lines = words(field);
      return lines.length === 0
        ? []
        : [{ key: { text: fieldLabel(field) }, value: { html: linesOf(lines, '') } }];
    });
    return html`<section class="daybreak-part">${head(section.title, `edit/${section.key}`)}
${rows.length === 0 ? html`<p class="govuk-body daybreak-soft">Nothing is said here yet.</p>` : summaryList({ rows, classes: 'daybreak-close' })}</section>`;
  })}
<section class="daybreak-part">${head('Pictures', 'pictures')}<p class="govuk-body">${pictures === 0 ? 'There are no pictures yet.' : `${pictures} ${pictures === 1 ? 'picture' : 'pictures'}.`}</p></section>`;
}
