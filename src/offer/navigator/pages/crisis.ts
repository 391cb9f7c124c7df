import { callLink } from '#offer/welcome/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type Html, html } from '#platform/web/html.ts';

type Contact = Authority['crisis'][number];

function reach({ phone, text, url }: Contact): Html {
  return html`${phone !== undefined && html`<span class="daybreak-crisis__call">Call ${callLink(phone)}</span>`}${text !== undefined && html`<span>Text: ${text}</span>`}${url !== undefined && html`<a class="govuk-link daybreak-break" href="${url}" rel="noreferrer">${url.replace(/^https:\/\//, '')}</a>`}`;
}

/** Whom to call, each with when, in the order in which the authority names them. */
export function crisisList({ crisis }: Authority): Html {
  return html`<ul class="daybreak-crisis">${crisis.map(
    (contact) =>
      html`<li><strong>${contact.name}</strong> <span>${contact.when}</span> ${reach(contact)}</li>`,
  )}</ul>`;
}

/** What stands on every page of the navigator: who helps when it cannot wait. */
export function crisisPart(authority: Authority): Html {
  return html`<section class="daybreak-cannot-wait" aria-labelledby="cannot-wait">
<h2 class="govuk-heading-m" id="cannot-wait">If it cannot wait</h2>
<p class="govuk-body">If somebody is in danger now, call ${callLink('999')}. You can call these at any time, and you do not have to be sure.</p>
${crisisList(authority)}
</section>`;
}
