import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';

/** How to reach a person, in the middle of a sentence: "call 01632 960001". */
export function callUs(visit: Visit): Html {
  const { phone } = visit.authority.contact;
  return html`call <a class="govuk-link" href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`;
}
