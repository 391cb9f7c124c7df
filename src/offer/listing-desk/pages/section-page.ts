import { backLink, button, insetText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { baseField, baseOfForm, mergedForm, sectionContent } from '../actions/edit-section.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';
import { applyChanges, type Content, changesOf } from '../domain/changes.ts';
import { fieldInWords, fieldLabel } from '../field-words.ts';
import { safeFieldsOn } from '../safe-fields.ts';
import { sectionOf } from '../sections/all.ts';
import type { Section } from '../sections/section.ts';
import { linesOf } from './parts.ts';

/** Where one part of a listing is written. */
export async function sectionPage(visit: Visit): Promise<Answer> {
  const section = sectionOf(visit.params.section ?? '');
  const at = section === null ? null : await listingAtDesk(visit);
  if (section === null || at === null) return notFound('the listing');
  const clash = clashOf(visit, section, at);
  return page({
    title: `${section.title}: ${at.proposed.title}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: at.base, text: at.proposed.title }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<span class="govuk-caption-l">${at.proposed.title}</span><h1 class="govuk-heading-l">${section.title}</h1>
<p class="govuk-body-l">${section.lead}</p>
${cameBack(section, at)}${clash.words}
${formTo(
  visit,
  html`<input type="hidden" name="${baseField}" value="${JSON.stringify(clash.base)}">
${section.questions(visit, at.proposed)}
${howItGoes(visit, section, at)}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}

function howItGoes(visit: Visit, section: Section, at: ListingAtDesk): Html {
  if (at.row === null || at.desk.side === 'council') return nothing;
  const isSafe = safeFieldsOn(visit.authority, visit.clock.today());
  const fields = ['contact.phone', 'contact.email', 'contact.url', 'dates', 'languages', 'access.any'];
  const isLive = fields.some((field) => section.owns(field) && isSafe(field));
  if (section.owns('contact.phone') && isLive) return nothing;
  return html`<p class="govuk-body daybreak-soft">${isLive ? 'Some of this is live at once. ' : ''}The council looks at ${isLive ? 'the rest' : 'this'} before families read it. Until then they read what was there before.</p>`;
}

function cameBack(section: Section, at: ListingAtDesk): Html {
  const reasons = Object.entries(at.draft?.changes ?? {}).flatMap(([field, change]) =>
    section.owns(field) && change.state === 'returned' ? [{ field, reason: change.reason }] : [],
  );
  if (reasons.length === 0) return nothing;
  return insetText({
    html: html`${reasons.map(({ field, reason }) => html`<p class="govuk-body"><strong>${fieldLabel(field)}</strong> came back: ${reason}</p>`)}`,
  });
}

/**
 * What somebody else has made of the same in the meantime, and what the form goes on from: of the fields that both
 * changed it is what the other wrote, since whoever saves next has read it; of all others what it was.
 */
function clashOf(
  visit: Visit,
  section: Section,
  at: ListingAtDesk,
): { readonly base: Content; readonly words: Html } {
  const now = sectionContent(section, at.proposedContent);
  const base = visit.formState.isTyped ? baseOfForm(visit) : null;
  if (base === null) return { base: now, words: nothing };
  const read = section.read(visit, at.proposed);
  const merged = read.ok ? mergedForm(visit, section, at, read.value) : null;
  if (merged === null || merged.clashes.length === 0) return { base, words: nothing };
  const clashing = merged.clashes.map(({ field }) => field);
  return {
    base: applyChanges(
      base,
      changesOf(merged.theirs, (field) => clashing.includes(field)),
    ),
    words: html`<section class="daybreak-panel" aria-labelledby="meanwhile"><h2 class="govuk-heading-m" id="meanwhile">What somebody else wrote meanwhile</h2>
${merged.clashes.map(({ field, theirs }) => html`<h3 class="govuk-heading-s">${fieldLabel(field)}</h3>${linesOf(fieldInWords(field, theirs.after, at.proposedContent), 'Nothing')}`)}
<p class="govuk-body">Below is what you wrote. What you save now is taken.</p></section>`,
  };
}
