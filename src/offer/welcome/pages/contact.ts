import type { Authority } from '#platform/authorities/index.ts';
import { emailWords } from '#platform/web/email-words.ts';
import { type Html, html } from '#platform/web/html.ts';

/** A telephone number as a link that a phone can call. */
export function callLink(number: string): Html {
  return html`<a class="govuk-link" href="tel:${number.replaceAll(' ', '')}">${number}</a>`;
}

/** An email address as a link. */
export function emailLink(address: string): Html {
  return html`<a class="govuk-link daybreak-break" href="mailto:${address}">${emailWords(address)}</a>`;
}

/** How to reach the short breaks team, as a list. */
export function contactList({ contact }: Authority): Html {
  return html`<ul class="govuk-list">
<li>Phone: ${callLink(contact.phone)}${contact.hours !== '' && ` (${contact.hours})`}</li>
<li>Email: ${emailLink(contact.email)}</li>
${contact.address !== '' && html`<li>Post: ${contact.address}</li>`}
</ul>`;
}

/** Paragraphs of words alone. */
export function paragraphs(...words: readonly string[]): Html {
  return html`${words.map((one) => html`<p class="govuk-body">${one}</p>`)}`;
}

/** A list with points. */
export function points(items: readonly (string | Html)[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${items.map((one) => html`<li>${one}</li>`)}</ul>`;
}

/** A page of reading, no wider than is easy to read. */
export function reading(content: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${content}</div></div>`;
}
