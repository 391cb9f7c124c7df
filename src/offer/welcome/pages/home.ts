import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';

export function homePage(visit: Visit): Page {
  return page({
    title: visit.authority.service,
    main: html`<h1 class="govuk-heading-xl">${visit.authority.service}</h1>`,
  });
}
