import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, warningText } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { wholeListing } from '../actions/decide-draft.ts';
import { refusedToChange } from '../actions/edit-section.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';
import { type Content, changesInOrder } from '../domain/changes.ts';
import { asChanges, movedOn } from '../domain/draft.ts';
import { fieldInWords, fieldLabel } from '../field-words.ts';
import { changeInWords, linesOf } from './parts.ts';

type Waiting = NonNullable<ListingAtDesk['draft']>;

function verdict(visit: Visit, field: string): Html {
  return choiceQuestion(visit, {
    field: `verdict-${field}`,
    label: `${fieldLabel(field)}: what do you say?`,
    options: [
      { value: 'accept', text: 'Accept: families read it from now on' },
      {
        value: 'return',
        text: 'Return it',
        conditional: wordsQuestion(visit, {
          field: `reason-${field}`,
          label: `Why does “${fieldLabel(field)}” come back? In words for the provider`,
          rows: 2,
        }),
      },
    ],
  });
}

function ofChanges(visit: Visit, at: ListingAtDesk, draft: Waiting): Html {
  const published = (at.row?.content ?? {}) as Content;
  const moved = movedOn(published, draft.changes);
  const waiting = changesInOrder(draft.changes).filter(([, { state }]) => state === 'waiting');
  return html`${waiting.map(
    ([
      field,
      change,
    ]) => html`<section class="daybreak-part"><h2 class="govuk-heading-m">${fieldLabel(field)}</h2>
${moved.includes(field) && insetText({ text: `Families read something else by now: ${fieldInWords(field, asChanges(published)[field]?.after ?? null, published).join(' · ') || 'nothing'}` })}
${changeInWords({ field, change, content: at.proposedContent }, { before: 'Before', after: 'To be' })}
${verdict(visit, field)}</section>`,
  )}`;
}

function ofWhole(visit: Visit, at: ListingAtDesk): Html {
  const changes = Object.entries(asChanges(at.proposedContent));
  return html`${changes.map(([field, { after }]) => {
    const lines = fieldInWords(field, after, at.proposedContent);
    return lines.length === 0
      ? nothing
      : html`<section class="daybreak-part"><h2 class="govuk-heading-s">${fieldLabel(field)}</h2>${linesOf(lines, '')}</section>`;
  })}${verdict(visit, wholeListing)}`;
}

/** What a provider or an import proposes for one listing, field by field, and the officer's word on each. */
export async function draftPage(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit);
  if (at === null) return notFound('the listing');
  const { draft } = at;
  const refused = await refusedToChange(visit, at);
  const before = backLink({ href: '/practitioners/listings', text: 'Changes that wait' });
  const head = html`<span class="govuk-caption-xl">${at.proposed.provider}</span><h1 class="govuk-heading-xl">${at.row?.title ?? at.proposed.title}</h1>`;
  const shared = {
    title: `Changes to ${at.proposed.title}`,
    section: 'listings',
    isPrivate: true,
    before,
  } as const;
  if (draft === null || draft.waiting === 0)
    return page({
      ...shared,
      main: html`${errorsOf(visit)}${head}<p class="govuk-body-l">Nothing waits here any more.</p><p class="govuk-body"><a class="govuk-link" href="${at.base}">Open the listing</a></p>`,
    });
  const isNew = draft.content !== null;
  const revision = html`<input type="hidden" name="revision" value="${draft.revision}">`;
  return page({
    ...shared,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}${head}
<p class="govuk-body">${isNew ? 'A new listing' : 'Changes'} by ${draft.byWords}, ${formatDate(dateInEngland(draft.proposedAt))}. <a class="govuk-link" href="${at.base}">Open the listing</a></p>
${
  refused !== null
    ? warningText({ text: refused.message, iconFallbackText: 'Warning' })
    : html`${!isNew && Object.keys(draft.changes).length > 1 && formTo(visit, html`${revision}<input type="hidden" name="everything" value="accept">${button({ text: 'Accept everything', classes: 'govuk-button--secondary', preventDoubleClick: true })}`)}
${formTo(
  visit,
  html`${revision}${isNew ? ofWhole(visit, at) : ofChanges(visit, at, draft)}
<p class="govuk-body daybreak-soft">What you say nothing about goes on waiting.</p>
${button({ text: 'Decide', preventDoubleClick: true })}`,
)}`
}</div></div>`,
  });
}
