import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Person, Visit } from '#platform/web/visit.ts';
import { firstPageOf } from '../sign-in.ts';

const accounts: Readonly<Record<Person['kind'], string>> = {
  family: 'with a family’s account',
  practitioner: 'who works for the council',
  provider: 'who runs a short break',
};

/** Says who is signed in already, for who comes to sign in; nothing when nobody is. */
export function signedInAlready(visit: Visit, as: Person['kind']): Html {
  const { person } = visit;
  if (person === null) return nothing;
  const isOther = person.kind !== as;
  const words = isOther
    ? `You are signed in as ${person.name}, ${accounts[person.kind]}. If you sign in here, you leave that account.`
    : `You are signed in as ${person.name}.`;
  return html`<div class="daybreak-panel govuk-!-text-break-word"><p class="govuk-body">${words}</p>
<p class="govuk-body"><a class="govuk-link" href="${firstPageOf[person.kind]}">Go on as ${person.name}</a></p>
${formTo(visit, button({ text: 'Sign out', classes: 'govuk-button--secondary govuk-!-margin-bottom-0' }), { to: '/sign-out' })}</div>`;
}
