import type { Child } from '#families/register/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';

/** From when growing up has a page of its own: in the year in which a plan for it begins. */
const growingUpFrom = 13;

/** A card for each child with the ways to what is known of them and what can be asked for them. */
export function childCards(children: readonly Child[], today: Temporal.PlainDate): Html {
  if (children.length === 0) return nothing;
  return html`<h2 class="govuk-heading-l govuk-!-margin-top-7">Your ${children.length === 1 ? 'child' : 'children'}</h2>
<ul class="daybreak-cards">${children.map((child) => card(child, today))}</ul>`;
}

function card(child: Child, today: Temporal.PlainDate): Html {
  const own = `/account/children/${child.id}`;
  const age = child.bornOn.until(today, { largestUnit: 'years' }).years;
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title"><a class="govuk-link" href="${own}/about">About ${child.givenName}</a></h3>
<p>What helps, what to know, and what matters to ${child.givenName}.</p>
<ul class="govuk-list">
<li><a class="govuk-link" href="${own}/evidence">Letters we hold</a></li>
<li><a class="govuk-link" href="${own}/register">The register of disabled children</a></li>
<li><a class="govuk-link" href="${own}/ask-for-assessment">Ask for an assessment</a></li>
${age >= growingUpFrom && html`<li><a class="govuk-link" href="${own}/growing-up">Growing up</a></li>`}
</ul></li>`;
}
