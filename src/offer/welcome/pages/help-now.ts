import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { callLink, contactList, reading } from './contact.ts';

/** Who helps now, day and night, in the order in which the authority names them. */
export function helpNowPage({ authority }: Visit): Page {
  return page({
    title: 'Help now',
    description: 'Who you can call now, day and night.',
    section: 'none',
    main: reading(html`<h1 class="govuk-heading-xl">Help now</h1>
<p class="govuk-body-l">You do not have to wait until morning, and you do not have to be sure that it is bad enough.</p>
<ul class="daybreak-results">${authority.crisis.map(
      ({ name, when, phone, text, url }) => html`<li class="daybreak-result">
<h2 class="govuk-heading-m">${name}</h2>
<p class="govuk-body">${when}</p>
${phone !== undefined && html`<p class="daybreak-call">Call ${callLink(phone)}</p>`}
${text !== undefined && html`<p class="govuk-body">Text: ${text}</p>`}
${url !== undefined && html`<p class="govuk-body"><a class="govuk-link daybreak-break" href="${url}" rel="noreferrer">${url.replace(/^https:\/\//, '')}</a></p>`}
</li>`,
    )}</ul>
<h2 class="govuk-heading-m">In the day: the short breaks team</h2>
<p class="govuk-body">Tell us if things at home have become too much. You can ask us to look at your child’s support at any time.</p>
${contactList(authority)}`),
  });
}
