import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { markdownHtml } from '#platform/web/markdown.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { newsletterOfNumber, newslettersFor } from '../actions/read-issues.ts';

/** Every newsletter that was sent, the newest first. */
export async function newslettersPage(visit: Visit): Promise<Page> {
  const { authority } = visit;
  const all = await newslettersFor(visit);
  const sent = all.flatMap((issue) => (issue.sent === null ? [] : [{ ...issue, sent: issue.sent }]));
  return page({
    title: 'Newsletters',
    description: `News of short breaks for disabled children and their families: ${authority.name}.`,
    section: 'none',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-xl">Newsletters</h1>
<p class="govuk-body-l"><a class="govuk-link" href="/alerts">Get the newsletter by email</a></p>
${
  sent.length === 0
    ? html`<p class="govuk-body">There has been none yet.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${sent.map(
        ({ title, sent: { number, at } }) =>
          html`<li><a class="govuk-link" href="/newsletters/${number}">${title}</a> <span class="daybreak-soft">${formatDate(dateInEngland(at))}</span></li>`,
      )}</ul>`
}</div></div>`,
  });
}

/** One newsletter as it was sent. */
export async function newsletterPage(visit: Visit): Promise<Page | NotFound> {
  const { authority } = visit;
  const issue = await newsletterOfNumber(visit);
  if (issue === null) return notFound('this newsletter');
  return page({
    title: issue.title,
    section: 'none',
    before: backLink({ href: '/newsletters', text: 'All newsletters' }),
    main: html`<article class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${issue.title}</h1>
<p class="govuk-body daybreak-soft">${authority.name}, ${formatDate(dateInEngland(issue.sent.at))}</p>
${markdownHtml(issue.body, { highestHeading: 2 })}
</div></article>`,
  });
}
