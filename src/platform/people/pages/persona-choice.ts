import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { demonstrationPersonas, type Persona } from '../personas.ts';
import { thenOf } from '../sign-in.ts';

function card(persona: Persona): Html {
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title">${persona.name}</h3>
<p>${persona.about}</p>
${button({ html: html`Be ${persona.name}<span class="govuk-visually-hidden">: ${persona.about}</span>`, name: 'persona', value: persona.key, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}</li>`;
}

const who: Readonly<Record<Persona['kind'], string>> = {
  family: 'somebody from a family',
  practitioner: 'somebody who works for the council',
  provider: 'somebody who runs a short break',
};

/** The people whom a visitor of the demonstration can be; nothing anywhere else. */
export function personaChoice(visit: Visit, kind: Persona['kind']): Html {
  if (!visit.isDemonstration || !visit.isFromThisMachine) return nothing;
  const people = demonstrationPersonas.filter((persona) => persona.kind === kind);
  return html`<section class="daybreak-panel govuk-!-margin-top-6" aria-labelledby="personas-${kind}">
<h2 class="govuk-heading-m" id="personas-${kind}">In this demonstration, be ${who[kind]}</h2>
<p class="govuk-body">They are made up. One press signs you in, on this machine only.</p>
${formTo(
  visit,
  html`<input type="hidden" name="then" value="${thenOf(visit) ?? ''}"><ul class="daybreak-cards govuk-!-margin-bottom-2">${people.map(card)}</ul>`,
  { to: '/demonstration/sign-in' },
)}
</section>`;
}
