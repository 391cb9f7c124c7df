import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { ownSlugs } from './own-list.ts';

/** The form that keeps a listing, or takes it off the list. */
export function keepForm(
  visit: Visit,
  given: {
    readonly slug: string;
    readonly isKept: boolean;
    readonly back: string;
    readonly title: string;
    /** Whether it is the one thing that its page is for. */
    readonly isMain?: boolean;
  },
): Html {
  const [to, words] = given.isKept
    ? ['/shortlist/drop', 'Take it off my list']
    : ['/shortlist/keep', 'Keep it on my list'];
  return formTo(
    visit,
    html`<input type="hidden" name="id" value="${given.slug}"><input type="hidden" name="back" value="${given.back}">
${button({ text: words, attributes: { 'aria-label': `${words}: ${given.title}` }, classes: given.isMain === true ? '' : 'govuk-button--secondary', preventDoubleClick: true })}`,
    { to },
  );
}

/**
 * How a listing is kept from its page. Who keeps a list already has a form for it; for everybody else it is a link, so
 * that just looking at a page sets no cookie. Either leads back to the page with the search that found it.
 */
export function keepPart(visit: Visit, listing: { readonly slug: string; readonly title: string }): Html {
  const own = ownSlugs(visit);
  const search = visit.query.toString();
  if (own.length === 0)
    return html`<p class="govuk-body"><a class="govuk-link" href="/shortlist/keep?id=${listing.slug}${search !== '' && `&${search}`}">Keep it on my list</a></p>`;
  const isKept = own.includes(listing.slug);
  return html`${keepForm(visit, { ...listing, isKept, back: `/find/${listing.slug}${search === '' ? '' : `?${search}`}` })}
<p class="govuk-body"><a class="govuk-link" href="/shortlist">My list (${own.length})</a></p>`;
}
