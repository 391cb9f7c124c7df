import { formatDate } from '#kernel/local-date.ts';
import { type Html, html, nothing, trustedHtml } from '#platform/web/html.ts';
import type { Content, FrozenSection } from '../domain/statement.ts';
import { pictureOf } from './pictures.ts';

/** A day of the kept data in words. */
export function dayWords(iso: string): string {
  return formatDate(Temporal.PlainDate.from(iso));
}

/** The contents of a statement, to jump to a section. */
export function contents(sections: readonly Pick<FrozenSection, 'id' | 'title'>[]): Html {
  return html`<nav class="daybreak-statement__contents daybreak-no-print" aria-label="In this statement"><h2 class="govuk-heading-s">In this statement</h2>
<ol class="govuk-list govuk-list--number">${sections.map(({ id, title }) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`)}</ol></nav>`;
}

/** The sections one below the other, numbered. Their HTML was made by this program and is shown as it was kept. */
export function sectionsHtml(sections: readonly FrozenSection[]): Html {
  return html`${sections.map(
    (
      { id, title, html: kept },
      index,
    ) => html`<section class="daybreak-statement__section" aria-labelledby="${id}">
<h2 class="govuk-heading-l" id="${id}">${index + 1}. ${title}</h2>
${kept === '' ? html`<p class="govuk-body daybreak-soft">This part is not written yet.</p>` : trustedHtml(kept)}
</section>`,
  )}`;
}

/** The statement with its contents beside it where there is room. */
export function statementBody(
  sections: readonly FrozenSection[],
  { beside = nothing, below = nothing }: { readonly beside?: Html; readonly below?: Html } = {},
): Html {
  return html`<div class="daybreak-statement"><div class="daybreak-statement__beside">${contents(sections)}${beside}</div>
<div class="daybreak-statement__text">${sectionsHtml(sections)}${below}</div></div>`;
}

/** The Easy Read texts, each beside its picture; a section without one is named, with where to read it. */
export function easyReadBody(sections: readonly FrozenSection[], fullText: string): Html {
  const missing = sections.filter(({ easyRead }) => easyRead === null);
  return html`<div class="daybreak-easy-read">${sections.map(
    ({ title, easyRead }) =>
      easyRead !== null &&
      html`<section class="daybreak-easy-read__section"><div class="daybreak-easy-read__picture">${pictureOf(easyRead.picture)}</div>
<div><h2 class="govuk-heading-l">${title}</h2>${trustedHtml(easyRead.html)}</div></section>`,
  )}</div>
${
  missing.length > 0 &&
  html`<div class="daybreak-panel daybreak-no-print"><p class="govuk-body">These parts are not in Easy Read yet. Ask us, and we tell you what they say.</p>
<ul class="govuk-list govuk-list--bullet">${missing.map(({ id, title }) => html`<li><a class="govuk-link" href="${fullText}#${id}">${title}</a></li>`)}</ul></div>`
}`;
}

/** Duties that were not met when it was published, with the reasons that were given. */
export function gapsPublished({ duties }: Pick<Content, 'duties'>): Html {
  const gaps = duties.filter(({ isMet }) => !isMet);
  if (gaps.length === 0) return nothing;
  return html`<section class="daybreak-statement__section" aria-labelledby="gaps"><h2 class="govuk-heading-l" id="gaps">What is missing, and why</h2>
<p class="govuk-body">The law asks for these, and they were not all there when this was published.</p>
<dl class="govuk-summary-list">${gaps.map(
    ({ title, found, because }) =>
      html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${title}</dt><dd class="govuk-summary-list__value"><p class="govuk-body">${found}</p><p class="govuk-body"><strong>Why:</strong> ${because}</p></dd></div>`,
  )}</dl></section>`;
}

/** Sentences about what changed, as a list. */
export function sentenceList(sentences: readonly (string | Html)[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;
}
