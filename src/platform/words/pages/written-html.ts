import { type Html, html } from '#platform/web/html.ts';
import type { Written } from '../fill.ts';

/** What was written as a page shows it, without its subject. */
export function writtenHtml(written: Written): Html {
  return html`${written.parts.map(
    ({ heading, blocks }) => html`${heading !== null && html`<h3 class="govuk-heading-m">${heading}</h3>`}
${blocks.map((block) =>
  block.kind === 'list'
    ? html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    : html`<p class="govuk-body">${block.text}</p>`,
)}`,
  )}`;
}
