import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';

const views = [
  ['waiting', 'Changes that wait', '/practitioners/listings'],
  ['all', 'All listings', '/practitioners/listings/all'],
  ['providers', 'Providers and their people', '/practitioners/listings/providers'],
] as const;

/** The ways between the three pages of the desk. */
export function deskTools(current: (typeof views)[number][0]): Html {
  return html`<nav aria-label="Listings"><ul class="daybreak-views">${views.map(([key, text, href]) => html`<li><a class="daybreak-views__link" href="${href}"${key === current && html` aria-current="page"`}>${text}</a></li>`)}</ul></nav>`;
}

/** The other desks of the directory, as the list of work names them. */
const others: readonly (readonly [text: string, href: string, ...roles: string[]])[] = [
  ['Listings to check', '/practitioners/listings/freshness'],
  ['Bring listings in', '/practitioners/listings/import'],
  ['Comments and problems', '/practitioners/listings/comments'],
  ['Searches that found nothing', '/practitioners/listings/unmet'],
  ['Words that families use', '/practitioners/listings/synonyms'],
  ['Newsletters', '/practitioners/newsletters', 'short-breaks-officer', 'commissioner'],
];

/** The ways on from the desk to whatever else keeps the directory true, for those to whom each is open. */
export function otherDesks(visit: Visit): Html {
  const roles = visit.person?.roles ?? [];
  const open = others.filter(
    ([, , ...only]) => only.length === 0 || only.some((role) => roles.includes(role)),
  );
  return html`<nav class="daybreak-other-desks" aria-labelledby="other-desks"><h2 class="govuk-heading-s" id="other-desks">More about the directory</h2>
<ul class="daybreak-other-desks__list">${open.map(([text, href]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul></nav>`;
}
