import { errorsOf } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { personaChoice } from './persona-choice.ts';

/** Everybody whom a visitor of the demonstration can be. */
export function personasPage(visit: Visit): Page {
  return page({
    title: 'Who do you want to be?',
    section: 'account',
    isPrivate: true,
    main: html`${errorsOf(visit)}<h1 class="govuk-heading-xl">Who do you want to be?</h1>
${personaChoice(visit, 'family')}${personaChoice(visit, 'practitioner')}${personaChoice(visit, 'provider')}`,
  });
}
