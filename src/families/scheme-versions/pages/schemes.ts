import { schemesOf } from '#families/schemes/index.ts';
import { backLink } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { mainVersion } from '../find-scheme.ts';
import { datesInWords } from './words.ts';

/** The authority's schemes, each with the version that holds. */
export async function schemesPage(visit: Visit): Promise<Page> {
  const schemes = await schemesOf(visit.authority.folder);
  const today = visit.clock.today();
  return page({
    title: 'Schemes',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Schemes</h1>
<p class="govuk-body-l">The published rules by which ${visit.authority.name} gives short break support, as the service reads them.</p>
${schemes.length === 0 && html`<p class="govuk-body">There is no scheme in this council’s folder yet.</p>`}
<ul class="daybreak-cards">${schemes.map((scheme) => {
      const version = mainVersion(scheme, today);
      return html`<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="/practitioners/schemes/${scheme.id}">${scheme.name}</a></h2>
<p>${scheme.about}</p>
<p class="daybreak-soft">${version !== null && datesInWords(version)}${scheme.versions.length > 1 && `; ${scheme.versions.length} versions`}. ${scheme.isOffered ? 'Families can ask for it here.' : 'Not open to families here.'}</p></li>`;
    })}</ul>`,
  });
}
